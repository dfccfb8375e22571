"""Answers of readers to the exercises of notebook 12 (see test_exercises.py)."""

# check_t_between
{
    "- earlier.mean() -> & - later.mean() ->": "own mean",
    "after[lag:] * before[:-lag] -> before[lag:] * after[:-lag]": "comes first",
    "after[lag:] * before[:-lag] -> after * before": "same month",
    "return: products.sum() / products.square().sum()": "below the line",
    "return: products.mean() / products.std()": "Take sums",
    "[lag:] -> [1:] & [:-lag] -> [:-1]": "use the lag",
    "return: abs(it)": "lag months before; then",
}
def t_between(earlier, later, lag):  # right
    a, b = (later - later.mean()).tolist(), (earlier - earlier.mean()).tolist()
    products = [a[n] * b[n - lag] for n in range(lag, len(a))]
    return sum(products) / sum(p**2 for p in products) ** 0.5
def t_between(earlier, later, lag):  # right, but it changes
    earlier -= earlier.mean()
    later -= later.mean()
    products = later[lag:] * earlier[: len(earlier) - lag]
    return products.sum() / (products**2).sum() ** 0.5

# check_discoveries
{
    "abs(t) -> t": "far below 0",
    "/ len(ts) ->": "single test",
    "/ len(ts) / 2 -> / len(ts)": "two sides",
    "len(ts) -> 120": "notebook's number",
    "return: len(ts) - it": "don't lie beyond",
    "return: [t for t in ts if abs(t) > limit]": "How many are they",
    "return: it + 10": "Then count what lies",
}
def discoveries(ts):  # right
    p = [2 * (1 - NormalDist().cdf(abs(t))) for t in ts]
    return len([one for one in p if one < 0.05 / len(ts)])
# right
lambda ts: (torch.tensor(ts).abs() > -NormalDist().inv_cdf(0.025 / len(ts))).sum()
