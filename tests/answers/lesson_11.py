"""Answers of readers to the exercises of notebook 11 (see test_exercises.py)."""

# check_mean_so_far
def mean_so_far(returns):  # inside the loop
    said = []
    for n in range(len(returns)):
        said.append(returns[:n].mean() if n else 0.0)
        return said
def mean_so_far(returns):  # last twelve months only
    said = torch.zeros(len(returns))
    for n in range(1, len(returns)):
        said[n] = returns[max(0, n - 12):n].mean()
    return said
lambda returns: torch.stack([returns[:n].mean() for n in range(len(returns))])  # NaN
# one too many
lambda returns: (returns.cumsum(0) - returns) / (torch.arange(len(returns)) + 1)
def mean_so_far(returns):  # Only the first forecast
    said = [returns[0]]
    for n in range(1, len(returns)):
        said.append(returns[:n].mean())
    return torch.stack(said)
def mean_so_far(returns):  # You divide by one too many
    forecasts = torch.zeros(len(returns))
    total = 0.0
    for month in range(1, len(returns)):
        total += returns[month - 1]
        forecasts[month] = total / (month + 1)
    return forecasts
def mean_so_far(returns):  # right
    later = range(1, len(returns))
    return [0.0] + [sum(returns[:n].tolist()) / n for n in later]
def mean_so_far(returns):  # right
    below = torch.tril(torch.ones(len(returns), len(returns)), -1)
    return below @ returns / torch.arange(len(returns)).clamp(min=1)
def mean_so_far(returns):  # right
    import numpy
    a = returns.numpy()
    return numpy.append(0, a.cumsum()[:-1] / numpy.arange(1, len(a)))
def mean_so_far(returns):  # right
    total, said = 0, []
    for n, r in enumerate(returns):
        said.append(total / max(n, 1))
        total += r
    return said
def mean_so_far(returns):  # right
    import numpy as np
    r = returns.numpy()
    return np.concatenate([[0.0], np.cumsum(r)[:-1] / np.arange(1, len(r))])
def mean_so_far(returns):  # right, but it changes
    forecasts = returns
    for month in range(len(returns) - 1, 0, -1):
        forecasts[month] = returns[:month].mean()
    forecasts[0] = 0
    return forecasts

# check_scale_both
def scale_both(training, test):  # its lowest is 0 by now
    training = (training - training.min()) / (training.max() - training.min())
    test = (test - training.min()) / (training.max() - training.min())
    return training, test
def scale_both(training, test):  # taken before `training` is overwritten
    low = training.min()
    training = (training - low) / (training.max() - low)
    return training, (test - low) / (training.max() - low)
def scale_both(training, test):  # brackets around the difference
    low, high = training.min(), training.max()
    return training - low / (high - low), test - low / (high - low)
# That is the training series alone. Return the test series, too.
def scale_both(training, test):
    low, high = training.min(), training.max()
    return (training - low) / (high - low)
def scale_both(training, test):  # The test data need the training data's s
    def scale(x):
        return (x - x.min()) / (x.max() - x.min())
    return (scale(training), scale(test))
def scale_both(training, test):  # Your scale knows the test data
    both = torch.cat([training, test])
    low, high = (both.min(), both.max())
    return ((training - low) / (high - low), (test - low) / (high - low))
def scale_both(training, test):  # The training series is right, but the te
    training -= training.min()
    training /= training.max()
    test = (test - training.min()) / (training.max() - training.min())
    return (training, test)
def scale_both(training, test):  # right, but it changes
    low, high = training.aminmax()
    for series in (training, test):
        series -= low.clone()
        series /= high - low
    return training, test
def scale_both(training, test):  # right
    low, high = min(training.tolist()), max(training.tolist())
    return [[(x - low) / (high - low) for x in s.tolist()]
            for s in (training, test)]
def scale_both(training, test):  # right
    a, b = training.numpy(), test.numpy()
    width = a.max() - a.min()
    return (a - a.min()) / width, (b - a.min()) / width
def scale_both(training, test):  # right
    width = training.max() - training.min()
    return ((s - training.min()) / width for s in (training, test))
def scale_both(training, test):  # right
    low, high = torch.aminmax(training)
    scaled = (training.clone(), test.clone())
    for part in scaled:
        part.sub_(low).div_(high - low)
    return scaled
