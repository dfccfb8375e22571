"""The bars of the race say what they were given."""

import matplotlib.pyplot as plt
import pytest

from helpers import figures


@pytest.fixture
def ax(monkeypatch):
    monkeypatch.setattr(plt, "show", lambda: None)
    shares = {(1, 16, 12, 64): [2.5, 1.1, 0.4], (10, 64, 60, 128): [1.25, 1.0, 0.6]}
    figures.plot_speed(shares, ["textbook", "ours", "fused"], "the reference")
    yield plt.gca()
    plt.close("all")


def test_every_share_has_its_bar_and_its_number(ax):
    lengths = [[bar.get_width() for bar in bars] for bars in ax.containers]
    assert lengths == [[2.5, 1.25], [1.1, 1.0], [0.4, 0.6]]
    assert [bars.get_label() for bars in ax.containers] == ["textbook", "ours", "fused"]
    numbers = [text.get_text() for text in ax.texts]
    assert numbers == ["2.50", "1.25", "1.10", "1.00", "0.40", "0.60"]


def test_the_bars_of_a_size_stand_together_at_its_name(ax):
    names = [label.get_text() for label in ax.get_yticklabels()]
    assert names == [
        "1 in, 16 memories\n12 days, batch 64",
        "10 in, 64 memories\n60 days, batch 128",
    ]
    for place, bars in zip(ax.get_yticks(), zip(*ax.containers)):
        middles = [bar.get_y() + bar.get_height() / 2 for bar in bars]
        assert middles == sorted(middles) and middles[1] == place
        assert middles[2] - middles[0] < 0.6  # and so far from the next size
    assert ax.yaxis_inverted()  # the first size on top, its first version too


def test_it_says_what_is_1_and_no_version_is_told_by_its_colour_alone(ax):
    assert ax.get_xlabel() == "times as long as the reference"
    assert list(ax.lines[0].get_xdata()) == [1, 1]
    in_legend = [text.get_text() for text in ax.get_legend().get_texts()]
    assert sorted(in_legend) == ["fused", "ours", "textbook", "the reference"]
    assert len({bars[0].get_hatch() for bars in ax.containers}) == 3
