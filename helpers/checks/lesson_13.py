"""The checks of notebook 13."""

import math

import torch
from torch import nn

from .frame import Check, as_tensor, rounded, same


class NextChange(nn.Module):
    """A forecast of the next change that looks at a whole window."""

    asked = 0  # how often it was called

    def forward(self, windows):  # (batch, length)
        self.asked += 1
        return torch.sin(windows.sum(1)) - 0.3 * windows[:, -1]  # (batch,)


def run_on(next_change, windows, steps):
    for _ in range(steps):
        value = windows[:, -1] + next_change(windows)
        windows = torch.cat([windows[:, 1:], value[:, None]], dim=1)
    return windows[:, -1]


CHANGED_WINDOWS = "changed windows"
NEVER_ASKED = "an answer without `next_change`"
SHAPES = (
    "too many indices",
    "same number of dimensions",
    "must match the size",
    "must match except",
)


def run_or_damage(answer, next_change, windows, steps):
    before = windows.clone()
    try:
        values = answer(next_change, windows, steps)
    except (IndexError, RuntimeError) as error:
        if not any(shape in str(error) for shape in SHAPES):
            raise
        values = f"{type(error).__name__}: {error}"
    if not torch.equal(windows, before):
        return CHANGED_WINDOWS
    unasked = next_change.asked == 0 and values is not None
    if unasked and not same(values, before[:, -1]):
        return NEVER_ASKED
    return values


check_run_on = Check(
    run_on,
    inputs=[
        (NextChange(), torch.tensor([[0.3, -0.6, 1.1]]), 2),
        (
            NextChange(),
            torch.tensor([[0.1, 0.4, -0.2, 0.5], [0.7, -0.3, 0.2, 0.9]]),
            4,
        ),
    ],
    observe=run_or_damage,
    hint="Each step: the next value, then the window that ends in it. Last, the value.",
    insight="It hears nothing but itself: from the second step on, errors feed errors.",
)


@check_run_on.mistake(
    "That is the value after one step. Does your loop go on, and does the window move?"
)
def window_stays(next_change, windows, steps):
    return windows[:, -1] + next_change(windows)


@check_run_on.mistake(
    "You add up changes, but is each one asked of a window that has moved?"
)
def changes_of_one_window(next_change, windows, steps):
    return windows[:, -1] + steps * next_change(windows)


@check_run_on.mistake("That is where you began: is what you compute put into `inputs`?")
def where_it_began(next_change, windows, steps):
    return windows[:, -1]


@check_run_on.mistake(
    "A new value comes in. Which one has to go: the newest or the oldest?"
)
def newest_overwritten(next_change, windows, steps):
    for _ in range(steps):
        value = windows[:, -1] + next_change(windows)
        windows = torch.cat([windows[:, :-1], value[:, None]], dim=1)
    return windows[:, -1]


@check_run_on.mistake("Your window grows. What has to go when a value comes in?")
def window_grows(next_change, windows, steps):
    for _ in range(steps):
        value = windows[:, -1] + next_change(windows)
        windows = torch.cat([windows, value[:, None]], dim=1)
    return windows[:, -1]


@check_run_on.mistake("`next_change` returns a change. To what is it added?")
def change_for_value(next_change, windows, steps):
    for _ in range(steps):
        value = next_change(windows)
        windows = torch.cat([windows[:, 1:], value[:, None]], dim=1)
    return windows[:, -1]


@check_run_on.mistake("At which end of a window is its newest value?")
def newest_first(next_change, windows, steps):
    for _ in range(steps):
        value = windows[:, -1] + next_change(windows)
        windows = torch.cat([value[:, None], windows[:, :-1]], dim=1)
    return windows[:, 0]


@check_run_on.mistake("You put the new value in front. Where is the newest?")
def put_in_front(next_change, windows, steps):
    for _ in range(steps):
        value = windows[:, -1] + next_change(windows)
        windows = torch.cat([value[:, None], windows[:, :-1]], dim=1)
    return windows[:, -1]


@check_run_on.mistake(
    "The change comes from now. Which value of a window is now: the first or the last?"
)
def added_to_the_oldest(next_change, windows, steps):
    for _ in range(steps):
        value = windows[:, 0] + next_change(windows)
        windows = torch.cat([windows[:, 1:], value[:, None]], dim=1)
    return windows[:, -1]


