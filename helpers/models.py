"""Models with given numbers, and many side by side. Notebooks teach what a model is."""

import torch
from torch import nn

from lstm_scratch import LSTM_Scratch


def model_with(*twelve):
    """Return an LSTM_Scratch with these numbers: wa1, wa2, ba1, wb1, ... bd1."""
    model = LSTM_Scratch().requires_grad_(False)  # nothing is trained
    for parameter, value in zip(model.parameters(), twelve, strict=True):
        parameter.fill_(value)
    return model


class SideBySide(nn.Module):
    """Many models in one: the same sums in less time.

    models: each an nn.LSTM, nn.GRU or nn.RNN of one input, and an nn.Linear(n, m).
    Takes windows, (batch, steps) for all or (models, batch, steps), and returns
    (models, batch, m), or (models, batch) where m is 1. If their losses are only added
    up, none notices the others.
    """

    def __init__(self, models):
        super().__init__()
        unit, _ = models[0].children()
        self.mode = unit.mode  # LSTM, GRU, RNN_TANH or RNN_RELU
        stacked, _ = torch.func.stack_module_state(models)
        self.weights = nn.ParameterList(stacked.values())  # each (models, ...)

    def forward(self, windows):
        V, W, d, b, last, last_bias = self.weights
        models, _, n = W.shape
        short = long = W.new_zeros(models, n, windows.shape[-2])
        one = torch.ones_like(short[:, :1])
        weights = torch.cat([W, V, (d + b).unsqueeze(2)], 2)
        for x in windows.unbind(-1):
            x = x.unsqueeze(-2).expand_as(one)
            sums = weights @ torch.cat([short, x, one], 1)
            if self.mode == "LSTM":
                let_in, forget, candidate, output = sums.chunk(4, dim=1)
                long = forget.sigmoid() * long + let_in.sigmoid() * candidate.tanh()
                short = output.sigmoid() * long.tanh()
            elif self.mode == "GRU":
                reset, keep, _ = sums.sigmoid().chunk(3, dim=1)
                from_short = W[:, -n:] @ short + b[:, -n:].unsqueeze(2)
                candidate = sums[:, -n:] - (1 - reset) * from_short
                short = keep * short + (1 - keep) * candidate.tanh()
            else:
                short = sums.relu() if self.mode == "RNN_RELU" else sums.tanh()
        said = last @ short + last_bias.unsqueeze(2)
        return said.squeeze(1) if said.shape[1] == 1 else said.mT
