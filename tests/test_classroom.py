"""The class copies: complete, without a spoiler, and each runs when opened alone."""

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
import pytest

NOTEBOOKS = Path(__file__).parent.parent / "notebooks"


def read(path):
    """Return a notebook's cells, each with its source as one string."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell | {"source": "".join(cell["source"])} for cell in cells]


@pytest.fixture(scope="module")
def copies(tmp_path_factory):
    out = tmp_path_factory.mktemp("für die") / "Klasse 10"
    classroom.write(out, "OWNER/REPO")
    return out


@pytest.fixture(params=sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.stem)
def pair(request, copies):
    return read(request.param), read(copies / "notebooks" / request.param.name)


def test_no_output_solution_or_answer_is_left(pair):
    original, copy = pair
    left = "\n".join(cell["source"] for cell in copy)
    for cell in original:
        for hidden in re.findall(r"<details>.*?</details>", cell["source"], re.S):
            if "answer" not in cell["metadata"].get("tags", []):
                assert hidden not in left
                assert re.sub(r"<.*?>", "", hidden).strip() not in left
    assert not re.search(r"Solution|<summary>Answer", left)
    for cell in copy:
        assert not cell.get("outputs") and not cell.get("execution_count")


def test_all_else_is_left_as_it_was(pair):
    original, copy = pair
    copied = {cell["id"]: cell["source"] for cell in copy}
    numbers = [n for s in copied.values() for n in re.findall(r"\*\*Predict (\d+)", s)]
    assert numbers == [str(n + 1) for n in range(len(numbers))] and len(numbers) > 3
    for name in copied:
        copied[name] = re.sub(r"(\*\*Predict) \d+", r"\1", copied[name])
    assert copied.pop("fetch-the-rest").startswith("import os")
    for cell in original:
        if "<details>" in cell["source"]:
            begin = cell["source"].split("<details>")[0].strip()
            assert begin in copied.pop(cell["id"], "")
        elif "answer" in cell["metadata"].get("tags", []):
            folded = copied.pop(cell["id"])
            assert folded.startswith("<details><summary>") and cell["source"] in folded
        else:
            assert copied.pop(cell["id"]) == cell["source"]
    assert not copied


def test_what_is_needed_lies_beside(copies):
    helpers = NOTEBOOKS.parent / "helpers"
    for path in helpers.rglob("*.py"):
        copied = copies / "helpers" / path.relative_to(helpers)
        assert copied.read_bytes() == path.read_bytes()
    readme = (copies / "README.md").read_text(encoding="utf-8")
    assert len(readme.strip().splitlines()) <= 12
    for name in ("lstm_scratch.py", "requirements.txt", "constraints.txt", ".binder"):
        assert (copies / name).exists()


def test_a_copy_can_take_from_another(copies, monkeypatch):
    monkeypatch.chdir(copies / "notebooks")
    take = runpy.run_path("../helpers/taught.py")["take"]
    assert take("07_from_scalars_to_vectors", "VectorLSTM")["VectorLSTM"](1, 2)


def test_a_folder_in_use_is_left_alone(copies):
    with pytest.raises(SystemExit, match="isn't empty"):
        classroom.write(copies)


def test_solutions_in_a_copy_are_right_and_collected_so(copies, tmp_path, monkeypatch):
    original, path = NOTEBOOKS / "01_gate_equations.ipynb", tmp_path / "Zoë.ipynb"
    cells = read(original)
    solutions = {
        stub["id"]: re.search(r"```python\n(.*?)```", solution["source"], re.S)[1]
        for stub, solution in zip(cells, cells[2:])
        if "exercise" in stub["metadata"].get("tags", [])
    }
    done = [
        cell | {"source": solutions.get(cell["id"], cell["source"])}
        for cell in read(copies / "notebooks" / original.name)
    ]
    path.write_text(json.dumps({"cells": done}), encoding="utf-8")
    monkeypatch.setattr(collect, "ROOT", copies)
    head, row = collect.collect(tmp_path, seconds=60)
    assert row[0] == "Zoë" and row[-1] == ""
    assert len(head) == 5 and row[1:3] == ["right", "right"], (head, row)


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
def test_a_copy_alone_in_an_empty_folder_fetches_the_rest(copies, tmp_path):
    git = ("git", "-C", copies, "-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run([*git, "init", "-q", "-b", "classroom"], check=True)
    subprocess.run([*git, "add", "-A"], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "copies"], check=True)
    cells = read(copies / "notebooks" / "01_gate_equations.ipynb")
    first = [cell["source"] for cell in cells if cell["cell_type"] == "code"][:2]
    (tmp_path / "alone.py").write_text(
        "\n".join(first) + "\nimport os.path\nprint(os.path.abspath(checks.__file__))"
    )
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
