"""The checks of notebook 11."""

import torch

from .frame import Check, same


def mean_so_far(returns):
    later = range(1, len(returns))
    return [0.0] + [returns[:month].mean().item() for month in later]


check_mean_so_far = Check(
    mean_so_far,
    inputs=[
        (torch.tensor([0.1, 0.3, -0.1, 0.2, 0.4, -0.3]).double(),),
        (torch.tensor([0.2, -0.4, 0.0, 0.6]).double(),),
        (torch.arange(15).double().square() / 100,),  # more than a year
    ],
    hint="For each month, the mean of what comes before it; for the first, 0.",
    insight="Simple, and hard to beat: published forecasts are measured against it.",
)


@check_mean_so_far.mistake(
    "Your forecast for a month contains that month. It sees the future."
)
def own_month_included(returns):
    later = range(1, len(returns))
    return [0.0] + [returns[: month + 1].mean().item() for month in later]


@check_mean_so_far.mistake(
    "Your forecast for a month contains that month, the first too. It sees the future."
)
def own_month_and_first(returns):
    months = range(1, len(returns) + 1)
    return [returns[:month].mean().item() for month in months]


@check_mean_so_far.mistake("Your forecasts contain all months. They see the future.")
def all_months(returns):
    return [0.0] + [returns.mean().item()] * (len(returns) - 1)


@check_mean_so_far.mistake(
    "You give every month the mean of all. What is known in the first month?"
)
def one_mean(returns):
    return [returns.mean().item()] * len(returns)


@check_mean_so_far.mistake(
    "You take the last three months only. Which months come before a month?"
)
def last_three(returns):
    later = range(1, len(returns))
    starts = [max(0, month - 3) for month in later]
    return [0.0] + [
        returns[start:month].mean().item() for start, month in zip(starts, later)
    ]


@check_mean_so_far.mistake(
    "That is the return of the month before alone. What about the others?"
)
def month_before(returns):
    return [0.0] + returns[:-1].tolist()


@check_mean_so_far.mistake(
    "That is the sum of what comes before. By what is a mean divided?"
)
def sum_so_far(returns):
    return [0.0] + returns.cumsum(0)[:-1].tolist()


@check_mean_so_far.mistake(
    "The first month is missing: what is forecast where nothing is known yet?"
)
def without_the_first(returns):
    return mean_so_far(returns)[1:]


@check_mean_so_far.mistake(
    "You take the last twelve months only. Which months come before a month?"
)
def last_twelve(returns):
    later = range(1, len(returns))
    return [0.0] + [
        returns[max(0, month - 12) : month].mean().item() for month in later
    ]


@check_mean_so_far.mistake(
    "You divide by one too many. How many months come before the second?"
)
def divided_by_one_more(returns):
    later = range(1, len(returns))
    return [0.0] + [returns[:month].sum().item() / (month + 1) for month in later]


@check_mean_so_far.mistake(
    "The month before is missing from your mean. Where does `[:n]` stop?"
)
def one_month_late(returns):
    return [0.0] + mean_so_far(returns)[:-1]


@check_mean_so_far.mistake(
    "Only the first forecast is wrong: what is known before the first month?"
)
def first_return_first(returns):
    return returns[:1].tolist() + mean_so_far(returns)[1:]


@check_mean_so_far.mistake("One forecast only: is the `return` inside the loop?")
def stopped_after_one(returns):
    return [0.0]


@check_mean_so_far.mistake(
    "One forecast too many: the last is for the month after the series."
)
def one_too_many(returns):
    return [*mean_so_far(returns), returns.mean().item()]


def scale_both(training, test):
    low, high = training.min(), training.max()
    return (training - low) / (high - low), (test - low) / (high - low)


check_scale_both = Check(
    scale_both,
    inputs=[
        (
            torch.tensor([2.0, 1.0, 3.0, 1.5]).double(),
            torch.tensor([4.0, 0.5, 2.0]).double(),
        ),
        (
            torch.tensor([5.0, 7.0]).double(),
            torch.tensor([6.0, 9.0, 4.0]).double(),
        ),
    ],
    hint="Lowest and highest of the training data; then the same formula for both.",
    insight="Test values may lie outside 0 to 1. That is right: the future may be new.",
)


