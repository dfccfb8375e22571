"""Write a folder for a class: the notebooks without outputs, solutions and answers.

    python tools/classroom.py OUT [--solutions] [--kernel NAME] [--repository NAME]

OUT must not exist yet, or be empty. It is complete: the module, the helpers, the
checks and what to install lie beside the notebooks, and `jupyter lab` in it opens 01.
With --repository, each notebook also runs when opened alone, as on Colab: its first
cell fetches the rest from the branch `lessons` of that repository.
"""

import argparse
import shutil
from pathlib import Path

from copies import ROOT, copy_helpers, copy_in, copy_notebooks

README = """\
# LSTM from scratch: the notebooks for class

1. You need Python 3.10 to 3.14, and 1.3 GB (Linux: 5 GB). In this folder, once \
(Windows: `py` for `python3`, `.venv\\Scripts\\` for `.venv/bin/`):

       python3 -m venv .venv
       .venv/bin/pip install -r requirements.txt -c constraints.txt

2. Then, each time: `.venv/bin/jupyter lab`. It opens the first lesson.
3. Run cell by cell with Shift+Enter. At each **Predict**, write your answer down first.
4. An exercise ends in a check: it says what isn't right yet, with a hint.
5. Save (Ctrl+S), copy the notebook file, name the copy after yourself, hand it in. \
(Keep the folder together: a notebook alone doesn't run.)
"""
OPENS_01 = 'c.LabApp.default_url = "/lab/tree/notebooks/01_gate_equations.ipynb"\n'


def write(out, repository=None, solutions=False, kernel="python3"):
    out.mkdir(parents=True, exist_ok=True)
    if any(out.iterdir()):
        raise SystemExit(f"{out} isn't empty: choose a new folder.")
    (out / "README.md").write_text(README, encoding="utf-8")
    (out / "jupyter_lab_config.py").write_text(OPENS_01, encoding="utf-8")
    for name in ("lstm_scratch.py", "requirements.txt", "constraints.txt", "LICENSE"):
        shutil.copy(ROOT / name, out)
    copy_helpers(out)
    copy_notebooks(out / "notebooks", solutions, repository, kernel)
    if repository:
        copy_in((ROOT / ".binder").iterdir(), out / ".binder")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path, help="the folder to write, new or empty")
    parser.add_argument(
        "--solutions", action="store_true", help="keep them, folded: to hand out later"
    )
    parser.add_argument(
        "--kernel", default="python3", help="the kernel's name on a class server"
    )
    parser.add_argument(
        "--repository",
        metavar="OWNER/REPO",
        help="on GitHub: lets each notebook run when opened alone",
    )
    arguments = parser.parse_args()
    write(arguments.out, arguments.repository, arguments.solutions, arguments.kernel)
    print(f"Written to {arguments.out}. Look at it before you hand it out.")
