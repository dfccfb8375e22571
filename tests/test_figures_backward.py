"""The way back through a day, by what matplotlib holds: each gradient at its arrow."""

import matplotlib
import numpy
import pytest
from matplotlib.colors import to_hex

from helpers import diagrams
from helpers.figures import GATE_COLORS, INK

matplotlib.use("agg")

# Where each gradient's arrow begins and ends, and its colour. x: forget gate 2.6, input
# gate 5.2, candidate 7.7, output gate 10.3, the way to the short memory 12.7.
ARROWS = {
    "from_tomorrow": ((14.5, 6.8), (13.0, 6.8), INK),
    "d_long": ((12.7, 6.8), (2.9, 6.8), INK),
    "d_long_before": ((2.6, 6.8), (0, 6.8), INK),
    "d_short": ((14.5, 0.5), (12.7, 2.3), INK),
    "d_squashed": ((12.7, 2.9), (12.7, 4.65), INK),
    "through_short": ((12.7, 5.45), (12.7, 6.5), INK),
    "d_short_before": ((2.6, 0.5), (0, 0.5), INK),
    "d_f": ((2.6, 6.5), (2.6, 3.4), GATE_COLORS["forget"]),
    "d_i": ((6.13, 4.8), (5.2, 3.4), GATE_COLORS["input"]),
    "d_g": ((6.77, 4.8), (7.7, 3.4), GATE_COLORS["candidate"]),
    "d_o": ((12.4, 2.6), (11.4, 2.6), GATE_COLORS["output"]),
}
WEIGHTS = {"forget": "wa1", "input": "wb1", "candidate": "wc1", "output": "wd1"}
SUMS = {f"d_{gate}_sum": gate for gate in WEIGHTS}
VALUES = {name: n / 16 - 0.4 for n, name in enumerate([*ARROWS, *SUMS])}


@pytest.fixture(scope="module")
def ax():
    figure = diagrams.way_back_figure(VALUES)
    figure.canvas.draw()
    yield figure.axes[0]
    matplotlib.pyplot.close(figure)


def texts(ax):
    return {text.get_gid(): text for text in ax.texts if text.get_gid()}


def shafts(ax):
    return [line for line in ax.lines if len(line.get_xdata()) > 1]


def distance(ax, text, line):
    """From a text's box to the nearest point of a line, in data's units."""
    box = text.get_window_extent().transformed(ax.transData.inverted())
    corners = numpy.array(line.get_xydata())
    ways = [numpy.linspace(a, b, 200) for a, b in zip(corners, corners[1:])]
    x, y = numpy.concatenate(ways).T
    beside = numpy.maximum(numpy.maximum(box.x0 - x, x - box.x1), 0)
    above = numpy.maximum(numpy.maximum(box.y0 - y, y - box.y1), 0)
    return numpy.hypot(beside, above).min()


def test_each_gradient_stands_there_once_with_its_name(ax):
    assert sorted(texts(ax)) == sorted(VALUES)
    assert len(texts(ax)) == sum(text.get_gid() is not None for text in ax.texts)
    for name, text in texts(ax).items():
        assert text.get_text().split()[-2:] == [name, f"{VALUES[name]:.4f}"]
    others = [text.get_text() for text in ax.texts if text.get_gid() is None]
    assert not any(character == "." for text in others for character in text)


@pytest.mark.parametrize("name", ARROWS)
def test_each_gradient_stands_at_its_arrow(ax, name):
    start, end, color = ARROWS[name]
    text = texts(ax)[name]
    nearest = min(shafts(ax), key=lambda line: distance(ax, text, line))
    points = nearest.get_xydata()
    assert points[0] == pytest.approx(start, abs=0.02)
    assert points[-1] == pytest.approx(end, abs=0.02)
    assert distance(ax, text, nearest) < 0.5
    assert to_hex(nearest.get_color()) == to_hex(color) == to_hex(text.get_color())


def test_every_arrow_points_backwards(ax):
    heads = [line for line in ax.lines if line.get_marker() in "<>^v"]
    for start, end, _ in [*ARROWS.values()]:
        at_end = [h for h in heads if numpy.hypot(*(h.get_xydata()[0] - end)) < 0.1]
        assert len(at_end) == 1, end
    to_the_left = [h for h in heads if h.get_marker() == "<"]
    assert len(to_the_left) == 5 and not [h for h in heads if h.get_marker() == ">"]


@pytest.mark.parametrize("gate", WEIGHTS)
def test_each_gate_has_its_sum_colour_and_weight(ax, gate):
    box = texts(ax)[f"d_{gate}_sum"]
    color = to_hex(GATE_COLORS[gate])
    assert box.get_text().startswith(gate)
    assert to_hex(box.get_bbox_patch().get_edgecolor()) == color
    [weight] = [t for t in ax.texts if t.get_text() == f"× {WEIGHTS[gate]}"]
    assert to_hex(weight.get_color()) == color
    x = box.get_position()[0]
    downward = [
        line
        for line in shafts(ax)
        if to_hex(line.get_color()) == color and tuple(line.get_xdata()) == (x, x)
    ]
    nearest = min(shafts(ax), key=lambda line: distance(ax, weight, line))
    assert nearest in downward and nearest.get_ydata()[1] < nearest.get_ydata()[0]


def test_a_number_that_rounds_to_0_has_no_sign():
    figure = diagrams.way_back_figure({name: -1e-9 for name in VALUES})
    assert all(
        t.get_text().endswith(" 0.0000") or t.get_text().endswith("\n0.0000")
        for t in texts(figure.axes[0]).values()
    )
    matplotlib.pyplot.close(figure)


def test_what_is_added_and_multiplied_where(ax):
    signs = {t.get_text(): [] for t in ax.texts if t.get_text() in "+×"}
    for text in ax.texts:
        if text.get_text() in signs:
            x, y = text.get_position()
            signs[text.get_text()].append((round(x, 2), round(y + 0.03, 2)))
    assert signs["+"] == [(12.7, 6.8)]
    assert sorted(signs["×"]) == [(2.6, 6.8), (6.45, 4.8), (12.7, 2.6)]
