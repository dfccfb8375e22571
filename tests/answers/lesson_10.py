"""Readers' answers for notebook 10: test_exercises.py says how they are written."""
# check_count_products
lambda *given: 1620  # First count the
lambda d, b, n, m: sum(4 * m * (m + n) + 3 * m for _ in range(d * b))  # right

# check_split_cost
lambda *given: (4.0, 0.1)  # Each of the two
{
    "return: round(it[0], 4), round(it[1], 4)": "Your result is",
    "return: time_many - time_few, of_a_number": "What is left of `time_few`",
}
def split_cost(few, time_few, many, time_many):  # right
    times = torch.tensor([time_few, time_many])  # with 32 bits
    n = (times[1] - times[0]) / (many - few)
    return times[0] - few * n, n
