"""What the figures of notebook 08 show."""

import matplotlib.pyplot as plt
import pytest
import torch

from helpers import figures


@pytest.fixture
def drawn(monkeypatch):
    """Call a drawing function and return the axes that it fills."""
    monkeypatch.setattr(plt, "show", lambda: None)
    yield lambda draw, *arguments: (draw(*arguments), plt.gca())[1]
    plt.close("all")


def test_the_influences_are_medians_by_day_and_each_line_has_its_name(drawn):
    by_day = torch.tensor([1e-3, 1e-2, 0.5]).repeat(1, 20) * torch.ones(3, 1)
    by_day[0] *= 100  # one row of three leaves the median as it is
    ax = drawn(figures.plot_influences, {"LSTM": by_day, "plain unit": by_day / 10})
    assert ax.get_yscale() == "log" and ax.get_xlabel() == "day"
    for line, values in zip(ax.lines, (by_day[1], by_day[1] / 10), strict=True):
        assert list(line.get_xdata()) == list(range(1, 61))
        assert torch.equal(torch.as_tensor(line.get_ydata()), values)
    assert [text.get_text() for text in ax.texts] == ["LSTM", "plain unit"]
    assert ax.lines[0].get_linestyle() != ax.lines[1].get_linestyle()


def test_the_shares_stand_over_the_ranges_of_the_prices(drawn):
    shares = {"LSTM": [0.37, 0.36], "plain unit": [0.3, 1e-9]}
    ax = drawn(figures.plot_shares, (0.01, 1.0), shares)
    assert ax.get_xscale() == ax.get_yscale() == "log"
    for line, values in zip(ax.lines, shares.values(), strict=True):
        assert list(line.get_xdata()) == [0.01, 1.0]
        assert list(line.get_ydata()) == values
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["0.01", "1"]
    assert [text.get_text() for text in ax.texts] == [*shares]
