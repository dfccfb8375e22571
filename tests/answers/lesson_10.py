"""Answers of readers to the exercises of notebook 10 (see test_exercises.py)."""

# check_count_products
def count_products(days, batch, inputs, memories):  # is there a `return`
    print(days * batch * memories * (4 * (memories + inputs) + 3))
lambda days, batch, inputs, memories: 1620  # Count one memory on one day
# The sums are right
lambda days, batch, inputs, memories: days * batch * memories * 4 * (memories + inputs)
# Each memory has its own three products a
def count_products(days, batch, inputs, memories):
    return days * batch * (4 * memories * (memories + inputs) + 3)
# Does the whole batch count?
lambda days, batch, inputs, memories: days * memories * (4 * (memories + inputs) + 3)
def count_products(days, batch, inputs, memories):  # right
    one_day = 4 * memories**2 + 4 * memories * inputs + 3 * memories
    return sum(one_day for _ in range(days * batch))
def count_products(days, batch, inputs, memories):  # right
    W = torch.ones(4 * memories, memories + inputs)
    return days * batch * (W.sum() + 3 * memories)
def count_products(days, batch, inputs, memories):  # right
    lstm = nn.LSTM(inputs, memories)
    n = lstm.weight_ih_l0.numel() + lstm.weight_hh_l0.numel()
    return torch.tensor(days * batch * (n + 3 * memories))

# check_split_cost
def split_cost(few, time_few, many, time_many):  # cuts decimals off
    n = (time_many - time_few) / (many - few)
    return int(time_few - few * n), n
def split_cost(few, time_few, many, time_many):  # `return` two numbers
    of_a_number = (time_many - time_few) / (many - few)
    return time_few - few * of_a_number
def split_cost(few, time_few, many, time_many):  # is there a `return`
    of_a_number = (time_many - time_few) / (many - few)
    print(time_few - few * of_a_number, of_a_number)
lambda few, time_few, many, time_many: (4.0, 0.1)  # only the numbers have grown
def split_cost(few, time_few, many, time_many):  # are the costs rounded
    n = (time_many - time_few) / (many - few)
    return round(time_few - few * n, 4), round(n, 4)
def split_cost(few, time_few, many, time_many):  # are the costs rounded
    n = (time_many - time_few) / (many - few)
    return round(time_few - few * n), round(n)
def split_cost(few, time_few, many, time_many):  # What is left of `time_few`
    n = (time_many - time_few) / (many - few)
    return time_many - time_few, n
def split_cost(few, time_few, many, time_many):  # What is left of `time_few`
    n = (time_many - time_few) / (many - few)
    return few * n - time_few, n
def split_cost(few, time_few, many, time_many):  # `return` two numbers
    n = (time_many - time_few) / (many - few)
    return torch.tensor(time_few - few * n)
def split_cost(few, time_few, many, time_many):  # not a dictionary
    n = (time_many - time_few) / (many - few)
    return {'call': time_few - few * n, 'number': n}
def split_cost(few, time_few, many, time_many):  # Only two costs
    n = (time_many - time_few) / (many - few)
    return time_few - few * n, n, few * n
def split_cost(few, time_few, many, time_many):  # That is a text
    n = (time_many - time_few) / (many - few)
    return f'{time_few - few * n} and {n}'
# First the cost of a call, then that of a
def split_cost(few, time_few, many, time_many):
    number = (time_many - time_few) / (many - few)
    return (number, time_few - few * number)
# Is the call's cost in `time_few` alone, 
def split_cost(few, time_few, many, time_many):
    number = (time_many - time_few) / (many - few)
    return (time_few, number)
def split_cost(few, time_few, many, time_many):  # In `time_many` is a call, too
    number = time_many / many
    return (time_few - few * number, number)
def split_cost(few, time_few, many, time_many):  # right
    from fractions import Fraction as F
    n = (F(time_many) - F(time_few)) / (many - few)
    return F(time_many) - many * n, n
def split_cost(few, time_few, many, time_many):  # right
    import numpy as np
    return np.linalg.solve([[1, few], [1, many]], [time_few, time_many])
def split_cost(few, time_few, many, time_many):  # right
    time_many -= time_few
    many -= few
    return [time_few - time_many / many * few, time_many / many]
def split_cost(few, time_few, many, time_many):  # right
    return torch.tensor([many * time_few - few * time_many,
                         time_many - time_few]) / (many - few)
def split_cost(few, time_few, many, time_many):  # right
    times = torch.tensor([time_few, time_many])  # with 32 bits
    n = (times[1] - times[0]) / (many - few)
    return times[0] - few * n, n
def split_cost(few, time_few, many, time_many):  # right
    n = torch.tensor((time_many - time_few) / (many - few))
    return torch.stack([time_many - many * n, n])