@check_run_on.mistake("How many steps did you go? Count with `steps` = 1.")
def one_step_short(next_change, windows, steps):
    return run_on(next_change, windows, steps - 1)


@check_run_on.mistake("You went a step too far. Count with `steps` = 1.")
def one_step_too_far(next_change, windows, steps):
    return run_on(next_change, windows, steps + 1)


@check_run_on.mistake("You went 150 steps, as `dream` does. How many were asked for?")
def as_many_as_the_dream(next_change, windows, steps):
    return run_on(next_change, windows, 150)


@check_run_on.mistake(
    "That is the last change. What is wanted is the value that it leads to."
)
def last_change(next_change, windows, steps):
    for _ in range(steps):
        change = next_change(windows)
        value = windows[:, -1] + change
        windows = torch.cat([windows[:, 1:], value[:, None]], dim=1)
    return change


@check_run_on.mistake("Those are whole windows. Only the last value of each is wanted.")
def whole_windows(next_change, windows, steps):
    for _ in range(steps):
        value = windows[:, -1] + next_change(windows)
        windows = torch.cat([windows[:, 1:], value[:, None]], dim=1)
    return windows


@check_run_on.mistake(
    "Those are the values of all steps. Only the last step's are wanted."
)
def values_of_all_steps(next_change, windows, steps):
    each = [run_on(next_change, windows, step + 1) for step in range(steps)]
    return torch.stack(each, dim=1)


@check_run_on.mistake("Those are values in mV. The windows' own unit is wanted.")
def turned_into_mv(next_change, windows, steps):
    return 5 * run_on(next_change, windows, steps) - 40


@check_run_on.mistake("`next_change` returns what is added. You subtract it.")
def change_subtracted(next_change, inputs, steps):
    return run_on(lambda windows: -next_change(windows), inputs, steps)


@check_run_on.mistake(
    "You went on with one window. What about the others of the batch?"
)
def one_window_only(next_change, windows, steps):
    return run_on(next_change, windows[:1], steps)


@check_run_on.mistake("`[-1]` is the last window, a row. The last values are a column.")
def last_window(next_change, windows, steps):
    for _ in range(steps):
        value = windows[:, -1] + next_change(windows)
        windows = torch.cat([windows[:, 1:], value[:, None]], dim=1)
    return windows[-1]


@check_run_on.mistake(
    "Each change is added to where you began. It starts from the last step's value."
)
def added_to_the_beginning(next_change, windows, steps):
    began = windows[:, -1]
    for _ in range(steps):
        value = began + next_change(windows)
        windows = torch.cat([windows[:, 1:], value[:, None]], dim=1)
    return windows[:, -1]


@check_run_on.mistake(
    "Each window has its own change. You give all of them the first one's."
)
def first_change_for_all(next_change, windows, steps):
    for _ in range(steps):
        value = windows[:, -1] + next_change(windows)[0]
        windows = torch.cat([windows[:, 1:], value[:, None]], dim=1)
    return windows[:, -1]


@check_run_on.symptom(
    "Your function writes into `inputs`. Leave them as they are: work on a copy."
)
def windows_changed(expected, got):
    return got is CHANGED_WINDOWS


@check_run_on.symptom("Your function never calls the `next_change` that is handed in.")
def never_asked(expected, got):
    return got is NEVER_ASKED


check_run_on.symptom("Nearly: is something rounded?")(rounded)


@check_run_on.symptom(
    "`next_change` returns one number a window, `(batch,)`. What is `[0, 0]` to find there?"
)
def one_number_of_a_table(expected, got):
    return isinstance(got, str) and "too many indices" in got


@check_run_on.symptom(
    "A table and `(batch,)` don't go side by side: make a column of it, `[:, None]`."
)
def column_forgotten(expected, got):
    return isinstance(got, str) and "of dimensions: got 2 and 1" in got


@check_run_on.symptom(
    "Which shapes do you put together, and side by side (`dim=1`)? `[-1]` is the last "
    "window, `[:, -1]` a column."
)
def shapes_apart(expected, got):
    return isinstance(got, str) and any(each in got for each in SHAPES)


@check_run_on.symptom(
    "You change a whole window. `list(inputs)`, `inputs[-1]`: windows or values?"
)
def list_of_windows(expected, got):
    got, window = as_tensor(got), check_run_on.inputs[0][1][0]
    if got is None or got.shape != window.shape:
        return False
    changes = got - window
    return same(changes, changes[:1].expand(3))


