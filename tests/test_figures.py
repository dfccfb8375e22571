"""The words beside each picture tell what is missing; drawings have blanks to fill."""

import matplotlib.pyplot as plt
import pytest

from helpers import diagrams, figures

RUNS = {
    "A": {"gate": [0.1, 0.2], "long": [0.3, 0]},
    "B": {"gate": [1, 1], "long": [2, 3]},
}
FAULTS = """
ax.lines[0].remove(); ax.lines[0].set(linestyle=":"); ax.lines[0].set(color="red")
ax.lines[0].set_ydata([0, 1]); ax.texts[0].remove(); ax.set(xlabel=""); ax.axhline(1)
ax.set(ylabel=""); ax.set(title=""); ax.set(yscale="log"); ax.bar(1, 1)
ax.fill_between([1, 2], [1, 2]); ax.imshow([[1]]); ax.set_yticks([1], ["one"])
ax.legend(["A"])"""


@pytest.mark.parametrize("fault", FAULTS.replace(";", "\n").split("\n")[1:])
def test_the_words_change_with_the_figure(fault):
    figures.plot_by_day(RUNS, ["gate", "long"], "value")
    before = figures.in_words(plt.gcf())
    exec(fault.strip(), {"ax": plt.gcf().axes[0]})
    assert figures.in_words(plt.gcf()) != before
    plt.close("all")


def test_the_race_shows_the_times_it_was_given():
    # Notebook 10 measures them, so its outputs aren't compared.
    results = {"small": [1.0, 0.9, 0.5], "large": [1.0, 1.2, 0.25]}
    figures.plot_race(results, ["reference", "ours", "fused"])
    dots = [dot.get_offsets().tolist() for dot in plt.gca().collections]
    words = figures.in_words(plt.gcf())
    plt.close("all")
    ratios = results["small"] + results["large"]
    assert dots == [[[ratio, place]] for place, ratio in enumerate(ratios)]
    assert "across: 'times as long as nn.LSTM without oneDNN'" in words
    assert "curve -- None #222222: 1,0 1,1" in words  # a line at 1
    assert "1.00 | 0.90 | 0.50 | 1.00 | 1.20 | 0.25 | small: reference" in words
    assert words.index("small: fused") < words.index("large: reference")


def test_blanks_and_zeros():
    tiny = {"forget_gate": -1e-9, "input_gate": 0.0}
    shown = diagrams.fill(diagrams.template("unit.svg"), tiny)
    assert (shown.count(">0.0000<"), shown.count("_______")) == (2, 14)
    chain = diagrams.chain()
    assert chain.count("_____") == 4 * 6 and "day 4" in chain
