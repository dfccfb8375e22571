"""Stacks of models, which train side by side for notebook 09."""

import pytest
import torch
from torch import nn

from helpers import stacks


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
