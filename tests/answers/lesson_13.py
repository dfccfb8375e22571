"""Answers of readers to the exercises of notebook 13 (see test_exercises.py)."""

# check_run_on
{
    "range(steps) -> range(steps // 2 * 2)": "Each step: the next value",
    "value[:, None] -> -value[:, None] & inputs[:, 1:] -> -inputs[:, 1:]": "Each step: the",
}
def run_on(next_change, inputs, steps):  # rounded
    for _ in range(steps):
        value = inputs[:, -1] + next_change(inputs)
        inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)
    return value.round(decimals=2)
# Which shapes do you put together, and side by side (`dim=1`)? `[-1]` is the last window, `[:, -1]` a column.
def run_on(next_change, inputs, steps):
    value = inputs[:, -1] + next_change(inputs)
    return torch.cat([inputs[:, 1:], value[:, None]], dim=0)
def run_on(next_change, inputs, steps):  # after one step
    for _ in range(steps):
        value = inputs[:, -1] + next_change(inputs)
        inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)
        return inputs[:, -1]
def run_on(next_change, inputs, steps):  # a window that has moved
    value = inputs[:, -1]
    for _ in range(steps):
        value = value + next_change(inputs)
    return value
def run_on(next_change, inputs, steps):  # the newest or the oldest
    inputs = inputs.clone()
    for _ in range(steps):
        inputs[:, -1] += next_change(inputs)
    return inputs[:, -1]
# That is where you began: is what you compute put into `inputs`?
def run_on(next_change, inputs, steps):
    for _ in range(steps):
        value = inputs[:, -1] + next_change(inputs)
        torch.cat([inputs[:, 1:], value[:, None]], dim=1)
    return inputs[:, -1]
def run_on(next_change, inputs, steps):  # values of all steps
    values = []
    for _ in range(steps):
        value = inputs[:, -1] + next_change(inputs)
        inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)
        values.append(value)
    return torch.stack(values, dim=1)
def run_on(next_change, inputs, steps):  # is there a `return`
    for _ in range(steps):
        value = inputs[:, -1] + next_change(inputs)
        inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)
    print(inputs[:, -1])
def run_on(next_change, inputs, steps):  # writes into `inputs`
    for _ in range(steps):
        value = inputs[:, -1] + next_change(inputs)
        inputs[:, :-1] = inputs[:, 1:].clone()
        inputs[:, -1] = value
    return inputs[:, -1]
def run_on(next_change, inputs, steps):  # windows or values
    values = list(inputs)
    for _ in range(steps):
        window = torch.stack(values[-len(inputs):])
        values.append(values[-1] + next_change(window))
    return values[-1]
def run_on(next_change, inputs, steps):  # the last window, a row
    for _ in range(steps):
        value = inputs[:, -1] + next_change(inputs)
        inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)
    return inputs[-1]
def run_on(next_change, inputs, steps):  # Which shapes do you put together
    for _ in range(steps):
        value = inputs[-1] + next_change(inputs)
        inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)
    return inputs[:, -1]
def run_on(next_change, inputs, steps):  # What is `[0, 0]` to find there
    for _ in range(steps):
        value = inputs[:, -1] + next_change(inputs)[0, 0]
        inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)
    return inputs[:, -1]
def run_on(next_change, inputs, steps):  # the first one's
    for _ in range(steps):
        value = inputs[:, -1] + next_change(inputs)[0]
        inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)
    return inputs[:, -1]
def run_on(next_change, inputs, steps):  # make a column of it
    for _ in range(steps):
        value = inputs[:, -1] + next_change(inputs)
        inputs = torch.cat([inputs[:, 1:], value], dim=1)
    return inputs[:, -1]
def run_on(next_change, inputs, steps):  # Which shapes do you put together
    for _ in range(steps):
        value = inputs[:, -1:] + next_change(inputs)
        inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)
    return inputs[:, -1]
