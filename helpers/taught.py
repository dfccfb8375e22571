"""What another notebook teaches, by name, so that nothing is written twice."""

import json
from pathlib import Path

import torch
from IPython.utils.capture import capture_output

NOTEBOOKS = Path(__file__).parent.parent / "notebooks"


def take(notebook, *names):
    """Run the cells of a notebook that are tagged `export`; return {name: value}.

    notebook: a file's name without .ipynb. The cells run in their order and silently.
    Raises KeyError on a name that they don't define.
    """
    text = (NOTEBOOKS / f"{notebook}.ipynb").read_text(encoding="utf-8")
    known = {}
    dtype, grad = torch.get_default_dtype(), torch.is_grad_enabled()
    with capture_output():
        for cell in json.loads(text)["cells"]:
            if "export" in cell["metadata"].get("tags", []):
                exec("".join(cell["source"]), known)
    torch.set_default_dtype(dtype)
    torch.set_grad_enabled(grad)
    return {name: known[name] for name in names}
