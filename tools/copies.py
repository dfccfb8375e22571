"""Copies of the notebooks to work in: nothing is shown before it is asked for."""

import itertools
import json
import os
import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOLUTION = re.compile(r"<details>\s*<summary>(?:Solution|Answer).*?</details>\s*", re.S)
PREDICTION = "**Your prediction:** "
FETCH = """\
import os
import subprocess
from pathlib import Path

if not Path("../helpers").exists():  # opened alone, as Colab does
    if not Path("lstm").exists():
        fetch = "git clone -q --depth 1 --branch lessons {address} lstm"
        subprocess.run(fetch.split(), check=True)
    os.chdir("lstm/notebooks")"""


def notebooks():
    """Return the series' own notebooks: no Untitled.ipynb, no 01_…-Copy1.ipynb."""
    paths = sorted((ROOT / "notebooks").glob("*.ipynb"))
    return [path for path in paths if re.fullmatch(r"\d\d_[a-z_]+", path.stem)]


def cell(kind, name, text):
    return {"cell_type": kind, "id": name, "metadata": {}, "source": text}


def for_readers(cells, solutions=True):
    """Yield the cells without outputs, and room to write under each Predict.

    Each **Predict** gets its number, as on the worksheet. What answers it is folded
    in the notebook already. Without solutions, those of the exercises go as well.
    """
    numbers = itertools.count(1)
    for each in cells:
        text = "".join(each["source"])
        if each["cell_type"] == "code":
            yield each | {"outputs": [], "execution_count": None}
            continue
        if not solutions:
            text = SOLUTION.sub("", text).rstrip()
        asks = "**Predict" in text
        text = re.sub(r"\*\*Predict\b", lambda m: f"{m[0]} {next(numbers)}", text)
        if text:
            yield each | {"source": text}
        if asks:
            yield cell("markdown", f"{each['id']}-prediction", PREDICTION)


def on_a_slide(cell):
    """Say where the cell stands when a teacher makes slides of the copy.

    A heading begins a slide and other words a part of it, code stands under its words,
    and what answers a question comes one key later.
    """
    text, tags = "".join(cell["source"]), cell["metadata"].get("tags", [])
    if text == PREDICTION or re.search(r"sys\.path|os\.chdir", text):
        place = "skip"
    elif {"hide-output", "answer"} & set(tags):
        place = "fragment"
    elif cell["cell_type"] == "code":
        place = "-"
    else:
        place = "slide" if re.search(r"(?m)^##? ", text) else "subslide"
    slide = {"slideshow": {"slide_type": place}}
    return cell | {"metadata": cell["metadata"] | slide}


def copy_notebooks(folder, solutions=True, repository=None, kernel="python3"):
    """Write a copy of each notebook into a new folder, which appears when it is whole.

    repository: OWNER/REPO on GitHub; lets a copy run when it is opened alone: its
    first cell fetches the rest. kernel: the name under which a server knows it.
    """
    unfinished = folder.with_name(folder.name + ".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    for path in notebooks():
        notebook = json.loads(path.read_text(encoding="utf-8"))
        cells = notebook["cells"]
        if repository:
            fetch = FETCH.format(address=f"https://github.com/{repository}")
            code = (n for n, each in enumerate(cells) if each["cell_type"] == "code")
            cells.insert(next(code, 0), cell("code", "fetch-the-rest", fetch))
        notebook["cells"] = list(map(on_a_slide, for_readers(cells, solutions)))
        notebook["metadata"]["kernelspec"]["name"] = kernel
        text = json.dumps(notebook, indent=1, ensure_ascii=False)
        (unfinished / path.name).write_text(text + "\n", encoding="utf-8")
    os.replace(unfinished, folder)


def copy_in(files, folder):
    """Copy files into a new folder, which can be written to even if theirs can't."""
    folder.mkdir(parents=True)
    for file in files:
        shutil.copy(file, folder)


def copy_helpers(out):
    """Copy the module and the helpers, which lie beside the notebooks' folder."""
    shutil.copy(ROOT / "lstm_scratch.py", out)
    for folder in (ROOT / "helpers", ROOT / "helpers" / "checks"):
        files = (file for file in folder.iterdir() if file.is_file())
        copy_in(files, out / folder.relative_to(ROOT))
