"""The checks of notebook 04."""

import torch

from lstm_scratch import COMPANY_A, COMPANY_B, LSTM_Scratch

from .frame import Check, as_tensor, known_model, rounded


def tipping_price():
    return 0.12725  # in the middle of those that do


def second_model():
    """Return the second model of notebook 04, to five decimals."""
    model = LSTM_Scratch().double()
    numbers = [1.18747, 0.47908, 1.32844, 0.85912, 1.28552, 0.82053]
    numbers += [1.96999, 2.00945, -0.53967, 0.97930, 0.67520, 1.52960]
    for parameter, number in zip(model.parameters(), numbers):
        parameter.data.fill_(number)
    return model


class Prediction(float):
    """A prediction, with the price that led to it in `price`."""

    def __new__(cls, prediction, price):
        self = super().__new__(cls, prediction)
        self.price = float(price)
        return self


def prediction_at(answer):
    """the prediction"""
    price = answer()
    if price is None:
        return None
    if getattr(price, "numel", lambda: 1)() != 1 or isinstance(price, (list, tuple)):
        raise TypeError("return one number, the price of day 1")
    if isinstance(price, str):
        return f"'{price}'"
    prices = torch.tensor([[float(price), *COMPANY_A[1:]]])
    with torch.no_grad():
        return Prediction(second_model()(prices.double()), price)


check_tipping_price = Check(
    tipping_price,
    inputs=[()],
    hint="The curve climbs: is that too high or too low a price?",
    insight="Halving the interval gains a decimal about every three tries.",
    observe=prediction_at,
    tolerance=0.0005,
)


@check_tipping_price.symptom(
    "The companies' prices lie between 0 and 1, and so does this one."
)
def off_the_scale(expected, got):
    return isinstance(got, float) and not 0 <= got.price <= 1


@check_tipping_price.symptom("0.5 is the prediction. Which price on day 1 leads to it?")
def prediction_for_price(expected, got):
    return isinstance(got, float) and abs(got.price - 0.5) < 0.001


def is_near(got, margin):
    return isinstance(got, float) and abs(got - 0.5) < margin


@check_tipping_price.symptom("Nearly: the price needs a fourth decimal.")
def three_decimals(expected, got):
    if not is_near(got, 0.0015):  # as 0.127 is
        return False
    return abs(got.price - round(got.price, 3)) < 1e-6


@check_tipping_price.symptom("Nearly: the price must be a little lower.")
def a_little_high(expected, got):
    return is_near(got, 0.05) and got > 0.5


@check_tipping_price.symptom("Nearly: the price must be a little higher.")
def a_little_low(expected, got):
    return is_near(got, 0.05) and got < 0.5


def sweep_last_day(model, prices, last_prices):
    rows = [[*prices[:-1], price] for price in last_prices]
    return model(torch.tensor(rows))


def in_64_bits(answer, *arguments):
    before = torch.get_default_dtype()
    torch.set_default_dtype(torch.float64)
    try:
        with torch.no_grad():
            return answer(*arguments)
    finally:
        torch.set_default_dtype(before)


check_sweep_last_day = Check(
    sweep_last_day,
    inputs=[
        (known_model(), [0.9, 0.2, 0.7, 0.4], [0.3, 0.0, 1.0]),
        (known_model(), [0.1, 0.8, 0.6, 0.3, 0.5, 0.2], [0.7, 0.2]),
    ],
    hint="Build one row for each of `last_prices`: the earlier days, then that price. "
    "Ask the model that is handed in.",
    insight="One thing changed, the others held still: that shows what a model looks at.",
    observe=in_64_bits,
)


@check_sweep_last_day.mistake("That changes day 1. Which day shall change?")
def first_day_swept(model, prices, last_prices):
    return model(torch.tensor([[price, *prices[1:]] for price in last_prices]))


@check_sweep_last_day.mistake(
    "The days are given: replace the last one, don't add another."
)
def a_day_added(model, prices, last_prices):
    return model(torch.tensor([[*prices, price] for price in last_prices]))


