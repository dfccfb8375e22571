"""The words beside each picture, by which it is compared, tell what is missing."""

import re

import matplotlib.pyplot as plt
import pytest

from helpers import figures

RUNS = {
    "A": {"gate": [0.1, 0.2], "long": [0.3, 0]},
    "B": {"gate": [1, 1], "long": [2, 3]},
}


@pytest.fixture
def figure(monkeypatch):
    monkeypatch.setattr(plt, "show", lambda: None)
    figures.plot_by_day(RUNS, ["gate", "long"], "value")
    yield plt.gcf()
    plt.close("all")


def test_a_figure_in_words(figure):
    assert figures.in_words(figure).splitlines()[6:] == [
        "panel 'long'",
        "  across: 'day', linear",
        "  up: '', linear",
        "  1 x curve - o #0072b2: 1,0.3 2,0",
        "  1 x curve -- s #d55e00: 1,2 2,3",
        "  words: A | B | 1 | 2",
    ]


FAULTS = """
ax.lines[0].remove(); ax.lines[0].set(linestyle=":"); ax.lines[0].set(color="red")
ax.lines[0].set_ydata([0, 1]); ax.texts[0].remove(); ax.set(xlabel=""); ax.axhline(1)
ax.set(ylabel=""); ax.set(title=""); ax.set(yscale="log"); ax.bar(1, 1)
ax.fill_between([1, 2], [1, 2]); ax.imshow([[1]]); ax.set_yticks([1], ["one"])
ax.legend(["A"]); ax.figure.legend(["A"])"""


@pytest.mark.parametrize("fault", FAULTS.replace(";", "\n").split("\n")[1:])
def test_the_words_change_with_the_figure(figure, fault):
    before = figures.in_words(figure)
    exec(fault.strip(), {"ax": figure.axes[0]})
    assert figures.in_words(figure) != before


def test_colours_and_styles_of_the_series_differ():
    a, b = figures.COMPANY_STYLES.values()
    assert a["linestyle"] != b["linestyle"] and a["marker"] != b["marker"]
    colors = [*figures.GATE_COLORS.values(), figures.INK, figures.FLOOR]
    colors += [a["color"], b["color"]]
    assert len(set(colors)) == len(colors)
    for color in colors:  # on white, WCAG asks for a contrast of 4.5 to 1
        light = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        light = [((c + 0.055) / 1.055) ** 2.4 if c > 0.04 else c / 12.92 for c in light]
        light = 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
        assert 1.05 / (light + 0.05) > (3 if color == b["color"] else 4.5), color


def test_the_race_shows_the_times_it_was_given(monkeypatch):
    # Notebook 10 measures them, so its outputs aren't compared.
    monkeypatch.setattr(plt, "show", lambda: None)
    results = {"small": [1.0, 0.9, 0.5], "large": [1.0, 1.2, 0.25]}
    figures.plot_race(results, ["reference", "ours", "fused"])
    words = figures.in_words(plt.gcf())
    plt.close("all")
    dots = re.findall(r"curve None o \S+: (\S+),(\S+)", words)
    assert [ratio for ratio, _ in dots] == ["1", "0.9", "0.5", "1", "1.2", "0.25"]
    assert len({place for _, place in dots}) == 6
    assert "-- None #222222: 1,0 1,1" in words  # a line at 1
    assert "1.00 | 0.90 | 0.50 | 1.00 | 1.20 | 0.25 | small: reference" in words
    assert words.index("small: fused") < words.index("large: reference")
