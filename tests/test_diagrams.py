"""The drawings, read as SVG: each number at its arrow, each arrow from box to box."""

import math
import re

import pytest

from helpers import diagrams
from helpers.figures import COMPANY_STYLES, GATE_COLORS

# A group | its words, # for its own number | from where to where its arrows (>) and
# lines (-) lead: a box by its words, a sign with its group, the edge, another line.
UNIT = """
long_memory | long memory # | edge > × forget_gate
kept | # kept | × forget_gate > + written
updated_long_memory | updated long memory # | + written > edge, line > tanh
short_memory | short memory # | edge - line
input_value | today's price # | edge - line
forget_gate | forget gate sigmoid(forget_sum) # × | \
line > forget gate, forget gate > × forget_gate
input_gate | input gate sigmoid(input_sum) # | line > input gate, input gate > × written
candidate | candidate tanh(candidate_sum) # | line > candidate, candidate > × written
output_gate | output gate sigmoid(output_sum) # × | line > output gate, \
output gate > × output_gate
written | × # written + | × written > + written
squashed | tanh # squashed | tanh > × output_gate
updated_short_memory | # updated short memory = prediction | × output_gate > edge
"""
CHAIN = """
input_value | Company A |
long_memory | long memory long_memory_1 | edge > × forget_gate_1
short_memory | short memory short_memory_1 | edge > gates_1
day_1 | day 1 gates |
input_value_1 | price # | edge > gates_1
kept_1 | | × forget_gate_1 > + written_1
forget_gate_1 | forget # × | gates_1 > × forget_gate_1
written_1 | written # + | gates_1 > + written_1
output_gate_1 | output # × | gates_1 > × output_gate_1
updated_long_memory_1 | # | + written_1 > × forget_gate_2, line > tanh_1
squashed_1 | tanh | tanh_1 > × output_gate_1
updated_short_memory_1 | # | × output_gate_1 > gates_2
"""
BACKWARD = """
from_tomorrow | from_tomorrow # | edge > + d_long
d_long | + × d_long # | + d_long > × forget_gate, line > × d_long
d_long_before | d_long_before # | × forget_gate > edge
d_short | d_short # | edge > × output_gate
d_squashed | d_squashed # | × output_gate > tanh
through_short | tanh through_short # | tanh > + d_long
forget_gate | × |
output_gate | × |
d_f | d_f # | × forget_gate > forget gate
d_i | d_i # | × d_long > input gate
d_g | d_g # | × d_long > candidate
d_o | d_o # | × output_gate > output gate
d_forget_sum | forget gate d_forget_sum # × wa1 | forget gate > line
d_input_sum | input gate d_input_sum # × wb1 | input gate > line
d_candidate_sum | candidate d_candidate_sum # × wc1 | candidate > line
d_output_sum | output gate d_output_sum # × wd1 | output gate > line
d_short_before | d_short_before # | line > edge
headings | from tomorrow's long memory to yesterday's long memory \
from the prediction, or from tomorrow to yesterday's short memory |
"""


def read(svg):
    """Return texts, boxes, paths: each with its group and places [x0, y0, x1, y1]."""
    texts, boxes, paths, groups, left, day = [], [], [], ["headings"], 0, ""
    size = int(re.search(r"font: (\d+)px", svg)[1])
    for tag, element in re.findall(r"^ *<(/?\w+)(.*)>$", svg, re.M):
        given = dict(re.findall(r'([\w-]+)="([^"]*)"', element))
        kind, text = given.get("class", ""), re.findall(">(.*)<", element)
        x, y, cx, cy, r, wide, high = (
            float(given.get(name, 0)) for name in "x y cx cy r width height".split()
        )
        if kind == "day":
            left = float(re.search(r"\d+", given["transform"])[0])
            day = f"_{int(day[1:] or 0) + 1}"
        if tag == "g":
            groups.append(kind + day)
        elif tag == "/g":
            groups.pop()
        elif tag == "path":
            paths.append((groups[-1], *path(given["d"], left)))
        elif tag == "text":
            wide, anchor = 0.55 * size * len(text[0]), given.get("text-anchor")
            x += left - wide * {"middle": 0.5, "end": 1}.get(anchor, 0)
            texts.append((groups[-1], text[0], [x, y - 0.7 * size, x + wide, y]))
        elif not kind:  # a box, or the circle of a sign
            x, y = left + x + cx - r, y + cy - r
            place = [x, y, x + wide + 2 * r, y + high + 2 * r]
            boxes.append((groups[-1] if r else day, place))
    return texts, boxes, paths


def path(d, left):
    """Return a path's pieces, its first and last point, and its sign, > or -."""
    x, y, line, head = re.fullmatch(r"M(\d+),(\d+)([ HV\d]+?)(?: m(.+))?", d).groups()
    points = [[left + float(x), float(y)]]
    for step in line.split():
        points.append(list(points[-1]))
        points[-1]["HV".index(step[0])] = float(step[1:]) + left * (step[0] == "H")
    if head:  # from the line's end to one side behind it, to the tip, and back
        back, tip, other = (complex(*map(float, p.split(","))) for p in head.split())
        way = complex(*points[-1]) - complex(*points[-2])
        behind = [(p * way.conjugate()).real < 0 for p in (back, tip, other)]
        assert back == -tip and behind == [True, False, True], d
    pieces = [[*map(min, a, b), *map(max, a, b)] for a, b in zip(points, points[1:])]
    return pieces, points[0], points[-1], ">" if head else "-"


