"""Answers of readers to the exercises of notebook 10 (see test_exercises.py)."""

# check_count_products
{
    "return: 1620": "Count one memory on one day",
    "+ 3 * memories -> ": "The sums are right",
    "+ 3 * memories -> + 3": "Each memory has its own three products",
    "* batch -> ": "Does the whole batch count?",
    "return: sum(sums + 3 * memories for _ in range(days * batch))": "right",
}

# check_split_cost
{
    "return: int(it[0]), it[1]": "cuts decimals off",
    "return: it[0]": "`return` two numbers",
    "return: 4.0, 0.1": "only the numbers have grown",
    "return: round(it[0], 4), round(it[1], 4)": "are the costs rounded",
    "return: time_many - time_few, of_a_number": "What is left of `time_few`",
    "return: dict(zip(['call', 'number'], it))": "not a dictionary",
    "return: *it, few * of_a_number": "Only two costs",
    "return: it[::-1]": "First the cost of a call",
    "return: time_few, of_a_number": "Is the call's cost in `time_few` alone",
    "(time_many - time_few) / (many - few) -> time_many / many": "In `time_many` is a call",
}
def split_cost(few, time_few, many, time_many):  # right
    import numpy as np
    return np.linalg.solve([[1, few], [1, many]], [time_few, time_many])
def split_cost(few, time_few, many, time_many):  # right
    times = torch.tensor([time_few, time_many])  # with 32 bits
    n = (times[1] - times[0]) / (many - few)
    return times[0] - few * n, n
