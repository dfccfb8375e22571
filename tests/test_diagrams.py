"""The unit and the chain of days: every number once, at its arrow, in its colour.

Looked at is what matplotlib holds: the texts (numbers by their gid), the lines, the
boxes. The drawings have no axes to read a number from, so a number is right when its
value is, and when the line nearest to it is the one that carries it.
"""

import matplotlib.pyplot as plt
import pytest
from matplotlib.colors import same_color

from helpers import diagrams
from helpers.figures import COMPANY_STYLES, GATE_COLORS, INK

# Each number has a value of its own, so that none can stand for another.
UNIT = {
    "input_value": 0.11,
    "long_memory": 0.12,
    "short_memory": 0.13,
    "forget_sum": 0.21,
    "forget_gate": 0.22,
    "input_sum": 0.31,
    "input_gate": 0.32,
    "candidate_sum": -0.41,
    "candidate": -0.42,
    "output_sum": 0.51,
    "output_gate": 0.52,
    "kept": 0.61,
    "written": -0.62,
    "updated_long_memory": 0.63,
    "squashed": 0.64,
    "updated_short_memory": 0.65,
}
FUNCTIONS = {"forget": "sigmoid", "input": "sigmoid", "candidate": "tanh"} | {
    "output": "sigmoid"
}
DAYS = {
    "price": [0.0, 0.5, 0.25],
    "forget gate": [0.21, 0.22, 0.23],
    "input gate": [0.31, 0.32, 0.33],
    "candidate": [-0.5, 0.6, 0.7],
    "output gate": [0.51, 0.52, 0.53],
    "long memory": [-0.61, 0.62, 0.63],
    "short memory": [-0.71, -0.001, 0.73],
}
START = (-0.81, 0.82)


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


@pytest.fixture
def unit():
    return Drawing(diagrams.unit_figure(UNIT))


@pytest.fixture(params=["A", "B", None])
def company(request):
    return request.param


@pytest.fixture
def chain(company):
    return Drawing(diagrams.four_days_figure(DAYS, company, START))


class Drawing:
    """What a figure of one panel holds."""

    def __init__(self, figure):
        self.figure, (self.ax,) = figure, figure.axes
        self.texts = self.ax.texts
        # Heads of arrows, dots and signs are lines of markers, without a stroke.
        strokes = [s for s in self.ax.lines if s.get_linestyle() != "None"]
        self.lines = [s for s in strokes if len(s.get_xdata()) > 1]
        self.marks = [s for s in self.ax.lines if s.get_marker() != "None"]

    def number(self, gid):
        (text,) = [text for text in self.texts if text.get_gid() == gid]
        return text

    def named(self, words):
        """Return where such texts stand, from left to right."""
        found = [t for t in self.texts if t.get_text() == words]
        return sorted(t.get_position() for t in found)

    def at(self, gid):
        return self.number(gid).get_position()

    def nearest_line(self, gid):
        """Return the line nearest to where a number begins, and the piece of it."""
        x, y = self.at(gid)
        pieces = [
            (distance((x, y), a, b), line, (a, b))
            for line in self.lines
            for a, b in zip(points(line), points(line)[1:])
        ]
        away, line, piece = min(pieces, key=lambda p: p[0])
        assert away < 0.6, f"{gid} stands {away:.1f} from the next line"
        return line, piece

    def signs(self, words, color):
        """Return where signs in circles of this colour stand."""
        return [
            (x, y)
            for x, y in self.named(words)
            if any(
                same_color(mark.get_markeredgecolor(), color)
                and mark.get_marker() == "o"
                and abs(mark.get_xdata()[0] - x) < 0.1
                and abs(mark.get_ydata()[0] - y) < 0.1
                for mark in self.marks
            )
        ]

    def arrows(self, color):
        """Return (from, to) of the lines of a colour that end in a head."""
        found = []
        for line in self.lines:
            end = points(line)[-1]
            heads = [
                mark
                for mark in self.marks
                if mark.get_marker() in "<>^v"
                and distance(end, points(mark)[0], points(mark)[0]) < 0.1
            ]
            if same_color(line.get_color(), color) and heads:
                assert all(same_color(head.get_color(), color) for head in heads)
                found.append((points(line)[0], end))
        return found


