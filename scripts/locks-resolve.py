"""Lock, install and describe one Pipfile with the real pipenv, in a fresh container.

Standard input: {"pipenv": version, "pipfile": text, "roots": [[name, extras], ...]}.
Standard output: {"lock": text, "graph": {name: {"" or extra: [requirement, ...]}}, "elsewhere": [[platform, name, requirement], ...]}.
The graph is read from the metadata of what was installed; "elsewhere" lists the requirements that hold on another platform only.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

GRAPH = r"""
import importlib.metadata, json, sys
from pip._vendor.packaging.markers import default_environment
from pip._vendor.packaging.requirements import Requirement
from pip._vendor.packaging.utils import canonicalize_name

PLATFORMS = {
    "Linux on ARM": {"platform_machine": "aarch64"},
    "macOS": {"sys_platform": "darwin", "platform_system": "Darwin", "platform_machine": "arm64"},
    "Windows": {"os_name": "nt", "sys_platform": "win32", "platform_system": "Windows", "platform_machine": "AMD64"},
}

def named(requirement):
    extras = ",".join(sorted(map(canonicalize_name, requirement.extras)))
    return canonicalize_name(requirement.name) + (f"[{extras}]" if extras else "")

def wanted(name, extra, platform=None):
    environment = {**default_environment(), **(platform or {}), "extra": extra}
    requirements = map(Requirement, importlib.metadata.requires(name) or [])
    return {named(one) for one in requirements if one.marker is None or one.marker.evaluate(environment)}

graph, elsewhere = {}, []
pending = [(canonicalize_name(name), extras) for name, extras in json.load(sys.stdin)]
while pending:
    name, extras = pending.pop()
    entry = graph.setdefault(name, {})
    for extra in ["", *extras]:
        if extra in entry:
            continue
        base = wanted(name, "") if extra else set()
        entry[extra] = sorted(wanted(name, extra) - base)
        for text in entry[extra]:
            required, _, rest = text.partition("[")
            pending.append((required, rest.rstrip("]").split(",") if rest else []))
        for platform, variables in PLATFORMS.items():
            for text in wanted(name, extra, variables) - base - set(entry[extra]):
                elsewhere.append([platform, name, text])
json.dump({"graph": graph, "elsewhere": sorted(elsewhere)}, sys.stdout)
"""


def run(*command, **options):
    """Run a command, its output on standard error, and end with its failure."""
    print("$", " ".join(command).splitlines()[0], file=sys.stderr)
    return subprocess.run(command, check=True, text=True, stdout=options.pop("stdout", sys.stderr), **options)


def main():
    task = json.load(sys.stdin)
    # Nothing of a machine's pip configuration may reach the lock, and nothing of one run may reach the next.
    os.environ.update(PIP_CONFIG_FILE="/dev/null", PIPENV_VENV_IN_PROJECT="1", PIPENV_NOSPIN="1", PIPENV_VERBOSITY="-1")
    os.environ.update(PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_ROOT_USER_ACTION="ignore")
    run(sys.executable, "-m", "pip", "install", "--quiet", f"pipenv=={task['pipenv']}")
    os.chdir(tempfile.mkdtemp())
    Path("Pipfile").write_text(task["pipfile"], encoding="utf-8")
    run("pipenv", "lock", "--clear")
    run("pipenv", "verify")
    run("pipenv", "sync", "--dev")
    run("pipenv", "run", "pip", "check")
    graph = run(".venv/bin/python", "-c", GRAPH, input=json.dumps(task["roots"]), stdout=subprocess.PIPE).stdout
    json.dump({"lock": Path("Pipfile.lock").read_text(encoding="utf-8"), **json.loads(graph)}, sys.stdout)


main()
