"""Checks for notebook 13."""

import math

import torch

from .frame import check

SPIKES = torch.cos(torch.arange(240.0) ** 2)
ONE = torch.tensor([[0.3, -0.6, 1.1]])
TWO = torch.tensor([[0.1, 0.4, -0.2, 0.5], [0.7, -0.3, 0.2, 0.9]])


@check(
    inputs=[(SPIKES, 205, 31, 7), (SPIKES[20:], 195, 10, 5)],  # now is known
    hint="Start at now + ahead, and go back by whole periods until the value is known.",
    insight="This forecast needs only one number, the period. It is hard to beat as long as the cell keeps its habit.",
    changes=False,
    mistakes={
        "- back -> - min(back, 2 * period)": "Two periods aren't always enough. Go back until the value is known.",
        "- back -> + period": "You go forward by a period. Go back instead, because only the past is known.",
        "now + ahead - back -> now - back": "You go back from now. From which moment should you go back?",
        "- back -> - period": "One period isn't always enough. Go back until the value is known.",
        "ceil(ahead -> ceil((ahead + 1) & - back -> + 1 - back": "Your position is wrong by one. The forecast is for now + ahead.",
        "ahead -> 10 * ahead": "`ahead` already counts values of `recording`, so it needs no factor of 10.",
        "ahead / period) * period -> ahead / 143) * 143": "143 is the notebook's period. Which period does your function get?",
        "now + ahead - back -> now + ahead % period": "Your value is from the future. Go back by whole periods.",
    },
)
def check_by_clock(recording, now, ahead, period):
    back = math.ceil(ahead / period) * period
    return recording[now + ahead - back]


def next_change(windows):
    """Forecast the next change, (batch,), from whole windows, (batch, length)."""
    return torch.sin(windows.sum(1)) - 0.3 * windows[:, -1] + 0.2


@check(
    inputs=[(next_change, ONE, 3), (next_change, TWO, 4)],
    hint="In each step, compute the next value, and make the window that ends with it. At the end, return the last value.",
    insight="From the second step on, the forecast uses its own values, so each error can cause further errors.",
    changes=False,
    mistakes={
        "range(steps) -> range(1)": "You return the value after one step. Does your loop go on, and does the window move?",
        "range(steps) -> range(1) & next_change(inputs) -> steps * next_change(inputs)": "You add up changes. Does the window move before you ask for the next change?",
        "range(steps) -> range(0)": "You return the value that you began with. Do you put your results into `inputs`?",
        "range(steps) -> range(steps + 1)": "You take one step too many.",
        "range(steps) -> range(steps - 1)": "One step is missing.",
        "inputs[:, -1] + -> ": "You return the change. What must you add it to?",
        "inputs[:, 1:] -> inputs[:, :-1]": "A new value comes into the window. Which value must leave it: the newest or the oldest?",
        "return inputs[:, -1] -> return inputs[-1]": "`inputs[-1]` is the last window, which is a row. You need the last column.",
        "next_change(inputs) -> next_change(inputs)[0]": "Each window has its own change. You use the first window's change for all windows.",
        "got.dim() == 2 and same(got[:, -1], expected)": "You return the values of all steps. Return only the values of the last step.",
        "'too many indices' in str(got)": "`next_change` returns one number per window, so its shape is `(batch,)`. How many indices can you use?",
        "'number of dimensions' in str(got) or 'must match' in str(got)": "Which shapes do you join? Do you join them side by side, with `dim=1`? `[:, None]` makes a column from `(batch,)`, and `[-1]` is a whole window.",
        "same(got - ONE, (got - ONE)[0, 0].expand(1, 3))": "You change a whole window. Do `list(inputs)` and `inputs[-1]` give you windows or values?",
    },
)
def check_run_on(next_change, inputs, steps):
    for _ in range(steps):
        value = inputs[:, -1] + next_change(inputs)
        inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)
    return inputs[:, -1]