def points(line):
    return list(zip(map(float, line.get_xdata()), map(float, line.get_ydata())))


def distance(point, a, b):
    """Return how far a point is from the straight line between two others."""
    (x, y), (ax, ay), (bx, by) = point, a, b
    length = (bx - ax) ** 2 + (by - ay) ** 2
    share = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / (length or 1)
    share = min(1, max(0, share))
    return (
        (x - ax - share * (bx - ax)) ** 2 + (y - ay - share * (by - ay)) ** 2
    ) ** 0.5


def check_texts_apart(figure):
    """No text over another, none cut off at the figure's edge."""
    figure.canvas.draw()
    boxes = [
        (text.get_text(), text.get_window_extent().padded(-1))
        for text in figure.axes[0].texts
    ]
    for place, (words, box) in enumerate(boxes):
        assert figure.bbox.x0 <= box.x0 and box.x1 <= figure.bbox.x1, words
        assert figure.bbox.y0 <= box.y0 and box.y1 <= figure.bbox.y1, words
        for other_words, other in boxes[place + 1 :]:
            assert not box.overlaps(other), (words, other_words)


# --- one day ------------------------------------------------------------------


def test_the_unit_shows_every_number_once(unit):
    shown = {text.get_gid(): text.get_text() for text in unit.texts if text.get_gid()}
    expected = {n: f"{v:.4f}" for n, v in UNIT.items() if not n.endswith("_sum")}
    for gate, function in FUNCTIONS.items():
        title = "candidate" if gate == "candidate" else f"{gate} gate"
        total = f"{function}({UNIT[f'{gate}_sum']:.4f})"
        expected[f"{gate}_sum"] = f"{title}\n{total}"
    assert shown == expected
    assert unit.named("tanh")
    digits = [text for text in unit.texts if any(c.isdigit() for c in text.get_text())]
    assert len(digits) == len(expected)


def test_the_units_numbers_stand_at_their_arrows(unit):
    plus, times = unit.named("+"), unit.named("×")
    (plus,), (forget, inner, shown) = plus, times
    top, (out, _) = plus[1], shown
    tanh = unit.named("tanh")[0]
    assert forget[1] == top and inner[0] == plus[0] and tanh[0] == out

    for name, left, right in (
        ("long_memory", -1, forget[0]),
        ("kept", forget[0], plus[0]),
        ("updated_long_memory", plus[0], out),
    ):
        (a, b), (x, y) = unit.nearest_line(name)[1], unit.at(name)
        assert abs(a[1] - top) < 0.1 and a[1] == b[1], name  # the line on top
        assert left < x < right and y > top, name

    for name, x, bottom, high in (
        ("forget_gate", forget[0], unit.at("forget_sum")[1], top),
        ("input_gate", unit.at("input_sum")[0], unit.at("input_sum")[1], inner[1]),
        ("candidate", unit.at("candidate_sum")[0], unit.at("input_sum")[1], inner[1]),
        ("written", plus[0], inner[1], top),
        ("squashed", out, shown[1], tanh[1]),
    ):
        (a, b), (_, y) = unit.nearest_line(name)[1], unit.at(name)
        assert a[0] == b[0] == x and bottom < y < high, name  # this upright line

    (a, b), (x, _) = unit.nearest_line("output_gate")[1], unit.at("output_gate")
    assert a[1] == b[1] and abs(b[1] - shown[1]) < 0.1
    assert unit.at("output_sum")[0] < x < out
    for name, side in (("short_memory", 1), ("input_value", -1)):
        (a, b), (x, y) = unit.nearest_line(name)[1], unit.at(name)
        assert a[1] == b[1] and (y - a[1]) * side > 0, name
        assert x < unit.at("forget_sum")[0], name
    assert unit.at("input_value")[1] < unit.at("short_memory")[1]
    x, y = unit.at("updated_short_memory")
    assert x > out and y < shown[1]


