"""Give composed Pipfiles and locks to the real pipenv, in a fresh container.

Standard input: {"pipenv": version, "cases": [{"Pipfile": text, "Pipfile.lock": text}, ...]}.
Standard output, one for each case: {"failed": [command and its output, ...], "lock": what `pipenv lock` then wrote}.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

COMMANDS = ["pipenv verify", "pipenv sync --dev", "pipenv run pip check", "pipenv install --deploy --dev", "pipenv lock"]


def judge(case):
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        for name, text in case.items():
            Path(folder, name).write_text(text, encoding="utf-8", newline="")
        for command in COMMANDS:
            done = subprocess.run(command.split(), cwd=folder, capture_output=True, text=True)
            if done.returncode != 0:
                failed.append(f"{command}\n{done.stdout}{done.stderr}")
        return {"failed": failed, "lock": Path(folder, "Pipfile.lock").read_text(encoding="utf-8", newline="")}


task = json.load(sys.stdin)
os.environ.update(PIP_CONFIG_FILE="/dev/null", PIPENV_VENV_IN_PROJECT="1", PIPENV_NOSPIN="1", PIPENV_VERBOSITY="-1")
os.environ.update(PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_ROOT_USER_ACTION="ignore")
subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", f"pipenv=={task['pipenv']}"], check=True, stdout=sys.stderr)
json.dump([judge(case) for case in task["cases"]], sys.stdout)
