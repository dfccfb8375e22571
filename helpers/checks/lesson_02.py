"""The checks of notebook 02."""

import math

import torch
from torch import nn

from lstm_scratch import COMPANY_A, LSTM_Scratch

from .frame import Check, as_many, as_tensor, known_model, same, sigmoid

FORBIDDEN = -77.0


class WithoutForward(LSTM_Scratch):
    """A model whose own loop over the days answers nonsense."""

    def forward(self, input):
        return torch.full((len(input),), FORBIDDEN)

    def lstm_unit(self, input_value, long_memory, short_memory):
        if isinstance(input_value, list):
            raise TypeError("lstm_unit got a list of prices, it wants one")
        if isinstance(long_memory, tuple) or isinstance(short_memory, tuple):
            raise TypeError(
                "lstm_unit got two memories in the place of one: what it "
                "returns has two parts"
            )
        return super().lstm_unit(input_value, long_memory, short_memory)


def unroll(model, prices):
    return day_after_day(model, prices)[1]


def day_after_day(model, prices, long=0.0, short=0.0):
    for price in prices:
        long, short = model.lstm_unit(price, long, short)
    return long, short


def without_gradients(answer, *arguments):
    with torch.no_grad():
        return answer(*arguments)


without_gradients.__doc__ = ""
check_unroll = Check(
    unroll,
    inputs=[
        (known_model(WithoutForward), COMPANY_A),
        (known_model(WithoutForward), [0.2, 0.9, 0.4, 0.1, 0.8, 0.6]),
        (known_model(WithoutForward), [0.3, 0.9, 0.7, 0.5, 0.1]),
    ],
    hint="Hand both memories on to the next day, and return the last short one.",
    insight="The same unit for any number of days: that is what recurrent means.",
    observe=without_gradients,
)


@check_unroll.mistake("lstm_unit returns two memories: which comes first?")
def memories_swapped(model, prices):
    long = short = 0.0
    for price in prices:
        short, long = model.lstm_unit(price, long, short)
    return short


@check_unroll.mistake(
    "lstm_unit wants the price, the long memory, the short one, in this order."
)
def arguments_swapped(model, prices):
    long = short = 0.0
    for price in prices:
        long, short = model.lstm_unit(price, short, long)
    return short


@check_unroll.mistake(
    "Here every day begins with memories of 0. Is what one day returns handed to the "
    "next?"
)
def restarted_every_day(model, prices):
    return unroll(model, prices[-1:])


@check_unroll.mistake("Only the short memory is handed on. What about the long one?")
def long_memory_lost(model, prices):
    short = 0.0
    for price in prices:
        _, short = model.lstm_unit(price, 0.0, short)
    return short


@check_unroll.mistake("Only the long memory is handed on. What about the short one?")
def short_memory_lost(model, prices):
    long = 0.0
    for price in prices:
        long, short = model.lstm_unit(price, long, 0.0)
    return short


@check_unroll.mistake("The function shall work for any number of days.")
def four_days_only(model, prices):
    return unroll(model, prices[:4])


@check_unroll.mistake(
    "That is the result of day 1. Does `return` stand inside the loop?"
)
def returned_on_day_1(model, prices):
    return unroll(model, prices[:1])


@check_unroll.mistake("The last day is missing.")
def last_day_missing(model, prices):
    return unroll(model, prices[:-1])


@check_unroll.mistake("Day 1 is missing. Python counts from 0.")
def first_day_missing(model, prices):
    return unroll(model, prices[1:])


@check_unroll.mistake(
    "Every day gets the price of day 1. Which price belongs to each day?"
)
def same_price_every_day(model, prices):
    return unroll(model, [prices[0]] * len(prices))


@check_unroll.mistake("That is the last day's long memory. Which is the prediction?")
def long_memory_returned(model, prices):
    return day_after_day(model, prices)[0]


@check_unroll.mistake("Those are both memories. Which one is the prediction?")
def both_returned(model, prices):
    return day_after_day(model, prices)


@check_unroll.mistake(
    "That is what the notebook's own model says. Use the model that is given."
)
def own_model(model, prices):
    numbers = [1.19, 0.48, 1.33, 0.86, 1.29, 0.82]
    numbers += [1.97, 2.01, -0.54, 0.98, 0.68, 1.53]
    return unroll(known_model(LSTM_Scratch, numbers), prices)


@check_unroll.mistake("lstm_unit wants the price first.")
def price_last(model, prices):
    long = short = 0.0
    for price in prices:
        long, short = model.lstm_unit(long, short, price)
    return short


@check_unroll.mistake(
    "Call lstm_unit once a day: your second call gets the long memory of "
    "today, not yesterday's."
)
def two_calls_a_day(model, prices):
    long = short = 0.0
    for price in prices:
        long, _ = model.lstm_unit(price, long, short)
        _, short = model.lstm_unit(price, long, short)
    return short


