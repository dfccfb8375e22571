"""Made-up hand-ins, each of another kind: every one costs only its own row."""

import json
import zipfile

import collect
import pytest

CHECK = "checks.check_keep_memory(keep_memory)"
BOTH = f"{CHECK}\nchecks.check_prediction(lambda *six: None)"


def notebook(*sources, check=CHECK):
    first = "import sys\nsys.path.insert(0, '..')\nfrom helpers import checks"
    cells = [dict(cell_type="markdown", source="# Compute one LSTM step by hand\n…")]
    for source in (first, *sources, check):
        kind = "markdown" if source.startswith("**") else "code"
        cells.append(dict(cell_type=kind, source=source.splitlines(keepends=True)))
    return json.dumps({"cells": cells})


def answer(line, *more, **check):
    function = f"def keep_memory():\n    print('.', end='')\n    {line}"
    return notebook(function, *more, **check)


RIGHT = "return 0, 0, 20, 0, 0, -20"
STUB = "raise NotImplementedError"
HUGE = f"for n in range(50): print('x' * 10**6)\n    {RIGHT}"
NEEDS_N = "def keep_memory():\n    return 0, 0, n, 0, 0, -n"
THOUGHT = ("**Predict 2.** What?", "**Your prediction:** =1+1\n\nor so")
HINT = "The unit keeps the long memory, but it also lets in the whole candidate."
ENDLESS = "import time\ntime.sleep(99)"  # leaves the core to the others
ERROR = "ZeroDivisionError: division by zero"
EXPECTED = {  # file: its text; student; result; hint; remark
    "01.ipynb": (notebook(ENDLESS), "01", "stopped", "", "ended after 7 s"),
    "02 no.ipynb": (answer("return 0, 0, 20, 0, 0, 20"), "02 no", "not yet", HINT, ""),
    "03.ipynb": (answer(STUB), "03", "not done", "", ""),
    "04.ipynb": (answer("return 1/0"), "04", "stopped", ERROR, ""),
    "05.ipynb": (notebook("def keep_memory(:"), "05", "stopped", "", ""),
    "06 two.ipynb": (answer(RIGHT, check=BOTH), "06 two", "right", "", ""),
    "07 huge.ipynb": (answer(HUGE), "07 huge", "right", "", ""),
    "08.ipynb": ("{", "08", "not done", "", "no valid notebook: JSONDecodeError"),
    "09 J. Ü/BOM.ipynb": ("\ufeff" + answer(RIGHT), "09 J. Ü", "right", "", ""),
    "10.ipynb": (
        notebook("import os\nos._exit(3)"),
        "10",
        "stopped",
        "",
        "the run broke off",
    ),
    "12.ipynb": (answer(RIGHT, check=f"# {CHECK}"), "12", "not done", "", ""),
    "13/1.ipynb": (answer(RIGHT, *THOUGHT), "13", "right", "", ""),
    "13/Untitled.ipynb": (answer(STUB), "13", "right", "", ""),
    "14 n.ipynb": (notebook("n = 20", NEEDS_N), "14 n", "right", "", ""),
    "=15.pdf": ("%PDF", "'=15", "not done", "", "no notebook"),
}


def test_each_kind_of_hand_in_costs_only_its_own_row(tmp_path, capfd):
    for name, (text, *_) in EXPECTED.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    table = collect.collect(tmp_path, seconds=7)
    assert capfd.readouterr().out == ""  # nothing of theirs among printed results
    shown = ["keep_memory", "keep_memory: hint", "prediction", "prediction: hint"]
    assert {*shown, "01 P2", "seconds"} < {*table}
    found = table[["student", *shown[:2], "remark"]].itertuples(index=False, name=None)
    assert set(found) == {each[1:] for each in EXPECTED.values()}
    rows = table.set_index("student")
    assert rows.loc["06 two", "prediction"] == "not yet"
    assert "is there a `return`?" in rows.loc["06 two", "prediction: hint"]
    assert rows.loc["13", "01 P2"] == "'=1+1 or so"
    said = "\n".join(collect.summary(table))
    assert "14 students" in said and f"1 x {HINT}" in said
    assert "keep_memory: 5 right, 1 not yet, 4 stopped, 4 not done" in said


FILES = {  # as platforms name what J. Smith and J. Doe handed in
    "Moodle": "{0}_{1}_assignsubmission_file/01_gates.ipynb",
    "Moodle, no folders": "{0}_{1}_assignsubmission_file_01_gates.ipynb",
    "Moodle, a zip each": "Class 10/{0}_{1}_assignsubmission_file/mine.zip/a/01.ipynb",
    "Canvas": "{0}_LATE_{1}_3000{1}_01_gates-1.ipynb",
    "Blackboard": "01_gates_{0}_attempt_2026-11-30-10-15-00_my_work.ipynb",
    "Google Classroom": "{0} - Copy of 01_gates.ipynb",
    "nbgrader": "{0}/lesson_01/01_gates.ipynb",
    "anything": "{0}.ipynb",
}


def make_zip(path, files):
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)


@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize("platform", FILES)
def test_each_is_known_by_the_full_name(platform, zipped, tmp_path):
    folder, inner = tmp_path / "in", tmp_path / "inner.zip"
    folder.mkdir()
    files = {}
    for name, number in [("J. Smith", 1001), ("J. Doe", 1002)]:
        path, is_zip, rest = FILES[platform].format(name, number).partition(".zip/")
        files[path] = "{}"
        if is_zip:
            make_zip(inner, {rest: "{}", f"__MACOSX/._{rest}": "junk"})
            files[f"{path}.zip"] = inner.read_bytes()
            del files[path]
    make_zip(folder / "download-123.zip", files)
    if not zipped:
        zipfile.ZipFile(folder / "download-123.zip").extractall(folder)
        (folder / "download-123.zip").unlink()
    found = collect.by_student(folder, tmp_path)
    assert sorted(found) == ["J. Doe", "J. Smith"]
    assert [len(paths) for paths in found.values()] == [1, 1]