@check_scale_both.mistake(
    "Your scale knows the test data. From what may it be computed?"
)
def scale_of_both(training, test):
    every = torch.cat([training, test])
    low, high = every.min(), every.max()
    return (training - low) / (high - low), (test - low) / (high - low)


@check_scale_both.mistake(
    "The test data need the training data's scale, not one of their own."
)
def each_its_own(training, test):
    return scale_both(training, training)[0], scale_both(test, test)[0]


@check_scale_both.mistake(
    "The highest becomes 1. What does the lowest training value become?"
)
def by_the_highest(training, test):
    return training / training.max(), test / training.max()


@check_scale_both.mistake(
    "The lowest becomes 0. By what must be divided, so that the highest becomes 1?"
)
def highest_not_one(training, test):
    low, high = training.min(), training.max()
    return (training - low) / high, (test - low) / high


@check_scale_both.mistake(
    "You divide by the standard deviation. Which two numbers are to become 0 and 1?"
)
def standardised(training, test):
    mean, deviation = training.mean(), training.std()
    return (training - mean) / deviation, (test - mean) / deviation


@check_scale_both.mistake(
    "The training series is right, but the test series comes back as it was. If you "
    "do scale it: is `training` overwritten before? Then its lowest is 0 by now, "
    "and its highest 1."
)
def test_left(training, test):
    return scale_both(training, test)[0], test


@check_scale_both.mistake(
    "You cut the test values off at 0 and 1. May the future not be new?"
)
def cut_off(training, test):
    scaled = scale_both(training, test)
    return scaled[0], scaled[1].clamp(0, 1)


@check_scale_both.mistake(
    "That is the training series, twice. Scale the test series, too."
)
def training_twice(training, test):
    return [scale_both(training, test)[0]] * 2


@check_scale_both.mistake(
    "Your lowest knows the test data. From what may it be computed?"
)
def lowest_of_both(training, test):
    low, high = min(training.min(), test.min()), training.max()
    return (training - low) / (high - low), (test - low) / (high - low)


@check_scale_both.mistake(
    "That is the training series alone. Return the test series, too."
)
def training_alone(training, test):
    return scale_both(training, test)[0]


@check_scale_both.mistake(
    "The numbers are right, but joined. Return two series: `return a, b`."
)
def joined(training, test):
    return torch.cat(scale_both(training, test))


@check_scale_both.mistake(
    "The division comes before the minus: are there brackets around the difference?"
)
def without_brackets(training, test):
    low, high = training.min(), training.max()
    return training - low / (high - low), test - low / (high - low)


@check_scale_both.mistake(
    "Your width is right. What must be subtracted, so that the lowest becomes 0?"
)
def nothing_subtracted(training, test):
    width = training.max() - training.min()
    return training / width, test / width


@check_scale_both.mistake(
    "The first value is not always the lowest, nor the last the highest."
)
def first_and_last(training, test):
    low, high = training[0], training[-1]
    return (training - low) / (high - low), (test - low) / (high - low)


@check_scale_both.mistake(
    "The lowest is to become 0 and the highest 1. Yours is the other way round."
)
def lowest_and_highest_swapped(training, test):
    low, high = training.min(), training.max()
    return (high - training) / (high - low), (high - test) / (high - low)


@check_scale_both.mistake(
    "Your test series has the training data's lowest, but a highest of its own."
)
def highest_of_its_own(training, test):
    low = training.min()
    return scale_both(training, test)[0], (test - low) / (test.max() - low)


@check_scale_both.mistake("Both are right. Which is to come first?")
def swapped(training, test):
    return scale_both(training, test)[::-1]


@check_scale_both.mistake("Are 1 and 3 the lowest and the highest of every series?")
def scale_typed_in(training, test):
    return (training - 1) / 2, (test - 1) / 2


@check_scale_both.symptom(
    "The training series is right. Is the test series scaled by the same two numbers, "
    "taken before `training` is overwritten?"
)
def only_the_test_is_wrong(expected, got):
    pair = isinstance(got, (list, tuple)) and len(got) == 2
    return pair and same(got[0], expected[0])
