"""Python code as notebook 14 reads it: kinds of characters, files, lanes."""

from importlib import metadata

import pytest
import torch

from helpers.series import kinds_of, load_python_code
from helpers.taught import take

# Under each line: . code, # comment, s in a string
SNIPPETS = [
    ('x = "a#b" # c "d"', "....sssss.#######"),
    ("y = 'it''s'  # '''", "....sssssss..#####"),
    ("'''a\n\"b\"\n'''#", 12 * "s" + "#"),
    (r'z = r"\"" + b', "....sssss...."),
    ("a = 'é' # ß", "....sss.###"),
    ("x = 1\n\fy = 'a'", "...........sss"),
    ("if a:\n\tb = ''", "...........ss"),
    ('f"a{b!r:>{w}}c" + d', "sssssssssssssss...."),
    ("f'{f(\"x\")}' # y", "sssssssssss.###"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "marks"), SNIPPETS)
def test_kinds(text, marks):
    assert "".join(".#s"[kind] for kind in kinds_of(text).tolist()) == marks


def test_what_python_cannot_read_is_refused():
    with pytest.raises(Exception, match="EOF|unterminated"):
        kinds_of("'''never closed")


def test_files_come_with_their_version(capsys):
    text, kinds = load_python_code("calculus/odes")["calculus/odes"]
    assert capsys.readouterr().out == "mpmath 1.3.0: 9,908 characters\n"
    assert kinds.bincount().tolist() == [2887, 307, 6714] and len(text) == 9908


@pytest.mark.parametrize("found", ["1.4.0", None])
def test_another_version_is_refused(monkeypatch, found):
    def version(name):
        if found is None:
            raise metadata.PackageNotFoundError(name)
        return found

    monkeypatch.setattr(metadata, "version", version)
    with pytest.raises(RuntimeError, match=f"found {found or 'none'}.*pip install"):
        load_python_code("calculus/odes")


def test_lanes_are_the_text_cut_in_order():
    kinds = torch.tensor([0, 1, 2, 0, 1, 2, 0])
    lanes = take("14_python_code", "lanes")["lanes"]
    codes, cut = lanes({"a": ("abcd", kinds[:4]), "b": ("efg", kinds[4:])}, 2)
    assert codes.tolist() == [[97, 98, 99], [100, 101, 102]]
    assert cut.tolist() == [[0, 1, 2], [0, 1, 2]]