@check_unroll.mistake(
    "Those are the numbers of the days, 0, 1, 2... Which price belongs to a number?"
)
def days_for_prices(model, prices):
    return unroll(model, range(len(prices)))


@check_unroll.mistake("The days run backwards. Which price comes first?")
def backwards(model, prices):
    return unroll(model, prices[::-1])


@check_unroll.mistake("That is Company A every time. Use the prices that are given.")
def company_a_only(model, prices):
    return unroll(model, COMPANY_A)


@check_unroll.mistake(
    "Both memories start at 0, since nothing has happened before day 1."
)
def memories_start_at_1(model, prices):
    return day_after_day(model, prices, 1.0, 1.0)[1]


@check_unroll.symptom(
    f"`model(…)` has the loop inside, and here it answers {FORBIDDEN} "
    "on purpose. Write the loop, with `model.lstm_unit`."
)
def calls_the_model(expected, got):
    got = as_tensor(got)
    return got is not None and bool((got == FORBIDDEN).any())


@check_unroll.symptom(
    "That is the prediction several times: each memory is one number."
)
def as_many_memories_as_days(expected, got):
    got = as_tensor(got)
    return (
        got is not None
        and got.numel() > 2
        and all(same(number, expected) for number in got.flatten())
    )


@check_unroll.symptom(
    "Those are the short memories of all days. Which one is the prediction?"
)
def all_short_memories(expected, got):
    got = as_tensor(got)
    return got is not None and got.numel() > 2 and same(got.flatten()[-1], expected)


class Days:
    """So many 1s, then so many -1s, and all that so many times."""

    def __init__(self, ups, downs, times=1):
        self.ups, self.downs, self.times = ups, downs, times
        self.prices = ([1.0] * ups + [-1.0] * downs) * times

    def __str__(self):
        parts = [
            f"{count} day{'s' * (count > 1)} of {price}"
            for count, price in ((self.ups, 1), (self.downs, -1))
            if count
        ]
        often = f", all that {self.times} times" * (self.times > 1)
        return " and then ".join(parts) + often + ","


def counting_numbers():
    return [0.0, 0.0, 40.0] * 2 + [0.0, 40.0, 0.0] + [0.0] * 3


