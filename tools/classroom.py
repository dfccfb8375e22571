"""Write a folder for students: the notebooks without outputs, solutions and answers.

    python tools/classroom.py OUT [--repository OWNER/REPO]

OUT must not exist yet, or be empty. It is complete: the module, the helpers, the
checks and what to install lie beside the notebooks. Text that tells what a **Predict**
asks for (cell tag `answer`) is folded away. With --repository, each notebook also runs
when opened alone, as on Colab: its first cell fetches the rest from the branch
`classroom` of that repository.
"""

import argparse
import itertools
import json
import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

README = """\
# LSTM from scratch: the notebooks for class

1. You need Python 3.10 to 3.14, and 1.3 GB (Linux: 5 GB). In this folder, once \
(Windows: `py` for `python3`, `.venv\\Scripts\\` for `.venv/bin/`):

       python3 -m venv .venv
       .venv/bin/pip install -r requirements.txt -c constraints.txt

2. Then, each time: `.venv/bin/jupyter lab`, and open a file in `notebooks`.
3. Run cell by cell with Shift+Enter. At each **Predict**, write your answer down first.
4. An exercise ends in a check: it says what isn't right yet, with a hint.
5. Save (Ctrl+S), copy the notebook file, name the copy after yourself, hand it in. \
(Keep the folder together: a notebook alone doesn't run.)
"""

FETCH = """\
import os
import subprocess
from pathlib import Path

if not Path("../helpers").exists():  # opened alone, as Colab does
    if not Path("lstm").exists():
        fetch = "git clone -q --depth 1 --branch classroom {address} lstm"
        subprocess.run(fetch.split(), check=True)
    os.chdir("lstm/notebooks")
"""

HIDDEN = re.compile(r"<details>\s*<summary>(Solution|Answer).*?</details>\s*", re.S)
AFTERWARDS = "<details><summary>Run the cell above, then open this</summary>"


def for_students(cells):
    """Take away outputs, solutions and answers, fold what tells too early.

    Each **Predict** gets its number, as on the prediction sheet.
    """
    numbers = itertools.count(1)
    for cell in cells:
        if cell["cell_type"] == "code":
            yield cell | {"outputs": [], "execution_count": None}
            continue
        text = HIDDEN.sub("", "".join(cell["source"])).rstrip()
        text = re.sub(r"\*\*Predict\b", lambda m: f"{m[0]} {next(numbers)}", text)
        if "answer" in cell["metadata"].get("tags", []):
            text = f"{AFTERWARDS}\n\n{text}\n\n</details>"
        if text:
            yield cell | {"source": text.splitlines(keepends=True)}


def code_cell(name, text):
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": {},
        "outputs": [],
        "source": text.rstrip().splitlines(keepends=True),
    }


def copy_in(files, folder):
    """Copy files into a new folder, which can be written to even if theirs can't."""
    folder.mkdir(parents=True)
    for file in files:
        shutil.copy(file, folder)


def copy_helpers(out):
    for folder in (ROOT / "helpers", ROOT / "helpers" / "checks"):
        files = (file for file in folder.iterdir() if file.is_file())
        copy_in(files, out / folder.relative_to(ROOT))


def write(out, repository=None):
    out.mkdir(parents=True, exist_ok=True)
    if any(out.iterdir()):
        raise SystemExit(f"{out} isn't empty: choose a new folder.")
    (out / "README.md").write_text(README, encoding="utf-8")
    for name in ("lstm_scratch.py", "requirements.txt", "constraints.txt", "LICENSE"):
        shutil.copy(ROOT / name, out)
    if repository:
        copy_in((ROOT / ".binder").iterdir(), out / ".binder")
    copy_helpers(out)
    folder = out / "notebooks"
    folder.mkdir()
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        notebook["cells"] = cells = list(for_students(notebook["cells"]))
        if repository:
            fetch = FETCH.format(address=f"https://github.com/{repository}")
            first = next(n for n, c in enumerate(cells) if c["cell_type"] == "code")
            cells.insert(first, code_cell("fetch-the-rest", fetch))
        text = json.dumps(notebook, indent=1, ensure_ascii=False)
        (folder / path.name).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path, help="the folder to write, new or empty")
    parser.add_argument(
        "--repository",
        metavar="OWNER/REPO",
        help="on GitHub: lets each notebook run when opened alone",
    )
    arguments = parser.parse_args()
    write(arguments.out, arguments.repository)
    print(f"Written to {arguments.out}. Look at it before you hand it out.")