def by_clock(recording, now, ahead, period):
    periods = math.ceil(ahead / period)
    return recording[now + ahead - periods * period]


CHANGED = "a changed recording"


def forecast_or_damage(answer, recording, now, ahead, period):
    before = recording.clone()
    value = answer(recording, now, ahead, period)
    return value if torch.equal(recording, before) else CHANGED


check_by_clock = Check(
    by_clock,
    inputs=[
        (torch.sin(torch.arange(220.0) ** 2), 195, 3, 7),
        (torch.cos(torch.arange(240.0) ** 2), 205, 12, 5),
        (torch.cos(torch.arange(240.0) ** 2), 205, 10, 5),
        (torch.cos(torch.arange(240.0) ** 2), 205, 22, 5),
    ],
    observe=forecast_or_damage,
    hint="Start at now + ahead, and go back whole periods until the value is known.",
    insight="One number, the period. As long as the habit lasts, it is hard to beat.",
)


@check_by_clock.mistake(
    "That is one period before now. Which value is one before now + ahead?"
)
def ahead_forgotten(recording, now, ahead, period):
    return recording[now - period]


@check_by_clock.mistake(
    "Where ahead is more than a period, your forecast sees the future. Go back further."
)
def one_period_only(recording, now, ahead, period):
    return recording[now + ahead - period]


@check_by_clock.mistake(
    "Your value lies after now: the future. Go back, by whole periods."
)
def rest_of_the_period(recording, now, ahead, period):
    return recording[now + ahead % period]


@check_by_clock.mistake(
    "That is what comes at now + ahead itself: the future. Go back, by whole periods."
)
def the_future_itself(recording, now, ahead, period):
    return recording[now + ahead]


@check_by_clock.mistake(
    'That is the value of now, the forecast "no change". Go back by whole periods.'
)
def value_of_now(recording, now, ahead, period):
    return recording[now]


@check_by_clock.mistake("That is a place. Which value stands there in `recording`?")
def place_for_value(recording, now, ahead, period):
    return now + ahead - math.ceil(ahead / period) * period


@check_by_clock.mistake("That is a change. The value itself is wanted.")
def change_from_now(recording, now, ahead, period):
    return by_clock(recording, now, ahead, period) - recording[now]


@check_by_clock.mistake(
    "Two periods aren't always enough: go back until the value is known."
)
def two_periods_at_most(recording, now, ahead, period):
    place = now + ahead - period
    return recording[place - period if place > now else place]


@check_by_clock.mistake(
    "Three periods aren't always enough: go back until the value is known."
)
def three_periods_at_most(recording, now, ahead, period):
    periods = min(math.ceil(ahead / period), 3)
    return recording[now + ahead - periods * period]


@check_by_clock.mistake(
    "That is a period after the moment in question. The past lies before it."
)
def one_period_later(recording, now, ahead, period):
    return recording[now + ahead + period]


@check_by_clock.mistake(
    "You are one value off: the moment in question is now + ahead, no later."
)
def one_value_later(recording, now, ahead, period):
    periods = math.ceil((ahead + 1) / period)
    return recording[now + ahead + 1 - periods * period]


@check_by_clock.mistake(
    "`ahead` counts values of `recording`, not steps of 5 ms: no factor 10."
)
def steps_of_ten(recording, now, ahead, period):
    periods = math.ceil(10 * ahead / period)
    return recording[now + 10 * ahead - periods * period]


@check_by_clock.mistake(
    "`recording` goes on after now. You count from its end: count from `now`."
)
def from_the_end(recording, now, ahead, period):
    return by_clock(recording, len(recording) - 1, ahead, period)


@check_by_clock.mistake(
    "You use the notebook's `PERIOD`. Which period is your function given?"
)
def the_notebooks_period(recording, now, ahead, period):
    return by_clock(recording, now, ahead, 143)


@check_by_clock.mistake(
    "Where ahead is a whole number of periods, you go back one too far: now is known."
)
def now_unknown(recording, now, ahead, period):
    periods = ahead // period + 1
    return recording[now + ahead - periods * period]


@check_by_clock.symptom("Your function writes into `recording`. Leave it as it is.")
def recording_changed(expected, got):
    return got is CHANGED


@check_by_clock.symptom("Nearly: is something rounded?")
def value_rounded(expected, got):
    if isinstance(got, str):
        return False
    value = float(expected)
    return any(same(got, round(value, n), 1e-6) for n in (1, 2, 3))
