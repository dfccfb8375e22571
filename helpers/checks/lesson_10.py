"""Checks for notebook 10."""

from .frame import ROUNDED, check


@check(
    inputs=[(5, 3, 2, 4), (7, 2, 1, 3)],
    hint="Count one memory on one day, then all memories, days and companies.",
    insight="Only the memories come squared: they are what costs in the end.",
    mistakes={
        "days * batch * -> days *": "Does the whole batch count?",
        "+ 3 * memories -> ": "The sums are right. Which products come after the gates?",
        "+ 3 * memories -> + 3": "Each memory has its own three products after the gates, doesn't it?",
        "4 * memories -> memories": "Each memory has four sums. Do you count them all?",
    },
)
def check_count_products(days, batch, inputs, memories):
    sums = 4 * memories * (memories + inputs)
    return days * batch * (sums + 3 * memories)


@check(
    inputs=[(10, 5.0, 210, 25.0), (10, 0.03, 310, 0.1)],  # 4 decimals are too few
    hint="From one measurement to the other, only the numbers have grown.",
    insight="A straight line through two points: its slope, and where it starts.",
    tolerance=1e-6,
    mistakes={
        "return: it[::-1]": "First the cost of a call, then that of a number.",
        "return: time_few, of_a_number": "Is the call's cost in `time_few` alone, or do `few` numbers cost, too?",
        "(time_many - time_few) / (many - few) -> time_many / many": "In `time_many` is a call, too. What is left when two times are subtracted?",
        "any(same(got, [round(cost, n) for cost in expected], 1e-9) for n in range(6))": ROUNDED,
        "same(got[1:], expected[1:], 1e-6)": "The cost of a number is right. What is left of `time_few` when its numbers are paid?",
    },
)
def check_split_cost(few, time_few, many, time_many):
    of_a_number = (time_many - time_few) / (many - few)
    return time_few - few * of_a_number, of_a_number
