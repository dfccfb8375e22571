"""Checks for notebook 04."""

import torch

from lstm_scratch import COMPANY_A

from .frame import as_many, check, known_model

MODEL = known_model().requires_grad_(False)
SECOND = [1.18747, 0.47908, 1.32844, 0.85912, 1.28552, 0.82053]  # to five decimals
SECOND += [1.96999, 2.00945, -0.53967, 0.97930, 0.67520, 1.52960]


def prediction_at(answer):
    """the prediction"""
    price = as_many(answer(), 1)[0]
    with torch.no_grad():
        seen = known_model(SECOND)(torch.tensor([[price, *COMPANY_A[1:]]]).double())[0]
    seen.price = price
    return seen


@check(
    inputs=[()],
    hint="The curve climbs: is that too high or too low a price?",
    insight="Halving the interval gains a decimal about every three tries.",
    observe=prediction_at,
    tolerance=0.005,
    mistakes={
        "not 0 <= got.price <= 1": "The companies' prices lie between 0 and 1, and so does this one.",
        "abs(got.price - 0.5) < 0.001": "0.5 is the prediction. Which price on day 1 leads to it?",
        "0.5 < got < 0.55": "Nearly: the price must be a little lower.",
        "0.45 < got < 0.5": "Nearly: the price must be a little higher.",
    },
)
def check_tipping_price():
    return 0.12725  # in the middle of those that do


@check(
    inputs=[
        (MODEL, [0.9, 0.2, 0.7, 0.4], [0.3, 0.0, 1.0]),
        (MODEL, [0.1, 0.8, 0.6, 0.3, 0.5, 0.2], [0.7, 0.2]),
    ],
    hint="Build one row for each of `last_prices`: the earlier days, then that price. Ask the model that is handed in.",
    insight="One thing changed, the others held still: that shows what a model looks at.",
    mistakes={
        "[:-1] -> [:-2]": "Two days are cut off and one is added: which days stay?",
        "[*prices[:-1], price] -> [price, *prices[1:]]": "That changes day 1. Which day is the last?",
        "[:-1] -> ": "Your rows have a day too many: does the new price replace the last one?",
        "return: torch.cat([model(torch.tensor([[*prices, *last_prices[: n + 1]]])) for n, _ in enumerate(last_prices)])": "Each row keeps the prices tried before: does every row begin with `prices` anew?",
        "in last_prices -> in sorted(last_prices)": "The predictions are in another order than `last_prices`.",
        "*prices[:-1] -> *prices[:3]": "Right for four days. What is the last of six?",
        "*prices -> *COMPANY_A": "That is Company A's sweep. The company is handed in, as `prices`.",
        "for price in -> for price in last_prices[-1:] for _ in": "All predictions are those of the last price: is each row a list of its own?",
    },
)
def check_sweep_last_day(model, prices, last_prices):
    rows = [[*prices[:-1], price] for price in last_prices]
    return model(torch.tensor(rows))
