"""What a reader or a comparison would trip over in the committed notebooks."""

import re
import warnings
from pathlib import Path

import nbformat
import pytest
import refresh

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
A_PATH = r"(?<![\w./:+])/(?:[\w.-]+/){2,}|[A-Z]:\\\\\w"


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # as of ids that are missing
        return nbformat.read(request.param, as_version=4)


def tags(cell):
    return set(cell.metadata.get("tags", []))


def test_the_format_is_valid(notebook):
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    assert "widgets" not in notebook.metadata


def test_what_nbval_passes_over(notebook):
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    # A cell that was never run passes, whatever it would print.
    assert [c.execution_count for c in cells] == list(range(1, len(cells) + 1))
    for cell in cells:
        for output in cell.outputs:
            assert output.get("name", output.output_type) not in ("stderr", "error")
        assert not re.search(A_PATH, str(cell.outputs)), cell.source
        # Only measurements and sliders are exempt from comparison.
        assert "NBVAL_" not in cell.source and "nbval-skip" not in tags(cell)
        if tags(cell) & {"nbval-ignore-output", "raises-exception"}:
            measures = r"(times_as_long|shortest|race|interact|getsource)\("
            assert re.search(measures, cell.source)


def test_code_fits_a_projector_and_a_printed_page(notebook):
    for cell in notebook.cells:
        code = [cell.source]
        if cell.cell_type == "markdown":
            code = re.findall(r"```(?:python|text)\n(.*?)```", cell.source, re.S)
        for line in "\n".join(code).splitlines():
            assert len(line) <= 72, line


def test_the_module_is_read_in_one_sitting():
    lines = (ROOT / "lstm_scratch.py").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 150 and max(map(len, lines)) <= 72


def test_predict_is_followed_by_its_answer_and_only_answers_are_folded(notebook):
    for cell, following in zip(notebook.cells, notebook.cells[1:]):
        if cell.cell_type == "markdown" and "**Predict" in cell.source:
            assert following.cell_type == "code" and "**Predict" not in following.source
            assert "hide-output" in tags(following), cell.source
        if "answer" in tags(cell):
            assert not re.search(r"^#|\*\*Predict", cell.source, re.M), cell.id


@pytest.mark.parametrize("page", ["README.md", "TEACHING.md"])
def test_pages_name_each_notebook_by_its_title(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    for path in NOTEBOOKS:
        title = nbformat.read(path, as_version=4).cells[0].source.splitlines()[0]
        number, name = path.name[:2], title.removeprefix("# ")
        assert f"[{number} {name}](notebooks/{path.name})" in text, path.name


def test_files_that_pages_name_exist():
    helpers = ROOT / "helpers"
    places = [ROOT, ROOT / "notebooks", helpers, helpers / "checks"]
    for page in ROOT.glob("*.md"):
        text = page.read_text(encoding="utf-8")
        names = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
        names += re.findall(r"`([\w./]+\.(?:py|ipynb|md|txt|yml|toml))`", text)
        for name in names:
            assert any((place / name).exists() for place in places), (page, name)


def test_the_figure_of_the_readme_is_that_of_notebook_01():
    # If not: python tools/refresh.py notebooks/01_gate_equations.ipynb
    notebook = nbformat.read(NOTEBOOKS[0], as_version=4)
    committed = refresh.README_FIGURE.read_text(encoding="utf-8")
    assert committed == refresh.unit_drawn(notebook)


def cell(source, *tags, text=None):
    outputs = [nbformat.v4.new_output("stream", text=text)] if text else []
    made = nbformat.v4.new_code_cell(source, outputs=outputs, execution_count=9)
    made.metadata["tags"] = list(tags)
    return made


@pytest.mark.parametrize("timings", [False, True])
def test_refresh_stores_outputs_keeps_times_and_leaves_sliders_out(tmp_path, timings):
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
