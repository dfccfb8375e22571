"""What a reader or a comparison would trip over in the committed notebooks."""

import re
import warnings
from pathlib import Path

import nbformat
import pytest
import refresh

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def path(request):
    return request.param


@pytest.fixture
def code_cells(path):
    notebook = nbformat.read(path, as_version=4)
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_the_format_is_valid(path):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    assert "widgets" not in notebook.metadata


def test_all_cells_were_run_in_order(code_cells):
    # nbval passes a cell that was never run, whatever it would print.
    counts = [cell.execution_count for cell in code_cells]
    assert counts == list(range(1, len(code_cells) + 1))


def test_lines_fit_a_projector_and_a_printed_page(path):
    for cell in nbformat.read(path, as_version=4).cells:
        code = [cell.source]
        if cell.cell_type == "markdown":
            code = re.findall(r"```(?:python|text)\n(.*?)```", cell.source, re.S)
        for line in "\n".join(code).splitlines():
            assert len(line) <= 72, line


def test_the_module_is_read_in_one_sitting():
    lines = (ROOT / "lstm_scratch.py").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 150 and max(map(len, lines)) <= 72


def test_no_errors_warnings_or_paths_in_the_outputs(code_cells):
    for cell in code_cells:
        for output in cell.outputs:
            assert output.output_type != "error", cell.source
            assert output.get("name") != "stderr", cell.source
            shown = str(output.get("text", "")) + str(
                [
                    data
                    for mime, data in output.get("data", {}).items()
                    if "image" not in mime
                ]
            )
            assert not re.search(r"(?<![\w./:])(/(?:[\w.-]+/){2,}|[A-Z]:\\\w)", shown)


def test_only_measurements_and_sliders_are_exempt_from_comparison(code_cells):
    for cell in code_cells:
        tags = set(cell.metadata.get("tags", []))
        assert not re.search("NBVAL_", cell.source)
        assert "nbval-skip" not in tags
        if tags & {"nbval-ignore-output", "raises-exception"}:
            measures = r"(times_as_long|shortest|race|interact|getsource)\("
            assert re.search(measures, cell.source)


def test_the_answer_to_a_predict_is_folded(path):
    cells = nbformat.read(path, as_version=4).cells
    for cell, following in zip(cells, cells[1:]):
        if cell.cell_type == "markdown" and "**Predict" in cell.source:
            assert following.cell_type == "code" and "**Predict" not in following.source
            assert "hide-output" in following.metadata.get("tags", []), cell.source


def test_what_a_classroom_copy_folds_is_an_answer_and_nothing_else(path):
    for cell in nbformat.read(path, as_version=4).cells:
        if "answer" in cell.metadata.get("tags", []):
            assert not re.search(r"^#|\*\*Predict", cell.source, re.M), cell.id


@pytest.mark.parametrize("page", ["README.md", "TEACHING.md"])
def test_pages_name_each_notebook_by_its_title(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    for path in NOTEBOOKS:
        title = nbformat.read(path, as_version=4).cells[0].source.splitlines()[0]
        number, name = path.name[:2], title.removeprefix("# ")
        assert f"[{number} {name}](notebooks/{path.name})" in text, path.name


@pytest.mark.parametrize("page", [*ROOT.glob("*.md")])
def test_files_that_pages_name_exist(page):
    text = page.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    files = re.findall(r"`((?:[\w.]+/)*[\w.]+\.(?:py|ipynb|md|txt|yml|toml))`", text)
    helpers = ROOT / "helpers"
    places = {ROOT, ROOT / "notebooks", helpers, helpers / "checks"}
    for name in [*links, *files]:
        assert any((place / name).exists() for place in places), name


def test_the_figure_of_the_readme_is_that_of_notebook_01():
    # If not: python tools/refresh.py notebooks/01_gate_equations.ipynb
    notebook = nbformat.read(NOTEBOOKS[0], as_version=4)
    committed = refresh.README_FIGURE.read_text(encoding="utf-8")
    assert committed == refresh.unit_drawn(notebook)
