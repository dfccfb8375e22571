"""What another notebook defines, by name, so that nothing is written twice."""

import ast
import json
from pathlib import Path

import torch
from IPython.utils.capture import capture_output

FOLDER = Path(__file__).parent


def take(notebook, *names):
    """Run the cells of a notebook that `names` need; return {name: value}.

    notebook: a file's name without .ipynb. The cells run in their order and
    silently; one that changes something without naming it anew isn't seen.
    Timings, sliders and exercises are left out. Raises KeyError on a name
    that the notebook doesn't define.
    """
    needed, cells = set(names), []
    for cell in reversed(read_cells(notebook)):
        tree = ast.parse(cell)
        if needed & bound(tree):
            cells.insert(0, compile(tree, notebook, "exec"))
            needed |= mentioned(cells[0])

    known = {}
    dtype, grad = torch.get_default_dtype(), torch.is_grad_enabled()
    with capture_output():
        for cell in cells:
            exec(cell, known)
    torch.set_default_dtype(dtype)
    torch.set_grad_enabled(grad)
    return {name: known[name] for name in names}


def read_cells(notebook):
    text = (FOLDER / f"{notebook}.ipynb").read_text(encoding="utf-8")
    return [
        "".join(cell["source"])
        for cell in json.loads(text)["cells"]
        if cell["cell_type"] == "code"
        and not {"nbval-ignore-output", "exercise"}
        & set(cell["metadata"].get("tags", []))
    ]


def bound(tree):
    """Return the names to which a cell gives a value."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(
            node.ctx, ast.Store
        ):
            names.add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.alias):
            names.add((node.asname or node.name).split(".")[0])
    return names


def mentioned(code):
    """Return the names that code uses, but for those of its functions' own."""
    inner = [c for c in code.co_consts if isinstance(c, type(code))]
    return set(code.co_names).union(*map(mentioned, inner))
