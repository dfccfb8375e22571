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
    hint="The product of `later` in a month and `earlier` lag months before; then the sum over the root of the sum of squares.",
    insight="Among ten series there are 90 such pairs at each lag. Count your tests.",
    mistakes={
        "- earlier.mean() -> & - later.mean() ->": "Both series need their own mean taken away first.",
        "after[lag:] * before[:-lag] -> before[lag:] * after[:-lag]": "Now `later` comes first. Which of the two lies `lag` months back?",
        "after[lag:] * before[:-lag] -> after * before": "Those are products of the same month. Where does the lag go in?",
        "return: products.sum() / products.square().sum()": "Is the root of the sum of squares below the line?",
        "return: products.mean() / products.std()": "Mean and standard deviation don't grow with the number of months. Take sums.",
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
    hint="The limit: `NormalDist().inv_cdf` of 1, less half of 0.05 divided by the number of tests. Then count what lies beyond it.",
    insight="The more you test, the further out a discovery must lie.",
    mistakes={
        "abs(t) -> t": "A t far below 0 is a discovery, too.",
        "/ len(ts) ->": "That limit is for a single test. How many are there?",
        "/ len(ts) / 2 -> / len(ts)": "A t may lie beyond the limit on two sides, and each side may be wrong half as often.",
        "len(ts) -> 120": "That is the notebook's number of tests. How many are there here?",
        "return: len(ts) - it": "Those are the ones that don't lie beyond.",
        "return: [t for t in ts if abs(t) > limit]": "Those are the discoveries. How many are they?",
    },
)
def check_discoveries(ts):
    limit = NormalDist().inv_cdf(1 - 0.05 / len(ts) / 2)
    return sum(abs(t) > limit for t in ts)
