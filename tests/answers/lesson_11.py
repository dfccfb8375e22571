"""Answers of readers to the exercises of notebook 11 (see test_exercises.py)."""

# check_mean_so_far
{
    "return: it[:1]": "inside the loop",
    "returns[:month] -> returns[max(0, month - 12) : month]": "last twelve months only",
    "return: torch.stack([returns[:n].mean() for n in range(len(returns))])": "NaN",
    "forecasts = torch.zeros(len(returns)) -> forecasts = returns.clone()":
        "Only the first forecast",
}
# You divide by one too many
lambda returns: (returns.cumsum(0) - returns) / (torch.arange(len(returns)) + 1)
def mean_so_far(returns):  # right
    below = torch.tril(torch.ones(len(returns), len(returns)), -1)
    return below @ returns / torch.arange(len(returns)).clamp(min=1)
def mean_so_far(returns):  # right, but it changes
    for month in range(len(returns) - 1, 0, -1):
        returns[month] = returns[:month].mean()
    returns[0] = 0
    return returns

# check_scale_both
{
    "low, high = -> high, low =": "Lowest and highest of the training data",
    "training.min(), training.max() -> torch.cat([training, test]).aminmax()":
        "Your scale knows the test data",
    "test - low) / (high - low) -> test - test.min()) / (test.max() - test.min())":
        "The test data need the training data's scale",
    "(training - low) -> training - low & (test - low) -> test - low":
        "brackets around the difference",
    "return: it[0]": "That is the training series alone",
}
def scale_both(training, test):  # its lowest is 0 by now
    training -= training.min()
    training /= training.max()
    test = (test - training.min()) / (training.max() - training.min())
    return training, test
def scale_both(training, test):  # taken before `training` is overwritten
    low = training.min()
    training = (training - low) / (training.max() - low)
    return training, (test - low) / (training.max() - low)
def scale_both(training, test):  # right
    low, high = min(training.tolist()), max(training.tolist())
    return [[(x - low) / (high - low) for x in s.tolist()] for s in (training, test)]
def scale_both(training, test):  # right
    width = training.max() - training.min()
    return ((s - training.min()) / width for s in (training, test))
