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
    """Many models of nn.LSTM(1, n) and nn.Linear(n, m) in one: same sums, less time.

    models: each with a `lstm` and a `linear`. Takes windows (batch, steps), and returns
    (models, batch, m), or (models, batch) where m is 1. If their losses are only added
    up, none notices the others.
    """

    def __init__(self, models):
        super().__init__()

        def side_by_side(part, name):
            numbers = [getattr(getattr(model, part), name) for model in models]
            return nn.Parameter(torch.stack(numbers).detach())

        self.inputs = side_by_side("lstm", "weight_ih_l0")  # (models, 4 n, 1)
        self.short = side_by_side("lstm", "weight_hh_l0")  # (models, 4 n, n)
        self.bias = side_by_side("lstm", "bias_ih_l0")
        self.bias2 = side_by_side("lstm", "bias_hh_l0")
        self.weight = side_by_side("linear", "weight")  # (models, m, n)
        self.last_bias = side_by_side("linear", "bias")

    def forward(self, windows):
        models, _, n = self.short.shape
        long = short = windows.new_zeros(models, n, len(windows))
        one = windows.new_ones(models, 1, len(windows))
        bias = (self.bias + self.bias2).unsqueeze(2)
        weights = torch.cat([self.short, self.inputs, bias], 2)
        for value in windows.unbind(1):  # (batch,)
            heard = torch.cat([short, value.expand_as(one), one], 1)
            let_in, forget, candidate, output = (weights @ heard).chunk(4, dim=1)
            kept = forget.sigmoid() * long
            long = kept + let_in.sigmoid() * candidate.tanh()
            short = output.sigmoid() * long.tanh()
        said = self.weight @ short + self.last_bias.unsqueeze(2)
        return said.squeeze(1) if said.shape[1] == 1 else said.mT