def test_the_units_words_stand_at_their_numbers(unit):
    for words, name in (
        ("long memory", "long_memory"),
        ("short memory", "short_memory"),
        ("today's price", "input_value"),
        ("updated short memory\n= prediction", "updated_short_memory"),
        ("kept", "kept"),
        ("written", "written"),
        ("squashed", "squashed"),
    ):
        (there,) = unit.named(words)
        others = [n for n in UNIT if n != name and not n.endswith("_sum")]
        away = distance(there, unit.at(name), unit.at(name))
        assert away < 0.9, words
        assert all(away < distance(there, *[unit.at(n)] * 2) for n in others), words
    assert unit.named("updated long memory")[0][0] > unit.named("tanh")[0][0]


def test_the_units_gates_have_their_colours_and_act_where_they_should(unit):
    forget, inner, shown = unit.named("×")
    ends = {"forget": forget, "input": inner, "candidate": inner, "output": shown}
    for gate, color in GATE_COLORS.items():
        box = unit.number(f"{gate}_sum")
        name = "candidate" if gate == "candidate" else f"{gate}_gate"
        assert same_color(box.get_bbox_patch().get_edgecolor(), color), gate
        assert same_color(box.get_color(), color), gate
        assert same_color(unit.number(name).get_color(), color), gate
        assert same_color(unit.nearest_line(name)[0].get_color(), color), gate
        x, y = box.get_position()
        arrows = unit.arrows(color)
        assert len(arrows) == 2  # one from below into the box, one out of it
        start, end = arrows[0]
        assert start[0] == x == end[0] and start[1] < end[1] < y, gate
        start, end = arrows[1]
        assert distance(end, ends[gate], ends[gate]) < 0.5, gate
        # Short memory and price go in: a dot on each of their lines.
        levels = [
            unit.nearest_line(n)[1][0][1] for n in ("input_value", "short_memory")
        ]
        assert [(x, level) for level in levels] in [
            points(mark)
            for mark in unit.marks
            if mark.get_marker() == "o" and same_color(mark.get_color(), color)
        ], gate
    assert unit.signs("×", GATE_COLORS["forget"]) == [forget]
    assert unit.signs("×", GATE_COLORS["output"]) == [shown]
    assert len(unit.arrows(INK)) == 5  # top, written, to tanh, from tanh, out


def test_the_units_texts_are_apart_even_with_long_numbers(unit):
    check_texts_apart(unit.figure)
    far = {name: -10.0 + value for name, value in UNIT.items()}
    check_texts_apart(diagrams.unit_figure(far))


def test_draw_unit_shows_the_figure(monkeypatch):
    seen = []
    monkeypatch.setattr(plt, "show", lambda: seen.append(plt.gcf()))
    diagrams.draw_unit(UNIT)
    assert len(seen) == 1 and len(seen[0].axes[0].texts) > 20


# --- four days ----------------------------------------------------------------


def test_the_chain_shows_every_number_once(chain):
    expected = {"day 0 long memory": "-0.81", "day 0 short memory": "0.82"}
    for place in range(3):
        day = {name: values[place] for name, values in DAYS.items()}
        price = day.pop("price")
        day["written"] = day.pop("input gate") * day.pop("candidate")
        for name, value in day.items():
            expected[f"day {place + 1} {name}"] = f"{value:.2f}".replace(
                "-0.00", "0.00"
            )
        expected[f"day {place + 1} price"] = f"price {price:g}"
    shown = {text.get_gid(): text.get_text() for text in chain.texts if text.get_gid()}
    assert shown == expected
    assert "day 2 short memory" in shown and shown["day 2 short memory"] == "0.00"


def test_the_chains_days_and_words_stand_in_order(chain):
    (one,), (two,), (three,) = (chain.named(f"day {n}") for n in (1, 2, 3))
    assert one[0] < two[0] < three[0] and one[1] == two[1] == three[1]
    for n, middle in ((1, one[0]), (2, two[0]), (3, three[0])):
        for words, gid in (
            ("forget", "forget gate"),
            ("write", "written"),
            ("output", "output gate"),
        ):
            x, y = chain.named(words)[n - 1]
            nx, ny = chain.at(f"day {n} {gid}")
            assert x == nx and 0 < y - ny < 0.6 and abs(x - middle) < 1.5
    assert chain.named("long\nmemory")[0][1] > chain.named("short\nmemory")[0][1]