def apart(a, b):
    """Return how far apart two places are."""
    return math.hypot(*(max(a[n] - b[n + 2], b[n] - a[n + 2], 0) for n in (0, 1)))


def end(point, pieces, texts, boxes, paths):
    """Return what there is where the path with these pieces begins or ends."""
    for group, place in boxes:
        (x, y), (x0, y0, x1, y1) = point, place
        border = min(abs(x - x0), abs(x - x1), abs(y - y0), abs(y - y1))
        if apart(place, point * 2) < 4 and border < 4:
            inside = [words for _, words, at in texts if apart(at, place) == 0]
            sign = [words + " " for words in inside if words in "×+"]
            return (sign if group[:1].isalpha() else inside)[0] + group
    lines = [piece for path in paths if path[1] != pieces for piece in path[1]]
    if any(apart(line, point * 2) < 3 for line in lines):
        return "line"
    return "edge" if point[0] in (8, 30, 1070, 1080) or point[1] == 490 else "nowhere"


def check(svg, table, written):
    """written: {a number as it is written: its name}, each to be found once."""
    texts, boxes, paths = drawing = read(svg)
    for row in re.findall(".+", table):
        group, words, arrows = (part.strip() for part in row.split("|"))
        said = " ".join(text for g, text, _ in texts if g == group)
        said = re.sub(r"-?\d+\.\d+", lambda number: written.pop(number[0]), said)
        drawn = [
            f"{end(a, pieces, *drawing)} {sign} {end(b, pieces, *drawing)}"
            for its, pieces, a, b, sign in paths
            if its == group
        ]
        assert (said, ", ".join(drawn)) == (words.replace("#", group), arrows)
    assert not written
    for group, words, place in texts:
        others = [at for _, w, at in texts if at != place and w not in "×+"]
        lines = [(apart(place, at), path[0]) for path in paths for at in path[1]]
        away, nearest = min(lines)
        assert words in "×+" or min(away, *(apart(place, at) for at in others)) > 0, (
            words
        )
        if re.fullmatch(r"[-.\d]+", words) and not any(
            apart(place, b) == 0 for _, b in boxes
        ):
            assert nearest == group and away < 40, words


@pytest.mark.parametrize("name, table", [("unit", UNIT), ("backward", BACKWARD)])
def test_one_day(name, table):
    drawing = diagrams.template(f"{name}.svg")
    names = re.findall(r"\{(\w+):", drawing)
    values = {name: (place - 7) / 16 for place, name in enumerate(names, 1)}
    written = {f"{value:.4f}": name for name, value in values.items()}
    check(diagrams.fill(drawing, values), table, written)


def test_four_days():
    names = "price/input_value, input gate/written, forget gate/forget_gate, "
    names += "output gate/output_gate, long memory/updated_long_memory, "
    names += "short memory/updated_short_memory"
    names = dict(pair.split("/") for pair in names.split(", "))
    days = {name: [row + day / 8 for day in range(4)] for row, name in enumerate(names)}
    written = {"-8.25": "long_memory_1", "-9.25": "short_memory_1"}
    table, day_1 = CHAIN[: CHAIN.index("day_1")], CHAIN[CHAIN.index("day_1") :]
    for day in range(4):
        for name, column in days.items():
            value = column[day] * (-1 if name == "input gate" else 1)  # a candidate
            written[f"{value:.2f}"] = f"{names[name]}_{day + 1}"
        table += re.sub(r"(?<=[_ ])[12]\b", lambda n: str(int(n[0]) + day), day_1)
    table = table.replace("× forget_gate_5", "edge").replace("gates_5", "edge")
    svg = diagrams.chain(days | {"candidate": [-1] * 4}, "A", start=(-8.25, -9.25))
    check(svg, table, written)


def test_blanks_and_zeros():
    tiny = {"forget_gate": -1e-9, "input_gate": 0.0}
    shown = diagrams.fill(diagrams.template("unit.svg"), tiny)
    assert (shown.count(">0.0000<"), shown.count("_______")) == (2, 14)
    assert diagrams.chain().count("_____") == 4 * 6


@pytest.mark.parametrize("name, dots", [("unit", 8), ("chain", 0), ("backward", 1)])
def test_the_house_s_colours_and_sizes(name, dots):
    svg = diagrams.template(f"{name}.svg")
    house = {f"{gate}_gate": color for gate, color in GATE_COLORS.items()}
    house["candidate"] = house.pop("candidate_gate")
    house |= {f"{name} .input_value": s["color"] for name, s in COMPANY_STYLES.items()}
    found = dict(re.findall(r"\.((?:[AB] \.)?\w+) \{ color: (#\w+); \}", svg))
    assert len(found) == 4 and found.items() < house.items()
    assert min(map(int, re.findall(r"(\d+)px", svg))) >= 15
    assert 'role="img"' in svg and "<title>" in svg and " id=" not in svg
    assert svg.count('class="dot"') == dots and svg.count('class="paper"') == 1
