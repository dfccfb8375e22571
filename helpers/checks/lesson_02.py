"""Checks for notebook 02."""

import torch

from lstm_scratch import COMPANY_A

from .frame import as_many, check, known_model

FORBIDDEN = -77.0


MODEL = known_model()
MODEL.forward = lambda prices: torch.full((len(prices),), FORBIDDEN)


@check(
    inputs=[(MODEL, COMPANY_A), (MODEL, [0.2, 0.9, None, 0.4, None, None, 0.8, 0.6])],
    hint="Hand both memories on to the next day, and return the last short one.",
    insight="The same unit for any number of days: that is what recurrent means.",
    mistakes={
        "if price is not None -> if price": "A price of 0 is a price. Which days have none?",
        "if price is not None -> for price in [price or 0.0]": "A price that isn't known is no price of 0. What do both memories do on such a day?",
        "in prices -> in prices[: [*prices, None].index(None)]": "After a day without a price come more days.",
        "in prices -> in prices[-1:]": "Here every day begins with memories of 0. Is what one day returns handed to the next?",
        "long, short) -> long, 0.0)": "Only the long memory is handed on. What about the short one?",
        "long, short) -> short, long)": "lstm_unit wants the price, the long memory and the short one, in this order.",
        "in prices -> in prices[:4]": "The function should work for any number of days.",
        "in prices -> in prices[:1]": "That is the result of day 1. Does `return` stand inside the loop?",
        "in prices -> in prices[:-1]": "The last day is missing.",
        "in prices -> in prices[1:]": "Day 1 is missing. Python counts from 0.",
        "(price, -> (prices[0],": "Every day gets the price of day 1. Which price belongs to each day?",
        "return: long, short": "Those are both memories. Which one is the prediction?",
        "long, short = -> short, long =": "lstm_unit returns two memories. Which one comes first?",
        "long, short = -> today = & short) -> short); long = today[0]; short = model.lstm_unit(price, long, short)[1]": "Call lstm_unit once a day: your second call gets the long memory of today, not yesterday's.",
        "in prices -> in range(len(prices))": "Those are the numbers of the days, 0, 1, 2... Which price belongs to a number?",
        "in prices -> in prices[::-1]": "The days run backwards. Which price comes first?",
        "in prices -> in COMPANY_A": "That is Company A every time. Use the prices that are given.",
        "'NoneType' in str(got)": "lstm_unit got None. What happens on a day without a price?",
        "'sequence' in str(got) or 'converted to an index' in str(got)": "lstm_unit takes one price and two memories, each a number. Is one of yours a list, or what lstm_unit returned?",
        "(as_tensor(got) == FORBIDDEN).any()": f"`model(…)` has the loop inside, and here it answers {FORBIDDEN} on purpose. Write the loop, with `model.lstm_unit`.",
        "same(got[-1], expected) and not same(got[0], expected)": "Those are the short memories of all days. Which one is the prediction?",
    },
)
def check_unroll(model, prices):
    long = short = 0.0
    for price in prices:
        if price is not None:
            long, short = model.lstm_unit(price, long, short)
    return short


def count_the_days(answer, prices):
    """the long memory after day 1, halfway and at the end"""
    model = known_model(as_many(answer(), 12))
    long, short, seen = 0.0, 0.0, []
    for price in prices:
        long, short = model.lstm_unit(price, long, short)
        seen.append(long.item())
    return [seen[0], seen[(len(seen) - 1) // 2], seen[-1]]


@check(
    inputs=[([1.0, -1.0],), ([1.0] * 400,), ([1.0] * 300 + [-1.0] * 300,)],
    hint="Keep all of the old, and add exactly the price: what must each part be?",
    insight="A memory that is added to can count. One that is squeezed into -1 to 1 every day can't count far.",
    observe=count_the_days,
    tolerance=0.49,
    mistakes={
        "return: [0, 0, 1] * 2 + [0, 1, 0] + [0] * 3": "These numbers make sums, not gates: what does a sigmoid make of a sum of 1, and what does tanh?",
        "max(map(abs, got)) < 0.01": "Nothing is written. Which number makes the candidate follow the price, and is the input gate open?",
        "got[0] * expected[0] < -0.01": "It counts the wrong way round. Mind the sign of the candidate's weight.",
        "same(got, [1, 1, 1], 0.1)": "It counts the 1s, but a -1 takes nothing away. At a price of -1, is the input gate open, and is the candidate -1?",
        "same(got, [1, 1, 2], 0.1)": "It counts each -1 as if it were a 1. Which part can be negative, and what makes it so?",
        "same([2 * value for value in got], expected, 0.1)": "Each day adds about half of the price: how far open is the input gate?",
        "expected[1] > 100 and abs(expected[1] - got[2]) < 1": "Once the count is high, a -1 takes nothing away. Does the candidate listen to the short memory as well?",
        "got[0] * expected[0] > 0.7": "A little is missing each day, and it adds up: how near to 1 are the forget gate, the input gate and the candidate?",
    },
)
def check_counting_numbers():
    return [0.0, 0.0, 40.0] * 2 + [0.0, 40.0, 0.0] + [0.0] * 3
