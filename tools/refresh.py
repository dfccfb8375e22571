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
    measured = {
        cell.id: list(cell.outputs)
        for cell in notebook.cells
        if "nbval-ignore-output" in cell.metadata.get("tags", [])
        and cell.outputs
        and not timings
    }
    options = {"timeout": 120, "record_timing": False, "coalesce_streams": True}
    resources = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, resources=resources, **options).execute()
    for cell in notebook.cells:
        if "slider" in cell.metadata.get("tags", []):
            cell.outputs = []
        elif cell.id in measured:
            cell.outputs = measured[cell.id]
    kept = {"kernelspec", "language_info"}
    notebook.metadata = {k: v for k, v in notebook.metadata.items() if k in kept}
    nbformat.write(notebook, path)
    if path.stem.startswith("01_"):
        README_FIGURE.write_text(unit_drawn(notebook), encoding="utf-8")
    print(f"{path.name}: refreshed")


def unit_drawn(notebook):
    """Return the drawing that notebook 01 shows."""
    (cell,) = [cell for cell in notebook.cells if cell.id == "01-diagram"]
    return cell.outputs[-1].data["image/svg+xml"] + "\n"


if __name__ == "__main__":
    timings = "--timings" in sys.argv
    paths = [path for path in sys.argv[1:] if path != "--timings"]
    for path in paths or sorted(NOTEBOOKS.glob("*.ipynb")):
        refresh(Path(path), timings)
