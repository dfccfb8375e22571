"""Checks for notebook 11."""

import torch

from .frame import check

FOUR = torch.tensor([2.0, 1.0, 3.0, 1.5])


@check(
    inputs=[(torch.tensor([0.1, 0.3, -0.1, 0.2, 0.4]),), (torch.arange(15.0).sin(),)],
    hint="For each month, the mean of what comes before it; for the first, 0.",
    insight="Simple, and hard to beat: published forecasts are measured against it.",
    mistakes={
        "[:month] -> [max(0, month - 12) : month]": "You take the last twelve months only. Which months come before a month?",
        ".mean().item() -> .sum().item() / (month + 1)": "You divide by one too many. How many months come before the second?",
        "[0.0] + -> returns[:1].tolist() +": "Only the first forecast is wrong: what is known before the first month?",
        "[:month] -> [: month + 1]": "Your forecast of a month uses that month itself. Where must the slice end?",
        ".mean() -> .sum()": "That is the sum of what comes before. How do you get the mean?",
        "return: it[:2] + [0.0] * (len(it) - 2)": "Only the second month has a forecast: is the `return` inside the loop?",
    },
)
def check_mean_so_far(returns):
    later = range(1, len(returns))
    return [0.0] + [returns[:month].mean().item() for month in later]


@check(
    inputs=[(FOUR, torch.tensor([4.0, 0.5, 2.0])), (torch.tensor([2.5, 2.0]), FOUR)],
    hint="Lowest and highest of the training data; then the same formula for both.",
    insight="Test values may lie outside 0 to 1. That is right: the future may be new.",
    mistakes={
        "training.min(), training.max() -> min(training.min(), test.min()), max(training.max(), test.max())": "Your scale knows the test data. From what may it be computed?",
        "(test - low) / (high - low) -> (test - test.min()) / (test.max() - test.min())": "The test data need the training data's scale, not one of their own.",
        "(test - low) / (high - low) -> test": "The training series is right, but the test series comes back as it was. If you do scale it: is `training` overwritten before? Then its lowest is 0 by now, and its highest 1.",
        "return: it[0]": "That is the training series alone. Return the test series, too.",
        "(training - low) -> training - low & (test - low) -> test - low": "The division comes before the minus: are there brackets around the difference?",
        "len(got) == 2 and same(got[0], expected[0])": "The training series is right. Is the test series scaled by the same two numbers, taken before `training` is overwritten?",
    },
)
def check_scale_both(training, test):
    low, high = training.min(), training.max()
    return (training - low) / (high - low), (test - low) / (high - low)