def run_on(next_change, inputs, steps):  # never calls the `next_change`
    model = nn.LSTM(1, 4, batch_first=True).to(inputs.dtype)
    with torch.no_grad():
        for _ in range(steps):
            change = model(inputs[:, :, None])[0][:, -1, 0]
            value = inputs[:, -1] + change
            inputs = torch.cat([inputs[:, 1:], value[:, None]], dim=1)
    return inputs[:, -1]
def run_on(next_change, inputs, steps):  # never calls the `next_change`
    model = nn.LSTM(1, 4, batch_first=True).to(inputs.dtype)
    with torch.no_grad():
        value = inputs[:, -1] + model(inputs[:, :, None])[0][:, -1]
        return torch.cat([inputs[:, 1:], value[:, None]], dim=1)[:, -1]
lambda next_change, inputs, steps: next_change(inputs[5])  # stopped with IndexError
def run_on(next_change, inputs, steps):  # right
    seen = [row.tolist() for row in inputs]
    for _ in range(steps):
        now = torch.tensor([row[-inputs.shape[1]:] for row in seen])
        for row, change in zip(seen, next_change(now)):
            row.append(row[-1] + change.item())
    return [row[-1] for row in seen]
def run_on(next_change, inputs, steps):  # right
    inputs = inputs.clone()
    for _ in range(steps):
        value = inputs[:, -1] + next_change(inputs)
        inputs[:, :-1] = inputs[:, 1:].clone()
        inputs[:, -1] = value
    return inputs[:, -1].numpy()
def run_on(next_change, inputs, steps):  # right
    if steps == 0:
        return inputs[:, -1]
    new = inputs[:, -1:] + next_change(inputs).unsqueeze(1)
    return run_on(next_change, torch.hstack((inputs[:, 1:], new)), steps - 1)

# check_by_clock
def by_clock(recording, now, ahead, period):  # Three periods aren't always enough
    return recording[now + ahead - min(math.ceil(ahead / period), 3) * period]
def by_clock(recording, now, ahead, period):  # returned nothing
    for n in range(1, 4):
        if ahead <= n * period:
            return recording[now + ahead - n * period]
def by_clock(recording, now, ahead, period):  # You are one value off
    place = now + ahead - period + 1
    while place > now:
        place -= period
    return recording[place]
lambda recording, now, ahead, period: recording[now + ahead + period]  # a period after
def by_clock(recording, now, ahead, period):  # not steps of 5 ms
    place = now + 10 * ahead
    while place > now:
        place -= period
    return recording[place]
def by_clock(recording, now, ahead, period):  # is something rounded
    place = now + ahead - math.ceil(ahead / period) * period
    return round(recording[place].item(), 1)
def by_clock(recording, now, ahead, period):  # writes into `recording`
    for step in range(1, ahead + 1):
        recording[now + step] = recording[now + step - period]
    return recording[now + ahead]
def by_clock(recording, now, ahead, period):  # Which period is your function given
    PERIOD = 143
    back = math.ceil(ahead / PERIOD) * PERIOD
    return recording[now + ahead - back]
def by_clock(recording, now, ahead, period):  # Two periods aren't always enough
    place = now + ahead - period
    if place > now:
        place -= period
    return recording[place]
# Your value lies after now: the future. Go back, by whole periods.
def by_clock(recording, now, ahead, period):
    return recording[now + ahead - round(ahead / period) * period]
def by_clock(recording, now, ahead, period):  # Start at now + ahead
    back = math.ceil(ahead / period) * period
    return recording[ahead - back]
def by_clock(recording, now, ahead, period):  # right
    place = now + ahead
    while place > now:
        place -= period
    return recording[place].item()
# right
lambda recording, now, ahead, period: recording[now - period + 1 + (ahead - 1) % period]
def by_clock(recording, now, ahead, period):  # right
    known = recording[: now + 1].tolist()
    for _ in range(ahead):
        known.append(known[-period])
    return known[-1]
def by_clock(recording, now, ahead, period):  # right
    last = recording.numpy()[now - period + 1 : now + 1]
    return [last.tolist() * ahead][0][ahead - 1]
