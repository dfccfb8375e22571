"""conftest.py: the code of folded answers runs, and prints what they say."""

from pathlib import Path

import nbformat.v4
import pytest

from conftest import answers

pytest_plugins = "pytester"


def text_cell(*blocks):
    inside = "\n\n".join(blocks)
    text = f"<details><summary>Answer</summary>\n\n{inside}\n\n</details>"
    return nbformat.v4.new_markdown_cell(text)


CODE = '```python\nprint(2, "```")\n```'
TEXT = "```text\n2 ```\n```"


def test_blocks_are_paired_and_split_at_their_fences_only():
    pair = ('print(2, "```")\n', "2 ```\n")
    assert answers(text_cell("Words.", CODE, TEXT, "Words.", CODE, TEXT)) == [pair] * 2
    assert answers(text_cell("Words alone.")) == []
    solution = text_cell(CODE).source.replace("Answer", "Solution")
    assert answers(nbformat.v4.new_markdown_cell(solution)) == []


NAMELESS = TEXT.replace("text", "")


@pytest.mark.parametrize(
    "blocks",
    [[CODE], [TEXT, CODE], [CODE, NAMELESS], [CODE[:-3], TEXT], ["  " + CODE, TEXT]],
)
def test_a_block_that_would_never_run_fails_and_names_its_cell(blocks):
    cell = text_cell(*blocks)
    with pytest.raises(pytest.Collector.CollectError, match=cell.id):
        answers(cell)


def test_answers_run_in_their_place_and_a_failure_names_the_cell(pytester):
    right = text_cell("```python\nprint(n)\n```", "```text\n1\n```")
    wrong = text_cell("```python\nprint(n)\n```", "```text\n2\n```")
    one, two = map(nbformat.v4.new_code_cell, ("n = 1", "n = 2"))
    notebook = nbformat.v4.new_notebook(cells=[one, right, wrong, two])
    nbformat.write(notebook, pytester.path / "small.ipynb")
    conftest = Path(__file__).parent.parent / "conftest.py"
    pytester.makeconftest(conftest.read_text(encoding="utf-8"))
    ended = pytester.runpytest("--nbval", "--nbval-current-env")
    ended.assert_outcomes(passed=3, failed=1)
    ended.stdout.fnmatch_lines([f"*Answer in {wrong.id}, 0*", "*mismatch*"])
