"""Checks for notebook 10."""

from .frame import ROUNDED, check


@check(
    inputs=[(5, 3, 2, 4), (7, 2, 1, 3)],
    hint="First count the products of one memory on one day. Then count all memories, days and companies.",
    insight="Only the number of memories is squared. In a large LSTM, it decides the cost.",
    mistakes={
        "days * batch * -> days *": "Do you count all companies of the batch?",
        "+ 3 * memories -> ": "Your count of the sums is right. Which products come after the gates?",
        "+ 3 * memories -> + 3": "Each memory has its own three products after the gates. Do you count them for all memories?",
        "4 * memories -> memories": "Each memory has four sums. Do you count all four?",
    },
)
def check_count_products(days, batch, inputs, memories):
    sums = 4 * memories * (memories + inputs)
    return days * batch * (sums + 3 * memories)


@check(
    inputs=[(10, 5.0, 210, 25.0), (10, 0.03, 310, 0.1)],  # 4 decimals are too few
    hint="Each of the two times contains one call. Only the count of numbers is different.",
    insight="You found the straight line through two points. It starts at the cost of a call, and its slope is the cost of a number.",
    tolerance=1e-6,
    mistakes={
        "return: it[::-1]": "Return the cost of a call first, and then the cost of a number.",
        "return: time_few, of_a_number": "`time_few` also contains the cost of `few` numbers. What is left for the call?",
        "(time_many - time_few) / (many - few) -> time_many / many": "`time_many` also contains the cost of a call. What is left when you subtract `time_few`?",
        "any(same(got, [round(cost, n) for cost in expected], 1e-9) for n in range(6))": ROUNDED,
        "same(got[1:], expected[1:], 1e-6)": "The cost of a number is right. What is left of `time_few` without the cost of its numbers?",
    },
)
def check_split_cost(few, time_few, many, time_many):
    of_a_number = (time_many - time_few) / (many - few)
    return time_few - few * of_a_number, of_a_number