def count_the_days(answer, days):
    """a long memory (after day 1, halfway, at the end) of"""
    numbers = answer()
    twelve = as_many(numbers, 12)
    if twelve is None:
        return [numbers]
    a, b, c, d = (twelve[n : n + 3] for n in (0, 3, 6, 9))
    long, short, seen = 0.0, 0.0, []
    for x in days.prices:
        f, i, g, o = (short * w1 + x * w2 + bias for w1, w2, bias in (a, b, c, d))
        long = long * sigmoid(f) + sigmoid(i) * math.tanh(g)
        short = sigmoid(o) * math.tanh(long)
        seen.append(long)
    return [seen[0], seen[(len(seen) - 1) // 2], seen[-1]]


check_counting_numbers = Check(
    counting_numbers,
    inputs=[
        (Days(1, 1),),
        (Days(2, 3),),
        (Days(400, 0),),
        (Days(0, 400),),
        (Days(300, 300),),
        (Days(2, 1, 200),),
    ],
    hint="Keep all of the old, and add exactly the price: what must each part be?",
    insight="A memory that is added to can count. One that is squeezed into -1 to 1 "
    "every day can't count far.",
    observe=count_the_days,
    tolerance=0.49,
)


@check_counting_numbers.mistake(
    "These numbers make sums, not gates: what does a sigmoid make of a sum "
    "of 1, and what does tanh?"
)
def sums_for_parts():
    return [0.0, 0.0, 1.0] * 2 + [0.0, 1.0, 0.0] + [0.0] * 3


@check_counting_numbers.symptom(
    "Twelve numbers are needed, three for each of the four parts."
)
def not_twelve(expected, got):
    return len(got) == 1


@check_counting_numbers.symptom(
    "Nothing is written. Which number makes the candidate follow the price, "
    "and is the input gate open?"
)
def nothing_written(expected, got):
    return all(abs(value) < 0.01 for value in got)


@check_counting_numbers.symptom(
    "It counts the wrong way round. Mind the sign of the candidate's weight."
)
def counting_backwards(expected, got):
    return got[0] * expected[0] < -0.01


@check_counting_numbers.symptom(
    "It counts the 1s, but a -1 takes nothing away. At a price of -1, is the "
    "input gate open, and is the candidate -1?"
)
def ups_only(expected, got):
    return near(got, [1, 1, 1])


@check_counting_numbers.symptom(
    "It counts each -1 as if it were a 1. Which part can be negative, and "
    "what makes it so?"
)
def each_day_is_up(expected, got):
    return near(got, [1, 1, 2])


@check_counting_numbers.symptom(
    "Each day adds about half of the price: how far open is the input gate?"
)
def half_written(expected, got):
    return near([2 * value for value in got], expected)


@check_counting_numbers.symptom(
    "Each day adds a little less than 1, and over the days that is too much: "
    "how near to 1 are the input gate and the candidate?"
)
def too_little_written(expected, got):
    return steady(got) and abs(got[2]) < abs(expected[2])


@check_counting_numbers.symptom(
    "Once the count is high, a -1 takes nothing away. Does the candidate "
    "listen to the short memory as well?"
)
def stuck_at_the_top(expected, got):
    return expected[1] > 100 and abs(expected[1] - got[2]) < 1


@check_counting_numbers.symptom(
    "Nearly: the little that is missing each day adds up. Which numbers "
    "bring the gates and the candidate still nearer to 1?"
)
def nearly_counted(expected, got):
    return abs(expected[2]) > 100 and abs(expected[2] - got[2]) < 2


@check_counting_numbers.symptom(
    "It loses some of the count every day: how near to 1 is the forget gate?"
)
def forgetting(expected, got):
    first, half, end = (abs(value) for value in got)
    return first > 0.9 and half > 0 and end < 1.99 * half + first / 2


def near(got, wanted):
    return all(abs(g - w) < 0.1 for g, w in zip(got, wanted))


def steady(got):
    """Is as much added on the second half of the days as on the first?"""
    return abs(got[2] - 2 * got[1]) < 0.0005 * abs(got[1])


def random_library(seed):
    torch.manual_seed(seed)
    return nn.LSTM(1, 1).requires_grad_(False)


def candidate_numbers(library, row=2, biases=("ih", "hh")):
    bias = sum(library.get_parameter(f"bias_{kind}_l0")[row] for kind in biases)
    return (
        library.weight_hh_l0[row, 0],
        library.weight_ih_l0[row, 0],
        bias,
    )


check_candidate_numbers = Check(
    candidate_numbers,
    inputs=[(random_library(8),), (random_library(9),)],
    hint="Return three numbers, wc1, wc2 and bc1, from the candidate's row: which "
    "tensor belongs to which, and how many biases are there?",
    insight="With four such functions, any nn.LSTM(1, 1) becomes an LSTM_Scratch.",
)


@check_candidate_numbers.mistake("nn.LSTM has two biases in each gate.")
def first_bias_only(library):
    return candidate_numbers(library, biases=("ih",))


@check_candidate_numbers.mistake("Each gate has two biases, not only the second.")
def second_bias_only(library):
    return candidate_numbers(library, biases=("hh",))


@check_candidate_numbers.mistake(
    "wc1 is the weight of the short memory: is that ih or hh?"
)
def ih_for_hh(library):
    wc1, wc2, bc1 = candidate_numbers(library)
    return wc2, wc1, bc1


@check_candidate_numbers.mistake(
    "That is the input gate. Look up the order of the gates."
)
def first_row(library):
    return candidate_numbers(library, row=0)


@check_candidate_numbers.mistake(
    "That is the forget gate. Look up the order of the gates."
)
def second_row(library):
    return candidate_numbers(library, row=1)


@check_candidate_numbers.mistake(
    "That is the output gate. Look up the order of the gates."
)
def last_row(library):
    return candidate_numbers(library, row=3)


@check_candidate_numbers.mistake(
    "Those are the notebook's numbers. Take them from the given library."
)
def the_notebooks_candidate(library):
    return 1.97, 2.01, -0.54


@check_candidate_numbers.mistake(
    "Those are both biases. Ours is one: what does nn.LSTM do with its two?"
)
def four_numbers(library):
    wc1, wc2, _ = candidate_numbers(library)
    return wc1, wc2, library.bias_ih_l0[2], library.bias_hh_l0[2]


@check_candidate_numbers.mistake(
    "nn.LSTM adds its two biases up. It doesn't take their mean."
)
def mean_of_the_biases(library):
    wc1, wc2, bc1 = candidate_numbers(library)
    return wc1, wc2, bc1 / 2


@check_candidate_numbers.mistake("In which order? The bias comes last.")
def bias_before_weights(library):
    wc1, wc2, bc1 = candidate_numbers(library)
    return bc1, wc1, wc2


@check_candidate_numbers.symptom(
    "Both weights come out of one tensor. One is the price's, ih, and one "
    "the short memory's, hh."
)
def one_weight_twice(expected, got):
    got = as_tensor(got)
    return got is not None and got.shape == (3,) and same(got[0], got[1])


@check_candidate_numbers.symptom(
    "Those are whole columns, a number a gate. Which row is the candidate's?"
)
def all_rows(expected, got):
    parts = [as_tensor(part) for part in got] if type(got) in (list, tuple) else []
    return bool(parts) and all(part is not None and part.numel() == 4 for part in parts)
