"""Checks for notebook 13."""

import math

import torch

from .frame import check

SPIKES = torch.cos(torch.arange(240.0) ** 2)
ONE = torch.tensor([[0.3, -0.6, 1.1]])
TWO = torch.tensor([[0.1, 0.4, -0.2, 0.5], [0.7, -0.3, 0.2, 0.9]])


@check(
    inputs=[(SPIKES, 205, 31, 7), (SPIKES[20:], 195, 10, 5)],  # now is known
    hint="Start at now + ahead, and go back whole periods until the value is known.",
    insight="One number, the period. As long as the habit lasts, it is hard to beat.",
    changes=False,
    mistakes={
        "- back -> - min(back, 2 * period)": "Two periods aren't always enough: go back until the value is known.",
        "- back -> + period": "That is a period after the moment in question. The past lies before it.",
        "now + ahead - back -> now - back": "You go back from now. From which moment should you go back?",
        "- back -> - period": "One period isn't always enough: go back until the value is known.",
        "ceil(ahead -> ceil((ahead + 1) & - back -> + 1 - back": "You are one value off: the moment in question is now + ahead, no later.",
        "ahead -> 10 * ahead": "`ahead` counts values of `recording`, not steps of 5 ms: no factor 10.",
        "ahead / period) * period -> ahead / 143) * 143": "143 is the notebook's period. Which period is your function given?",
        "now + ahead - back -> now + ahead % period": "Your value lies after now: the future. Go back, by whole periods.",
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
    hint="Each step: the next value, then the window that ends in it. Last, the value.",
    insight="It hears nothing but itself: from the second step on, errors feed errors.",
    changes=False,
    mistakes={
        "range(steps) -> range(1)": "That is the value after one step. Does your loop go on, and does the window move?",
        "range(steps) -> range(1) & next_change(inputs) -> steps * next_change(inputs)": "You add up changes, but is each one asked of a window that has moved?",
        "range(steps) -> range(0)": "That is where you began: is what you compute put into `inputs`?",
        "range(steps) -> range(steps + 1)": "That is one step too many.",
        "range(steps) -> range(steps - 1)": "One step is missing.",
        "inputs[:, -1] + -> ": "That is the change. What is it added to?",
        "inputs[:, 1:] -> inputs[:, :-1]": "A new value comes in. Which one has to go: the newest or the oldest?",
        "return inputs[:, -1] -> return inputs[-1]": "`[-1]` is the last window, a row. The last values are a column.",
        "next_change(inputs) -> next_change(inputs)[0]": "Each window has its own change. You give all of them the first one's.",
        "got.dim() == 2 and same(got[:, -1], expected)": "Those are the values of all steps. Only the last step's are wanted.",
        "'too many indices' in str(got)": "`next_change` returns one number per window, `(batch,)`. What is `[0, 0]` to find there?",
        "'number of dimensions' in str(got) or 'must match' in str(got)": "Which shapes do you put together, and side by side (`dim=1`)? `[:, None]` makes a column of `(batch,)`; `[-1]` is a window.",
        "same(got - ONE, (got - ONE)[0, 0].expand(1, 3))": "You change a whole window. `list(inputs)`, `inputs[-1]`: windows or values?",
    },
)
def check_run_on(next_change, inputs, steps):
    for _ in range(steps):
        value = inputs[:, -1] + next_change(inputs)
        inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)
    return inputs[:, -1]
