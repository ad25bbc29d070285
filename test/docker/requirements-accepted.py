"""Install a project's files of requirements with the real pip and lock them anew with the real uv, in a fresh container.

Standard input: {"uv": version, "files": {path: text}, "command": the line that locks}.
Standard output: {"failed": [command and its output, ...], "files": {path: text}}, the files as the line left them.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

task = json.load(sys.stdin)
os.environ.update(PIP_CONFIG_FILE="/dev/null", PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_ROOT_USER_ACTION="ignore")
os.environ.update(UV_SYSTEM_CERTS="1", UV_CUSTOM_COMPILE_COMMAND="docker compose run --rm uv")
subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", f"uv=={task['uv']}"], check=True, stdout=sys.stderr)
os.chdir(tempfile.mkdtemp())
for name, text in task["files"].items():
    Path(name).write_text(text, encoding="utf-8", newline="")
failed = []
for command in [
    "python -m venv .venv",
    ".venv/bin/pip install --requirement requirements.txt --requirement requirements-dev.txt",
    ".venv/bin/pip check",
    task["command"],
]:
    done = subprocess.run(command, shell=True, capture_output=True, text=True)
    if done.returncode != 0:
        failed.append(f"{command}\n{done.stdout}{done.stderr}")
files = {name: Path(name).read_text(encoding="utf-8", newline="") for name in task["files"]}
json.dump({"failed": failed, "files": files}, sys.stdout)
