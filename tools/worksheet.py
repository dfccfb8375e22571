"""Write a page to print: each Predict with room, an empty diagram, the two curves.

    python tools/worksheet.py SHEET.html [--lessons 01 02 03 04]
    python tools/worksheet.py KEY.html --key

With --key, the answers for the teacher instead. Open it in a browser and print it.
"""

import argparse
import json
import math
import re
import sys
from pathlib import Path

from copies import ROOT, notebooks

sys.path.insert(0, str(ROOT))
from helpers import diagrams  # noqa: E402

COURSE = ("01", "02", "03", "04")
ROOM = '<div class="line">&nbsp;</div>' * 2
MATH = (  # what stands between dollars: in HTML
    (r"\\cdot", "·"),
    (r"\\sqrt{(.+?)}", r"√\1"),
    (r"\\frac(\d)(\d)", r"\1/\2"),
    (r"\\(?:text)?{?(\w+)}?", r"\1"),
    (r"\^(?:{(.+?)}|(\w))", r"<sup>\1\2</sup>"),
    (r"_(?:{(.+?)}|(\w))", r"<sub>\1\2</sub>"),
    ("-", "−"),
)


def in_html(markdown):
    from nbconvert.filters import markdown2html  # slow to import

    parts = markdown.split("$")
    for old, new in MATH:
        parts[1::2] = (re.sub(old, new, part) for part in parts[1::2])
    return markdown2html("".join(parts))


def predicts(cells):
    """Yield (heading, question, answer) of each Predict."""
    heading = ""
    for n, text in enumerate(cells):
        before, _, question = text.partition("**Predict.**")
        heading = (re.findall(r"(?m)^## (.+)", before) or [heading])[-1]
        if question:
            after = "\n".join(cells[n + 1 : n + 4])
            answer = re.search(r"show me</summary>(.*?)</details>", after, re.S)
            yield heading, question.strip(), answer[1].strip() if answer else ""


def curves():
    rows = [
        f"<tr><td>{z:.1f}<td>{1 / (1 + math.exp(-z)):.4f}<td>{math.tanh(z):.4f}"
        for z in (*(n / 10 for n in range(31)), 3.5, 4, 5)
    ]
    head = "<table><tr><th>z<th>sigmoid<th>tanh"
    columns = (f"{head}{''.join(rows[n : n + 12])}</table>" for n in (0, 12, 24))
    less = "Below 0: sigmoid(−z) = 1 − sigmoid(z), and tanh(−z) = −tanh(z)."
    return f"<h2>The two curves</h2><p>{less}</p>{''.join(columns)}"


def lesson(path, key):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    texts = {cell["id"]: "".join(cell["source"]) for cell in cells}
    title = next(iter(texts.values())).splitlines()[0].removeprefix("# ")
    name = "" if key else "<p>Name: ______________________________</p>"
    yield f"<section><h1>{path.name[:2]} {title}</h1>{name}<ol>"
    for heading, question, answer in predicts([*texts.values()]):
        room = f'<div class="key">{in_html(answer)}</div>' if key else ROOM
        yield f"<li><b>{in_html(heading)}</b>{in_html(question)}{room}</li>"
    yield "</ol></section>"
    if path.name[:2] == "01":
        unit = (ROOT / "docs" / "unit_filled.svg").read_text(encoding="utf-8")
        if not key:
            unit = diagrams.fill(diagrams.template("unit.svg"), {})
        given = f"<pre>{texts['01-today']}\n\n{texts['01-weights']}</pre>"
        yield f"<section>{given}{unit}{curves()}</section>"


def page(lessons=COURSE, key=False):
    chosen = [path for path in notebooks() if path.name[:2] in lessons]
    style = (ROOT / "tools" / "class" / "sheet.css").read_text(encoding="utf-8")
    head = f'<meta charset="utf-8"><title>LSTM from scratch</title><style>{style}'
    parts = [part for path in chosen for part in lesson(path, key)]
    return "\n".join([f"<!DOCTYPE html>{head}</style>", *parts])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path, help="the HTML file to write")
    parser.add_argument("--lessons", nargs="+", default=COURSE)
    parser.add_argument("--key", action="store_true", help="the answers instead")
    arguments = parser.parse_args()
    arguments.out.write_text(page(arguments.lessons, arguments.key), encoding="utf-8")
