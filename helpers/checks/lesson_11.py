"""Checks for notebook 11."""

import torch

from .frame import check

FOUR = torch.tensor([2.0, 1.0, 3.0, 1.5])


@check(
    inputs=[(torch.tensor([0.1, 0.3, -0.1, 0.2, 0.4]),), (torch.arange(15.0).sin(),)],
    hint="For each month, compute the mean of the returns before it. For the first month, use 0.",
    insight="This forecast is simple, and it is hard to beat. Published forecasts are compared with it.",
    mistakes={
        "[:month] -> [max(0, month - 12) : month]": "You take only the last twelve months. Which months come before a month?",
        ".mean().item() -> .sum().item() / (month + 1)": "The number that you divide by is 1 too large. How many months come before the second month?",
        "[0.0] + -> returns[:1].tolist() +": "Only the first forecast is wrong. What is known before the first month?",
        "[:month] -> [: month + 1]": "Your forecast of a month uses that month itself. Where must the slice end?",
        ".mean() -> .sum()": "You compute the sum of the earlier returns. How do you get the mean?",
        "return: it[:2] + [0.0] * (len(it) - 2)": "Only the second month has a forecast. Is your `return` inside the loop?",
    },
)
def check_mean_so_far(returns):
    later = range(1, len(returns))
    return [0.0] + [returns[:month].mean().item() for month in later]


@check(
    inputs=[(FOUR, torch.tensor([4.0, 0.5, 2.0])), (torch.tensor([2.5, 2.0]), FOUR)],
    hint="Find the lowest and the highest value of the training data. Then use the same formula for both series.",
    insight="Scaled test values may be below 0 or above 1. That is right, because the future may bring new values.",
    mistakes={
        "training.min(), training.max() -> min(training.min(), test.min()), max(training.max(), test.max())": "Your scale uses the test data. Which data may it use?",
        "(test - low) / (high - low) -> (test - test.min()) / (test.max() - test.min())": "The test data need the scale of the training data, and not a scale of their own.",
        "(test - low) / (high - low) -> test": "The training series is right, but the test series hasn't changed. Do you overwrite `training` before you scale the test series? Then the lowest value of `training` is already 0, and the highest is already 1.",
        "return: it[0]": "You return only the training series. Return the test series as well.",
        "(training - low) -> training - low & (test - low) -> test - low": "Python divides before it subtracts. Are there brackets around the difference?",
        "len(got) == 2 and same(got[0], expected[0])": "The training series is right. Do you scale the test series by the same two numbers? Do you find these numbers before you overwrite `training`?",
    },
)
def check_scale_both(training, test):
    low, high = training.min(), training.max()
    return (training - low) / (high - low), (test - low) / (high - low)
