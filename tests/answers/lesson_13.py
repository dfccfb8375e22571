"""Answers of readers to the exercises of notebook 13 (see test_exercises.py)."""

# check_run_on
{
    "range(steps) -> range(1) & next_change(inputs) -> next_change(inputs) * steps":
        "a window that has moved",
    "inputs = torch.cat( -> inputs[:] = torch.cat(": "writes into `inputs`",
    "return: it.round(decimals=2)": "rounded",
    "dim=1 -> dim=0": "Which shapes do you put together",
    "dim=1) -> dim=1); return inputs[:, -1]": "after one step",
    "inputs[:, 1:] -> inputs[:, :-1]": "the newest or the oldest",
    "inputs = torch -> torch": "That is where you began",
    "return inputs[:, -1] -> return inputs[-1]": "the last window, a row",
    "next_change(inputs) -> next_change(inputs)[0, 0]": "What is `[0, 0]` to find there",
    "next_change(inputs) -> next_change(inputs)[0]": "the first one's",
    "value[:, None] -> value": "make a column of it",
    "next_change(inputs) -> nn.LSTM(1, 1).to(inputs.dtype)(inputs[:, :, None])[0][:, -1, 0]":
        "never calls the `next_change`",
    "next_change(inputs) -> next_change(inputs[5])": "stopped with IndexError",
    "range(steps) -> range(steps // 2 * 2)": "Each step: the next value",
    "value[:, None] -> -value[:, None] & inputs[:, 1:] -> -inputs[:, 1:]": "Each step: the",
}
def run_on(next_change, inputs, steps):  # values of all steps
    values = []
    for _ in range(steps):
        value = inputs[:, -1] + next_change(inputs)
        inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)
        values.append(value)
    return torch.stack(values, dim=1)
def run_on(next_change, inputs, steps):  # windows or values
    values = list(inputs)
    for _ in range(steps):
        window = torch.stack(values[-len(inputs):])
        values.append(values[-1] + next_change(window))
    return values[-1]
def run_on(next_change, inputs, steps):  # right
    if steps == 0:
        return inputs[:, -1]
    new = inputs[:, -1:] + next_change(inputs).unsqueeze(1)
    return run_on(next_change, torch.hstack((inputs[:, 1:], new)), steps - 1)

# check_by_clock
{
    "ceil(ahead -> ceil((ahead + 1) & now + ahead - -> now + ahead + 1 -":
        "You are one value off",
    "periods = -> recording[now] = 0.0; periods =": "writes into `recording`",
    "math.ceil(ahead / period) -> min(math.ceil(ahead / period), 2)": "Two periods aren't",
    "math.ceil(ahead / period) -> min(math.ceil(ahead / period), 3)": "Three periods aren't",
    "- periods * period -> + period": "a period after",
    "ahead -> 10 * ahead": "not steps of 5 ms",
    "return: round(it.item(), 1)": "is something rounded",
    "period) -> 143) & periods * period -> periods * 143":
        "Which period is your function given",
    "math.ceil(ahead / period) -> round(ahead / period)": "the future. Go back",
    "math.ceil(ahead / period) -> ahead // period + 1": "Start at now + ahead",
}
def by_clock(recording, now, ahead, period):  # right
    place = now + ahead
    while place > now:
        place -= period
    return recording[place].item()