def test_the_chains_gates_act_where_their_arrows_end(chain):
    plus, times = chain.named("+"), chain.named("×")
    gates = chain.named("gates")
    top = plus[0][1]
    forget = [(x, y) for x, y in times if y == top]
    output = [(x, y) for x, y in times if y < top]
    assert len(forget) == len(output) == len(plus) == len(gates) == 3
    assert chain.signs("×", GATE_COLORS["forget"]) == forget
    assert chain.signs("×", GATE_COLORS["output"]) == output
    for day in range(3):
        for name, sign, color in (
            ("forget gate", forget[day], GATE_COLORS["forget"]),
            ("written", plus[day], INK),
            ("output gate", output[day], GATE_COLORS["output"]),
        ):
            gid = f"day {day + 1} {name}"
            line, (a, b) = chain.nearest_line(gid)
            assert same_color(line.get_color(), color), gid
            assert same_color(chain.number(gid).get_color(), color), gid
            assert distance(b, sign, sign) < 0.5, gid
            assert distance(a, gates[day], gates[day]) < 1, gid
            assert (a, b) in chain.arrows(color), gid


def test_the_chains_new_short_memory_comes_out_of_the_long_one(chain):
    top, tanh = chain.named("+")[0][1], chain.named("tanh")
    outputs = [(x, y) for x, y in chain.named("×") if y < top]
    assert len(tanh) == len(outputs) == 3
    for day in range(3):
        (x, y), frame = outputs[day], chain.named(f"day {day + 1}")[0][0]
        assert tanh[day][0] == x and y < tanh[day][1] < top
        lines = [points(line) for line in chain.lines]
        down = [p for p in lines if p[0][0] == p[1][0] == x]
        assert any(abs(p[0][1] - top) < 0.1 and p[1][1] < y for p in down)
        through = [p for p in lines if all(abs(q - top) < 0.1 for _, q in p)]
        assert any(p[0][0] < frame - 1 and x < p[-1][0] for p in through)


def test_the_chains_memories_pass_from_day_to_day(chain, company):
    top = chain.named("+")[0][1]
    for name, level in (("long memory", top), ("short memory", None)):
        for day in range(4):
            gid = f"day {day} {name}"
            line, (a, b) = chain.nearest_line(gid)
            x, y = chain.at(gid)
            assert a[1] == b[1] and b[0] > a[0] and y > a[1], gid  # above a level line
            assert level is None or abs(a[1] - level) < 0.1, gid
            assert same_color(line.get_color(), INK), gid
            level = level or a[1]
            assert day == 0 or x > chain.named(f"day {day}")[0][0], gid
            assert day == 3 or x < chain.named(f"day {day + 1}")[0][0], gid
            assert any(
                abs(start[1] - a[1]) < 0.01 and start[0] - 0.1 < x < end[0] + 0.5
                for start, end in chain.arrows(INK)
            ), gid
    for day in (1, 2, 3):  # the price goes into the gates, in the company's colour
        color = COMPANY_STYLES[company]["color"] if company else INK
        x, y = chain.at(f"day {day} price")
        line, (a, b) = chain.nearest_line(f"day {day} price")
        assert same_color(line.get_color(), color)
        assert same_color(chain.number(f"day {day} price").get_color(), color)
        assert a[0] == b[0] and a[1] < y < b[1]
        assert distance(b, *[chain.named("gates")[day - 1]] * 2) < 1


def test_the_chain_has_its_companys_name(chain, company):
    title = chain.ax.get_title()
    assert title == (f"Company {company}" if company else "Four days")
    color = COMPANY_STYLES[company]["color"] if company else INK
    assert same_color(chain.ax.title.get_color(), color)
    check_texts_apart(chain.figure)


def test_the_chain_starts_at_zero(monkeypatch):
    seen = []
    monkeypatch.setattr(plt, "show", lambda: seen.append(plt.gcf()))
    diagrams.draw_four_days(DAYS, "A")
    (drawing,) = map(Drawing, seen)
    assert drawing.number("day 0 long memory").get_text() == "0.00"
    assert drawing.number("day 0 short memory").get_text() == "0.00"
