"""What a folded answer says that its code prints is what it prints."""

import contextlib
import io
import re
from pathlib import Path

import nbformat
import pytest
import taught
import torch

NOTEBOOKS = Path(__file__).parent.parent / "notebooks"
FENCES = r"```python\n(.*?)```\s*```text\n(.*?)```"


def find_answers():
    """Yield (notebook, code, text) of each folded answer with code and its output."""
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "markdown":
                for number, found in enumerate(re.findall(FENCES, cell.source, re.S)):
                    name = f"{path.stem[:2]}-{cell.id}-{number}"
                    yield pytest.param(path.stem, *found, id=name)


@pytest.fixture
def settings():
    before = torch.get_default_dtype(), torch.is_grad_enabled()
    yield
    torch.set_default_dtype(before[0])
    torch.set_grad_enabled(before[1])


@pytest.mark.parametrize(("notebook", "code", "text"), list(find_answers()))
def test_the_code_prints_the_text(notebook, code, text, settings, monkeypatch):
    monkeypatch.chdir(NOTEBOOKS)
    names = taught.take_for(notebook, code)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(code, names)
    assert printed.getvalue().strip() == text.strip()
