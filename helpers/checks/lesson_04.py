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
    hint="The curve climbs with the price. Is your price too high or too low?",
    insight="If you halve the interval at each try, about three tries give you one more decimal.",
    observe=prediction_at,
    tolerance=0.005,
    mistakes={
        "not 0 <= got.price <= 1": "Like the companies' prices, your price must be between 0 and 1.",
        "abs(got.price - 0.5) < 0.001": "0.5 is the prediction. Which price on day 1 leads to this prediction?",
        "0.5 < got < 0.55": "Your price is nearly right. It must be a little lower.",
        "0.45 < got < 0.5": "Your price is nearly right. It must be a little higher.",
    },
)
def check_tipping_price():
    return 0.12725  # in the middle of those that do


@check(
    inputs=[
        (MODEL, [0.9, 0.2, 0.7, 0.4], [0.3, 0.0, 1.0]),
        (MODEL, [0.1, 0.8, 0.6, 0.3, 0.5, 0.2], [0.7, 0.2]),
    ],
    hint="Build one row for each price in `last_prices`. A row holds the earlier days' prices, and then this price. Give the rows to the model that your function gets.",
    insight="You changed one thing and kept everything else the same. This shows what a model looks at.",
    mistakes={
        "[:-1] -> [:-2]": "You remove two days and add one. Which days must stay?",
        "[*prices[:-1], price] -> [price, *prices[1:]]": "You change day 1. Which day is the last?",
        "[:-1] -> ": "Your rows have one day too many. Does the new price replace the last price?",
        "return: torch.cat([model(torch.tensor([[*prices, *last_prices[: n + 1]]])) for n, _ in enumerate(last_prices)])": "Each row also keeps the last prices of the rows before it. Does every row begin with `prices` again?",
        "in last_prices -> in sorted(last_prices)": "Your predictions aren't in the order of `last_prices`.",
        "*prices[:-1] -> *prices[:3]": "Your answer is right for four days. Which day is the last of six days?",
        "*prices -> *COMPANY_A": "You always use Company A. Use the company that your function gets as `prices`.",
        "for price in -> for price in last_prices[-1:] for _ in": "All your predictions belong to the last price. Is each row a separate list?",
    },
)
def check_sweep_last_day(model, prices, last_prices):
    rows = [[*prices[:-1], price] for price in last_prices]
    return model(torch.tensor(rows))
