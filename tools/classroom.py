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
from urllib.parse import quote

from copies import ROOT, copy_helpers, copy_in, copy_notebooks, notebooks

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
LINKS = """
## Links to send

| | |
|---|---|
| Play with the unit, no Python | <https://{owner}.github.io/{repo}/docs/play.html> |
| Read | <https://{owner}.github.io/{repo}/> |
| Colab | <{colab}/{first}> |
| Binder | <https://mybinder.org/v2/gh/{repository}/lessons?urlpath=lab/tree/{first}> |
| Codespaces | <https://codespaces.new/{repository}/tree/lessons> |
| nbgitpuller, with your server's name for HUB | `https://HUB/hub/user-redirect/git-pull?\
repo=https%3A%2F%2Fgithub.com%2F{owner}%2F{repo}&branch=lessons&\
urlpath=lab%2Ftree%2F{repo}%2F{quoted}` |

The last four open lesson 1. On Colab: {lessons}.
"""
OPENS_01 = 'c.LabApp.default_url = "/lab/tree/notebooks/01_gate_equations.ipynb"\n'


def write(out, repository=None, solutions=False, kernel="python3"):
    out.mkdir(parents=True, exist_ok=True)
    if any(out.iterdir()):
        raise SystemExit(f"{out} isn't empty: choose a new folder.")
    readme = README + (links(repository) if repository else "")
    (out / "README.md").write_text(readme, encoding="utf-8")
    (out / "jupyter_lab_config.py").write_text(OPENS_01, encoding="utf-8")
    for name in ("requirements.txt", "constraints.txt", "LICENSE"):
        shutil.copy(ROOT / name, out)
    copy_helpers(out)
    copy_notebooks(out / "notebooks", solutions, repository, kernel)
    for folder in (".binder", ".devcontainer") if repository else ():
        copy_in((ROOT / folder).iterdir(), out / folder)


def links(repository):
    names = [f"notebooks/{path.name}" for path in notebooks()]
    colab = f"https://colab.research.google.com/github/{repository}/blob/lessons"
    lessons = " · ".join(f"[{name[10:12]}]({colab}/{name})" for name in names)
    first, quoted = names[0], quote(names[0], safe="")
    owner, repo = repository.split("/")
    return LINKS.format(**locals())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path, help="the folder to write, new or empty")
    keep = "keep them, folded: to hand out later"
    parser.add_argument("--solutions", action="store_true", help=keep)
    server = "the kernel's name on a class server"
    parser.add_argument("--kernel", default="python3", help=server)
    alone = "OWNER/REPO on GitHub: lets each notebook run when opened alone"
    parser.add_argument("--repository", help=alone)
    arguments = parser.parse_args()
    write(**vars(arguments))
    print(f"Written to {arguments.out}. Look at it before you hand it out.")
