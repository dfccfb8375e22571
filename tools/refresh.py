"""Run notebooks from a fresh kernel and store their outputs.

usage: python tools/refresh.py [--timings] [NOTEBOOK ...]     (default: all)

Run twice, it leaves the same files: the state of sliders and the pieces in which
printed text arrives aren't stored, and timing cells keep the outputs that they have,
but with --timings. README's picture is the unit's drawing in notebook 01.
"""

import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

os.environ["TQDM_DISABLE"] = "1"  # no progress bars among the outputs
NOTEBOOKS = Path(__file__).parent.parent / "notebooks"
README_FIGURE = NOTEBOOKS.parent / "docs" / "unit_filled.svg"


def refresh(path, timings=False):
    notebook = nbformat.read(path, as_version=4)
    before = {cell.id: cell.get("outputs") for cell in notebook.cells}
    options = {"timeout": 120, "record_timing": False, "coalesce_streams": True}
    resources = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, resources=resources, **options).execute()
    for cell in notebook.cells:
        tags = cell.metadata.get("tags", [])
        if "slider" in tags:
            cell.outputs = []
        elif "nbval-ignore-output" in tags and not timings:
            cell.outputs = before[cell.id] or cell.outputs
    notebook.metadata.pop("widgets", None)
    nbformat.write(notebook, path)
    if path.stem.startswith("01_"):
        README_FIGURE.write_text(unit_drawn(notebook), encoding="utf-8")
    print(f"{path.name}: refreshed")


def unit_drawn(notebook):
    """Return the drawing that notebook 01 shows."""
    (cell,) = [cell for cell in notebook.cells if cell.id == "01-diagram"]
    return cell.outputs[-1].data["image/svg+xml"] + "\n"


if __name__ == "__main__":
    paths = [Path(word) for word in sys.argv[1:] if word != "--timings"]
    for path in paths or sorted(NOTEBOOKS.glob("*.ipynb")):
        refresh(path, timings="--timings" in sys.argv)
