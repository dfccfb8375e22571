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


@pytest.fixture
def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def tags(cell):
    return set(cell.metadata.get("tags", []))


def test_the_format_is_valid(notebook):
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    assert "widgets" not in notebook.metadata


def test_all_cells_were_run_in_order_without_errors_warnings_or_paths(code_cells):
    # nbval passes a cell that was never run, whatever it would print.
    counts = [cell.execution_count for cell in code_cells]
    assert counts == list(range(1, len(code_cells) + 1))
    for cell in code_cells:
        for output in cell.outputs:
            assert output.output_type != "error", cell.source
            assert output.get("name") != "stderr", cell.source
        assert not re.search(A_PATH, str(cell.outputs)), cell.source


def test_only_measurements_and_sliders_are_exempt_from_comparison(code_cells):
    for cell in code_cells:
        assert "NBVAL_" not in cell.source and "nbval-skip" not in tags(cell)
        if tags(cell) & {"nbval-ignore-output", "raises-exception"}:
            measures = r"(times_as_long|shortest|race|interact|getsource)\("
            assert re.search(measures, cell.source)


def test_code_fits_a_projector_and_a_printed_page(notebook):
    module = (ROOT / "lstm_scratch.py").read_text(encoding="utf-8")
    assert module.count("\n") <= 150  # read in one sitting
    code = [module]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            code.append(cell.source)
        else:
            code += re.findall(r"```(?:python|text)\n(.*?)```", cell.source, re.S)
    for line in "\n".join(code).splitlines():
        assert len(line) <= 72, line


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