@check_sweep_last_day.mistake("Two days are cut off and one is added: which days stay?")
def a_day_lost(model, prices, last_prices):
    return sweep_last_day(model, prices[:-1], last_prices)


@check_sweep_last_day.mistake(
    "Each row keeps the prices tried before: does every row begin with `prices` anew?"
)
def a_row_that_grows(model, prices, last_prices):
    grown = [[*prices, *last_prices[: n + 1]] for n in range(len(last_prices))]
    return torch.cat([model(torch.tensor([row])) for row in grown])


@check_sweep_last_day.mistake(
    "The predictions are in another order than `last_prices`."
)
def sorted_prices(model, prices, last_prices):
    return sweep_last_day(model, prices, sorted(last_prices))


@check_sweep_last_day.mistake("Right for four days. What is the last of six?")
def three_days_and_the_price(model, prices, last_prices):
    return sweep_last_day(model, [*prices[:3], 0.0], last_prices)


@check_sweep_last_day.mistake("That changes the fourth day. What is the last of six?")
def fourth_day_swept(model, prices, last_prices):
    return model(torch.tensor([[*prices[:3], p, *prices[4:]] for p in last_prices]))


@check_sweep_last_day.mistake(
    "That is Company A's sweep. The company is handed in, as `prices`."
)
def always_company_a(model, prices, last_prices):
    return sweep_last_day(model, COMPANY_A, last_prices)


@check_sweep_last_day.mistake(
    "That is Company B's sweep. The company is handed in, as `prices`."
)
def always_company_b(model, prices, last_prices):
    return sweep_last_day(model, COMPANY_B, last_prices)


@check_sweep_last_day.mistake(
    "That is what the notebook's `second` says. Use the model that is handed in."
)
def notebooks_second(model, prices, last_prices):
    return sweep_last_day(second_model(), prices, last_prices)


@check_sweep_last_day.mistake(
    "That is what the notebook's `second` says for Company A. Model and company are "
    "handed in."
)
def notebooks_second_and_a(model, prices, last_prices):
    return sweep_last_day(second_model(), COMPANY_A, last_prices)


@check_sweep_last_day.mistake(
    "All predictions are those of the last price: is each row a list of its own?"
)
def one_list_for_all(model, prices, last_prices):
    return sweep_last_day(model, prices, [last_prices[-1] for _ in last_prices])


@check_sweep_last_day.mistake(
    "All predictions are the same: where does the new price go in?"
)
def nothing_changed(model, prices, last_prices):
    return sweep_last_day(model, prices, [prices[-1] for _ in last_prices])


@check_sweep_last_day.mistake(
    "Those are changes of the prediction. The predictions themselves are asked for."
)
def changes_for_predictions(model, prices, last_prices):
    predictions = sweep_last_day(model, prices, last_prices)
    return predictions - predictions[0]


@check_sweep_last_day.mistake(
    "Those are changes against the company as it is. The predictions themselves are "
    "asked for."
)
def changes_against_the_company(model, prices, last_prices):
    return sweep_last_day(model, prices, last_prices) - model(torch.tensor([prices]))


@check_sweep_last_day.mistake("That is the last day but one. Which day shall change?")
def last_but_one_swept(model, prices, last_prices):
    return model(torch.tensor([[*prices[:-2], p, prices[-1]] for p in last_prices]))


@check_sweep_last_day.mistake(
    "Your rows are those of `last_prices` from its end. Keep its order."
)
def turned_round(model, prices, last_prices):
    return sweep_last_day(model, prices, last_prices[::-1])


check_sweep_last_day.symptom(
    "Nearly: are the predictions rounded? Leave that to `print`."
)(rounded)


@check_sweep_last_day.symptom(
    "The predictions alone are asked for, in a list or tensor, not a dictionary."
)
def with_their_prices(expected, got):
    return isinstance(got, dict)


@check_sweep_last_day.symptom("One prediction for each of `last_prices`.")
def another_number(expected, got):
    got = as_tensor(got)
    return got is not None and got.numel() != expected.numel()
