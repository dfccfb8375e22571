"""Write a folder for a class: the notebooks without outputs, solutions and answers.

    python tools/classroom.py OUT [--solutions] [--kernel NAME] [--repository NAME]

OUT must not exist yet, or be empty. It is complete: the module, the helpers, the
checks and what to install lie beside the notebooks, and `jupyter lab` in it opens 01.
--solutions keeps them, folded: to hand out later. --kernel is the kernel's name on a
class server. With --repository OWNER/REPO, on GitHub, each notebook also runs when
opened alone, as on Colab: its first cell fetches the rest from the branch `lessons`.
"""

import argparse
import shutil
from pathlib import Path
from urllib.parse import quote

from copies import ROOT, copy_helpers, copy_in, copy_notebooks, notebooks

TEXTS = ROOT / "tools" / "class"
OPENS_01 = 'c.LabApp.default_url = "/lab/tree/notebooks/01_gate_equations.ipynb"\n'


def write(out, repository=None, solutions=False, kernel="python3"):
    out.mkdir(parents=True, exist_ok=True)
    if any(out.iterdir()):
        raise SystemExit(f"{out} isn't empty: choose a new folder.")
    readme = (TEXTS / "README.md").read_text(encoding="utf-8")
    if repository:
        readme += "\n" + links(repository)
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
    text = (TEXTS / "links.md").read_text(encoding="utf-8")
    return text.format(**locals())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--solutions", action="store_true")
    parser.add_argument("--kernel", default="python3")
    parser.add_argument("--repository")
    arguments = parser.parse_args()
    write(**vars(arguments))
    print(f"Written to {arguments.out}. Look at it before you hand it out.")
