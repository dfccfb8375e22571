"""Copies to work in: complete, without a spoiler, and each runs when opened alone."""

import json
import os
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import classroom
import collect
import copies as copies_tool
import nbformat
import pytest
import start
import worksheet

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def read(path):
    return nbformat.read(path, as_version=4).cells


def sources(cells, kind):
    return [cell.source for cell in cells if cell.cell_type == kind]


def folds(cells, summary):
    """Return what is folded under such words."""
    text = "\n".join(cell.source for cell in cells)
    return re.findall(rf"<details>\s*<summary>{summary}.*?</details>", text, re.S)


@pytest.fixture(scope="module")
def copies(tmp_path_factory):
    """What a class gets: without solutions."""
    out = tmp_path_factory.mktemp("für die") / "Klasse 10"
    classroom.write(out, "OWNER/REPO", kernel="lstm")
    return out


@pytest.fixture
def lessons(tmp_path, monkeypatch):
    """What a reader gets: solutions folded. JupyterLab isn't started."""
    asked = []
    monkeypatch.setattr(start, "LESSONS", tmp_path / "lessons")
    monkeypatch.setattr(subprocess, "call", lambda command, cwd: asked.append(command))
    start.main(["--no-browser"])
    assert asked[0][-1] == "--no-browser"
    assert "lab/tree/lessons/01_gate_equations.ipynb" in asked[0][-2]
    return tmp_path / "lessons"


def test_nothing_is_shown_before_it_is_asked_for(copies, lessons):
    for path in NOTEBOOKS:
        original = read(path)
        whole, short = read(lessons / path.name), read(copies / "notebooks" / path.name)
        solutions = folds(original, "(?:Solution|Answer)")
        assert solutions and folds(whole, "(?:Solution|Answer)") == solutions
        assert not folds(short, "(?:Solution|Answer)")
        _, *code = sources(short, "code")  # the first cell fetches the rest
        assert code == sources(whole, "code") == sources(original, "code")
        for copied in (whole, short):
            assert folds(copied, "I have") == folds(original, "I have")
            texts = [cell.source for cell in copied]
            asked = [n for n, text in enumerate(texts) if "**Predict" in text]
            assert len(asked) > 2
            for number, n in enumerate(asked, 1):
                assert f"**Predict {number}" in texts[n]
                assert texts[n + 1] == "**Your prediction:** "
            for cell in copied:
                assert not cell.get("outputs") and not cell.get("execution_count")
                on_slide = cell.metadata.slideshow.slide_type
                if cell.cell_type == "markdown" and cell.source.startswith("#"):
                    assert on_slide == "slide"
                if {"hide-output", "answer"} & set(cell.metadata.get("tags", [])):
                    assert on_slide == "fragment"


def test_a_second_start_leaves_a_changed_copy_as_it_is(lessons):
    shutil.rmtree(lessons)
    lessons.mkdir()
    (lessons / "01_gate_equations.ipynb").write_text("mine", encoding="utf-8")
    start.main([])
    (mine,) = lessons.parent.rglob("*.ipynb")
    assert mine.read_text(encoding="utf-8") == "mine"


def test_what_is_needed_lies_beside(copies, monkeypatch):
    tracked = [path for path in (ROOT / "helpers").rglob("*.*") if path.is_file()]
    for path in [*tracked, ROOT / "lstm_scratch.py", ROOT / "constraints.txt"]:
        if path.suffix != ".pyc":
            copied = copies / path.relative_to(ROOT)
            assert copied.read_bytes() == path.read_bytes()
    assert "OWNER/REPO" in (copies / "README.md").read_text(encoding="utf-8")
    links = classroom.links("ada/lstm")
    assert not re.search("OWNER|[{}]", links)
    assert links.count("ada") == 6 + len(NOTEBOOKS)
    container = json.loads((copies / ".devcontainer/devcontainer.json").read_text())
    (opened,) = container["customizations"]["codespaces"]["openFiles"]
    assert (copies / opened).exists() and (copies / ".binder").exists()
    notebook = nbformat.read(copies / "notebooks" / NOTEBOOKS[0].name, as_version=4)
    assert notebook.metadata.kernelspec.name == "lstm"
    monkeypatch.chdir(copies / "notebooks")
    take = runpy.run_path("../helpers/taught.py")["take"]
    assert take("07_from_scalars_to_vectors", "VectorLSTM")["VectorLSTM"](1, 2)
    with pytest.raises(SystemExit, match="isn't empty"):
        classroom.write(copies)


def test_private_notebooks_stay_at_home_and_one_may_hold_no_code(tmp_path, monkeypatch):
    (tmp_path / "notebooks").mkdir()
    words = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# Words")])
    words.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
    for name in ("15_words.ipynb", "Untitled.ipynb", "01_gates-Copy1.ipynb"):
        nbformat.write(words, tmp_path / "notebooks" / name)
    monkeypatch.setattr(copies_tool, "ROOT", tmp_path)
    copies_tool.copy_notebooks(tmp_path / "out", repository="OWNER/REPO")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["15_words.ipynb"]


def test_a_solved_copy_is_collected_as_right(copies, tmp_path):
    notebook = nbformat.read(copies / "notebooks" / NOTEBOOKS[0].name, as_version=4)
    solutions = folds(read(NOTEBOOKS[0]), "Solution")
    for stub in notebook.cells:
        if "exercise" in stub.metadata.get("tags", []):
            stub.source = re.search(r"```python\n(.*?)```", solutions.pop(0), re.S)[1]
    nbformat.write(notebook, tmp_path / "Zoë.ipynb")
    (row,) = collect.collect(tmp_path, seconds=300).values.tolist()
    assert row[:5] == ["Zoë", "right", "", "right", ""] and row[6:] == [""]


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
def test_a_copy_alone_in_an_empty_folder_fetches_the_rest(copies, tmp_path):
    git = ("git", "-C", copies, "-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run([*git, "init", "-q", "-b", "lessons"], check=True)
    subprocess.run([*git, "add", "-A"], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "copies"], check=True)
    subprocess.run([*git, "symbolic-ref", "HEAD", "refs/heads/main"], check=True)
    cells = read(copies / "notebooks" / "01_gate_equations.ipynb")
    show = "print(os.path.abspath(checks.__file__))"
    (tmp_path / "alone.py").write_text("\n".join([*sources(cells, "code")[:2], show]))
    instead = {  # git takes this machine's repository for the address
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{copies.as_uri()}.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://github.com/OWNER/REPO",
    }
    run = subprocess.run(
        [sys.executable, "alone.py"],
        cwd=tmp_path,
        env=os.environ | instead,
        capture_output=True,
        text=True,
    )
    fetched = tmp_path / "lstm" / "helpers" / "checks" / "__init__.py"
    assert run.stdout.strip() == str(fetched), run


def test_the_worksheet_asks_and_only_its_key_answers():
    lessons = [path.name[:2] for path in NOTEBOOKS]
    sheet, key = worksheet.page(lessons), worksheet.page(lessons, key=True)
    for path in NOTEBOOKS:
        texts = [cell.source for cell in read(path)]
        asked = [*worksheet.predicts(texts)]
        assert len(asked) == sum("**Predict" in text for text in texts)
        for _, question, answer in asked:
            assert worksheet.in_html(question) in sheet
            assert answer and worksheet.in_html(answer) in key
            assert worksheet.in_html(answer) not in sheet
    assert not re.search(r"[$\\^]", sheet + key)
    assert "0.8808" in key and "forget gate" in sheet and "sigmoid(___" in sheet
