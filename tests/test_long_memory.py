"""What notebooks 08 and 09 leave to their helpers: figures, and stacks of models."""

import matplotlib.pyplot as plt
import pytest
import torch
from torch import nn

from helpers import figures, stacks


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


@pytest.mark.parametrize("unit", [nn.RNN, nn.LSTM, nn.GRU, "relu"])
def test_a_stack_says_what_pytorchs_units_say(unit):
    options = {"nonlinearity": unit} if unit == "relu" else {}
    kind = nn.RNN if unit == "relu" else unit
    models = [nn.Sequential(kind(1, 8, **options), nn.Linear(8, 1)) for _ in "ab"]
    models = [model.double() for model in models]
    days, answers = torch.rand(6, 2, 1, 4).double(), torch.rand(2, 4).double()
    w = torch.func.stack_module_state(models)[0]
    got = stacks.errors(models[0][0], [w, w], days, answers)
    for k, (recurrent, linear) in enumerate(models):
        said = linear(recurrent(days[:, k].mT)[0][-1])[:, 0]
        expected = (said - answers[k]).square().mean()
        assert torch.allclose(got[:, k], expected)
