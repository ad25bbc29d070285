"""Print src/text/confusables.json: the characters that ruff takes for others (RUF001).

Run it with the ruff of locks/ on the path. A test runs it and compares.
"""

import json
import subprocess
import unicodedata

# Letters, marks, numbers, punctuation and symbols; everything else is escaped anyway.
CHARACTERS = [
    chr(code)
    for code in range(0x80, 0x110000)
    if unicodedata.category(chr(code))[0] in "LMNPS"
]

checked = subprocess.run(
    [
        "ruff",
        "check",
        "--isolated",
        "--no-cache",
        "--select=RUF001",
        "--output-format=json",
        "--stdin-filename=characters.py",
        "-",
    ],
    input="".join(f'"{character}"\n' for character in CHARACTERS),
    capture_output=True,
    encoding="utf-8",
    check=False,
)
rows = {finding["location"]["row"] for finding in json.loads(checked.stdout)}
print(json.dumps("".join(CHARACTERS[row - 1] for row in sorted(rows)), ensure_ascii=False))
