"""Readers' answers for notebook 11: test_exercises.py says how they are written."""
# check_mean_so_far
{
    "return: torch.stack([returns[:n].mean() for n in range(len(returns))])": "NaN",
    "returns[:month] -> returns[month:]": "For each month",
}
def mean_so_far(returns):  # right, but it changes
    for month in range(len(returns) - 1, 0, -1):
        returns[month] = returns[:month].mean()
    returns[0] = 0
    return returns

# check_scale_both
lambda training, test: (test, training)  # Find the lowest
def scale_both(training, test):  # The training series is right, but
    training -= training.min()
    training /= training.max()
    test = (test - training.min()) / (training.max() - training.min())
    return training, test
def scale_both(training, test):  # The training series is right. Do
    low = training.min()
    training = (training - low) / (training.max() - low)
    return training, (test - low) / (training.max() - low)
def scale_both(training, test):  # right
    width = training.max() - training.min()
    return ((s - training.min()) / width for s in (training, test))
