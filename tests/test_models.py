"""Models side by side say what PyTorch's units say one by one."""

import pytest
import torch
from torch import nn

from helpers.models import SideBySide


@pytest.mark.parametrize("unit", [nn.RNN, nn.LSTM, nn.GRU])
@pytest.mark.parametrize("outputs", [1, 2])
def test_side_by_side(unit, outputs):
    options = {"nonlinearity": "relu"} if unit is nn.RNN and outputs == 2 else {}
    units = [unit(1, 8, batch_first=True, **options) for _ in "abc"]
    models = [nn.Sequential(unit, nn.Linear(8, outputs)) for unit in units]
    windows = torch.rand(3, 5, 7)  # each model its own, (5, 7)
    alone = [
        linear(unit(mine.unsqueeze(2))[0][:, -1])
        for (unit, linear), mine in zip(models, windows)
    ]
    said = SideBySide(models)(windows).view(3, 5, outputs)
    assert torch.allclose(said, torch.stack(alone), atol=1e-6)
