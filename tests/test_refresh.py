"""tools/refresh.py stores what a fresh kernel gives, but nothing that changes."""

import nbformat.v4
import pytest
import refresh
from nbclient.exceptions import CellExecutionError


def cell(source, *tags, text=None):
    outputs = [nbformat.v4.new_output("stream", text=text)] if text else []
    made = nbformat.v4.new_code_cell(source, outputs=outputs, execution_count=9)
    made.metadata["tags"] = list(tags)
    return made


@pytest.mark.parametrize("timings", [False, True])
def test_outputs_are_stored_but_times_are_kept_and_sliders_left_out(tmp_path, timings):
    cells = [
        cell("n = 1\nprint(n, flush=True)\nprint(n)", text="old\n"),
        cell("print('new time')", "nbval-ignore-output", text="old time\n"),
        cell("print('first time')", "nbval-ignore-output"),
        cell("print('moved')", "slider", "nbval-ignore-output", text="old\n"),
    ]
    kernel = {"name": "python3", "display_name": "", "language": "python"}
    metadata = {"kernelspec": kernel, "widgets": {}}
    path = tmp_path / "small.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), path)
    refresh.refresh(path, timings)
    once = path.read_bytes()
    stored = nbformat.read(path, as_version=4)
    printed = [[output.text for output in cell.outputs] for cell in stored.cells]
    measured = "new time\n" if timings else "old time\n"
    assert printed == [["1\n1\n"], [measured], ["first time\n"], []]
    assert [cell.execution_count for cell in stored.cells] == [1, 2, 3, 4]
    assert set(stored.metadata) == {"kernelspec", "language_info"}
    assert not any("execution" in cell.metadata for cell in stored.cells)
    refresh.refresh(path)
    assert path.read_bytes() == once


def test_an_error_stores_nothing(tmp_path):
    path = tmp_path / "small.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[cell("1 / 0", text="old")]), path)
    before = path.read_bytes()
    with pytest.raises(CellExecutionError):
        refresh.refresh(path)
    assert path.read_bytes() == before
