"""What the plots hold: every curve with its data, its name, its style, its axes."""

import matplotlib.pyplot as plt
import pytest
import torch
from matplotlib.colors import same_color

from helpers import figures


@pytest.fixture
def drawn(monkeypatch):
    """Call a drawing function; return the panels (axes) of the one figure it shows."""
    monkeypatch.setattr(plt, "show", lambda: None)

    def draw(function, *arguments, **options):
        plt.close("all")
        function(*arguments, **options)
        (number,) = plt.get_fignums()
        plt.gcf().canvas.draw()  # what can't be drawn fails here
        return plt.figure(number).axes

    yield draw
    plt.close("all")


def data(line):
    """Return the points of a line as two lists."""
    return [float(x) for x in line.get_xdata()], [float(y) for y in line.get_ydata()]


def styles_differ(lines):
    """Do all lines differ in more than their colour?"""
    styles = [(line.get_linestyle(), line.get_marker()) for line in lines]
    return len(set(styles)) == len(styles)


# --- 01 and 02 ----------------------------------------------------------------


def test_draw_sigmoid_and_tanh(drawn):
    panels = drawn(figures.draw_sigmoid_and_tanh, [-1, 0.5])
    assert [ax.get_title() for ax in panels] == ["sigmoid", "tanh"]
    for ax, function in zip(panels, (torch.sigmoid, torch.tanh)):
        assert ax.get_xlabel() == "z"
        assert ax.get_ylabel() == f"{ax.get_title()}(z)"
        curve, dots = ax.lines
        z, values = map(torch.tensor, data(curve))
        assert z[0] == -5 and z[-1] == 5 and len(z) > 100
        torch.testing.assert_close(values, function(z))
        assert curve.get_linestyle() == "-" and dots.get_marker() == "o"
        z, values = data(dots)
        assert z == [-1, 0.5]
        torch.testing.assert_close(torch.tensor(values), function(torch.tensor(z)))
        for text, x, y in zip(ax.texts, z, values, strict=True):
            assert text.xy == (x, y) and text.get_text() == f"{y:.4f}"


RUNS = {
    "A": {"gate": [0.1, 0.2, 0.9], "memory": [0.3, 0.1, 0.2]},
    "B": {"gate": [0.8, 0.3, 0.7], "memory": [-0.3, 0.2, 0.4]},
}


@pytest.mark.parametrize("names", [["memory"], ["gate", "memory"]])
def test_plot_by_day(drawn, names):
    panels = drawn(figures.plot_by_day, RUNS, names, "how much")
    assert len(panels) == len(names)
    assert panels[0].get_ylabel() == "how much"
    assert [ax.get_title() for ax in panels] == (names if len(names) > 1 else [""])
    assert len({ax.get_ylim() for ax in panels}) == 1
    for ax, name in zip(panels, names):
        assert ax.get_xlabel() == "day"
        assert list(ax.get_xticks()) == [1, 2, 3]
        assert styles_differ(ax.lines)
        assert [text.get_text() for text in ax.texts] == ["A", "B"]
        for company, line, text in zip("AB", ax.lines, ax.texts, strict=True):
            values = RUNS[company][name]
            assert data(line) == ([1, 2, 3], values)
            style = figures.COMPANY_STYLES[company]
            assert same_color(line.get_color(), style["color"])
            assert same_color(text.get_color(), style["color"])
            assert line.get_linestyle() == style["linestyle"]
            # The name stands at its own line, on the side away from the other one.
            day, value = text.xy
            assert value == values[day - 1]
            other = RUNS["B" if company == "A" else "A"][name][day - 1]
            assert (text.xyann[1] > 0) == (value > other)


def test_plot_companies_shows_what_is_wanted_hollow(drawn):
    (ax,) = drawn(figures.plot_companies, [0.0, 0.5], [1.0, 0.5], wanted=[0.1, 0.9])
    assert [text.get_text() for text in ax.texts] == ["A", "A?", "B", "B?"]
    for company, line, hollow in zip("AB", ax.lines[::2], ax.lines[1::2]):
        style = figures.COMPANY_STYLES[company]
        assert data(line) == ([1, 2], [0.0, 0.5] if company == "A" else [1.0, 0.5])
        assert data(hollow) == ([3], [0.1 if company == "A" else 0.9])
        assert hollow.get_markerfacecolor() == "white"
        assert {line.get_color(), hollow.get_color()} == {style["color"]}
        assert {line.get_marker(), hollow.get_marker()} == {style["marker"]}


def test_plot_account_stacks_what_is_left_of_each_day(drawn):
    (ax,) = drawn(figures.plot_account, [1.0, 2.0, 0.5], [0.9, 0.5, 0.2])
    heights = [[], [], []]
    for bar in ax.patches:
        day = round(bar.get_x() + bar.get_width() / 2)
        assert bar.get_y() == pytest.approx(sum(heights[day - 1]))
        heights[day - 1].append(bar.get_height())
    assert heights == [[1.0], [0.5, 2.0], pytest.approx([0.1, 0.4, 0.5])]
    shown = [text.get_text() for text in ax.texts]
    assert shown[-4:] == ["day 1: 0.10", "day 2: 0.40", "day 3: 0.50", "1.00"]


def test_plot_nine_shows_each_prediction_in_its_place(drawn):
    (ax,) = drawn(figures.plot_nine, [[-0.001, 0.5], [0.25, 1.0]], ["A", "wiped"])
    shown = {text.get_position(): text.get_text() for text in ax.texts}
    assert shown == {(0, 0): "0.00", (1, 0): "0.50", (0, 1): "0.25", (1, 1): "1.00"}
    assert [t.get_text() for t in ax.get_yticklabels()] == ["long A", "long wiped"]
    assert [t.get_text() for t in ax.get_xticklabels()] == ["short A", "short wiped"]


def test_colours_and_styles_of_the_series_differ():
    styles = figures.COMPANY_STYLES
    assert styles["A"]["linestyle"] != styles["B"]["linestyle"]
    assert styles["A"]["marker"] != styles["B"]["marker"]
    colors = [*figures.GATE_COLORS.values(), figures.INK, figures.FLOOR]
    colors += [style["color"] for style in styles.values()]
    assert len(set(colors)) == len(colors) and "white" not in colors
    for color in colors:  # to be read on white: a contrast of 4.5 to 1, as WCAG asks
        assert contrast_to_white(color) > (3 if color == "#D55E00" else 4.5), color


def contrast_to_white(color):
    channels = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [
        c / 12.92 if c <= 0.04 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    ]
    light = sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear))
    return 1.05 / (light + 0.05)
