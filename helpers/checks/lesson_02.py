"""Checks for notebook 02."""

import torch

from lstm_scratch import COMPANY_A

from .frame import as_many, check, known_model

FORBIDDEN = -77.0


MODEL = known_model()
MODEL.forward = lambda prices: torch.full((len(prices),), FORBIDDEN)


@check(
    inputs=[(MODEL, COMPANY_A), (MODEL, [0.2, 0.9, None, 0.4, None, None, 0.8, 0.6])],
    hint="Pass both memories on to the next day, and return the last short memory.",
    insight="Your function uses the same unit on any number of days. Such a network is called recurrent.",
    mistakes={
        "if price is not None -> if price": "A price of 0 is also a price. Which days have no price?",
        "if price is not None -> for price in [price or 0.0]": "An unknown price isn't a price of 0. What happens to both memories on such a day?",
        "in prices -> in prices[: [*prices, None].index(None)]": "Your loop ends at the first day without a price. The days after it also count.",
        "in prices -> in prices[-1:]": "Each of your days begins with memories of 0. Do you pass the memories of one day to the next day?",
        "long, short) -> long, 0.0)": "You pass on only the long memory. What about the short memory?",
        "long, short) -> short, long)": "lstm_unit takes the price, the long memory and the short memory, in this order.",
        "in prices -> in prices[:4]": "The function should work for any number of days.",
        "in prices -> in prices[:1]": "You return the result of day 1. Is your `return` inside the loop?",
        "in prices -> in prices[:-1]": "The last day is missing.",
        "in prices -> in prices[1:]": "Day 1 is missing. Python counts from 0.",
        "(price, -> (prices[0],": "Every day gets the price of day 1. Which price belongs to each day?",
        "return: long, short": "You return both memories. Which of them is the prediction?",
        "long, short = -> short, long =": "lstm_unit returns two memories. Which memory comes first?",
        "long, short = -> today = & short) -> short); long = today[0]; short = model.lstm_unit(price, long, short)[1]": "Call lstm_unit only once per day. Your second call gets today's long memory instead of yesterday's.",
        "in prices -> in range(len(prices))": "Your loop runs over the positions 0, 1, 2 and so on. Which price is at each position?",
        "in prices -> in prices[::-1]": "Your loop goes backwards through the days. Which price comes first?",
        "in prices -> in COMPANY_A": "You always use Company A. Use the prices that your function gets.",
        "'NoneType' in str(got)": "lstm_unit got None. What happens on a day without a price?",
        "'sequence' in str(got) or 'converted to an index' in str(got)": "lstm_unit takes three numbers: a price and two memories. Is one of yours a list, or the pair that lstm_unit returned?",
        "(as_tensor(got) == FORBIDDEN).any()": f"`model(…)` already contains the loop, so this check makes it return {FORBIDDEN}. Write your own loop with `model.lstm_unit`.",
        "same(got[-1], expected) and not same(got[0], expected)": "You return the short memories of all days. Which of them is the prediction?",
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
    hint="Keep all of the old memory, and add exactly the price. What must each gate and the candidate be?",
    insight="A memory can count if the unit adds to it. A memory that is squeezed between -1 and 1 every day can't count far.",
    observe=count_the_days,
    tolerance=0.49,
    mistakes={
        "return: [0, 0, 1] * 2 + [0, 1, 0] + [0] * 3": "These numbers give sums of 1. What is sigmoid(1), and what is tanh(1)?",
        "max(map(abs, got)) < 0.01": "Your unit writes nothing. Which weight makes the candidate follow the price? Is the input gate open?",
        "got[0] * expected[0] < -0.01": "Your memory counts in the wrong direction. Check the sign of the candidate's weight.",
        "same(got, [1, 1, 1], 0.1)": "Your memory counts the 1s, but a price of -1 subtracts nothing. At a price of -1, is the input gate open, and is the candidate -1?",
        "same(got, [1, 1, 2], 0.1)": "Your memory counts each -1 as if it were a 1. Which part can be negative, and what makes it negative?",
        "same([2 * value for value in got], expected, 0.1)": "Each day adds only about half of the price. How far is the input gate open?",
        "expected[1] > 100 and abs(expected[1] - got[2]) < 1": "When the count is high, a price of -1 subtracts nothing. Does your candidate also depend on the short memory?",
        "got[0] * expected[0] > 0.7": "A little is missing each day, and these errors add up. How near to 1 are the forget gate, the input gate and the candidate?",
    },
)
def check_counting_numbers():
    return [0.0, 0.0, 40.0] * 2 + [0.0, 40.0, 0.0] + [0.0] * 3
