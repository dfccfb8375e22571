"""Checks for notebook 12."""

from statistics import NormalDist

import torch

from .frame import check

EARLIER = torch.tensor([0.02, -0.05, 0.03, 0.01, -0.02])
LATER = torch.tensor([0.01, 0.03, -0.06, 0.04, 0.02])
MONTHS = torch.arange(9.0)
TWENTY = [0.3, 3.1, -1.2, 0.8, -3.2, 2.9, -2.1, 1.1, 0.2, -0.4] + 10 * [0.6]


@check(
    inputs=[(EARLIER, LATER, 1), (MONTHS.sin() + 0.5, MONTHS.cos(), 3)],
    hint="Multiply `later` in each month by `earlier` from `lag` months before. Then divide the sum of the products by the root of the sum of their squares.",
    insight="Ten series make 90 such pairs at each lag. Count your tests.",
    mistakes={
        "- earlier.mean() -> & - later.mean() ->": "First subtract from each series its own mean.",
        "after[lag:] * before[:-lag] -> before[lag:] * after[:-lag]": "In your products, `later` comes first. Which series must come from `lag` months before?",
        "after[lag:] * before[:-lag] -> after * before": "You multiply values of the same month. Where do you use the lag?",
        "return: products.sum() / products.square().sum()": "You divide by the sum of squares. Where is the root?",
        "return: products.mean() / products.std()": "The mean and the standard deviation don't grow with the number of months. Use sums instead.",
        "[lag:] -> [1:] & [:-lag] -> [:-1]": "Does your function use the lag that it is given?",
    },
)
def check_t_between(earlier, later, lag):
    before = earlier - earlier.mean()
    after = later - later.mean()
    products = after[lag:] * before[:-lag]
    return products.sum() / products.square().sum().sqrt()


@check(
    inputs=[(TWENTY,), ([2.6, -2.7, 2.9, -2.5, 2.0],)],
    hint="Divide 0.05 by the number of tests and by 2, and subtract the result from 1. The limit is `NormalDist().inv_cdf` of this number. Then count the values beyond the limit.",
    insight="The more you test, the further from 0 a discovery must be.",
    mistakes={
        "abs(t) -> t": "A t far below 0 is also a discovery.",
        "/ len(ts) ->": "Your limit is for a single test. How many tests are there?",
        "/ len(ts) / 2 -> / len(ts)": "A t can be beyond the limit on two sides, so each side gets only half of the 0.05.",
        "len(ts) -> 120": "You use the notebook's number of tests. How many tests does your function get?",
        "return: len(ts) - it": "You count the values that aren't beyond the limit.",
        "return: [t for t in ts if abs(t) > limit]": "You return the discoveries. How many discoveries are there?",
    },
)
def check_discoveries(ts):
    limit = NormalDist().inv_cdf(1 - 0.05 / len(ts) / 2)
    return sum(abs(t) > limit for t in ts)
