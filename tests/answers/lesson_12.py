"""Readers' answers for notebook 12: test_exercises.py says how they are written."""
# check_t_between
lambda earlier, later, lag: lag  # Multiply `later`
def t_between(earlier, later, lag):  # right, but it changes
    earlier -= earlier.mean()
    later -= later.mean()
    products = later[lag:] * earlier[: len(earlier) - lag]
    return products.sum() / (products**2).sum() ** 0.5

# check_discoveries
lambda ts: len(ts) + 10  # Divide 0.05 by
def discoveries(ts):  # right
    p = [2 * (1 - NormalDist().cdf(abs(t))) for t in ts]
    return len([one for one in p if one < 0.05 / len(ts)])
def discoveries(ts):  # right
    return (torch.tensor(ts).abs() > -NormalDist().inv_cdf(0.025 / len(ts))).sum()
