"""Answers of readers to the exercises of notebook 04 (see test_exercises.py)."""

# check_tipping_price
lambda: 0.13  # a little lower
lambda: 0.12  # a little higher
lambda: 0.27  # too high or too low
lambda: 0.5  # 0.5 is the prediction
lambda: 12.72  # between 0 and 1
lambda: [0.1272, 0.5, 0.25, 1.0]  # Return one number
lambda: '0.1272'  # That is a text
lambda: torch.tensor([0.128])  # right
def tipping_price():  # right
    from fractions import Fraction
    return Fraction(1272, 10000)

# check_sweep_last_day
{
    "price] -> 1 - price]": "Build one row for each",
    "return: [round(p.item(), 2) for p in it]": "rounded",
    "return: dict(zip(last_prices, it))": "not a dictionary",
    "return: it - model(torch.tensor([prices]))": "changes against the company",
    "[:-1] -> [:-2]": "which days stay",
    "in last_prices -> in sorted(last_prices)": "in another order",
    "[:-1] -> [:3]": "Right for four days",
    "*prices -> *COMPANY_A": "Company A's sweep",
    "*prices[:-1], price -> *prices[:3], price, *prices[4:]": "changes the fourth day",
    "return: it[:, None]": "not their shape",
    "in last_prices -> in (0.3, 0.0, 1.0)": "One prediction for each",
    "return: it.numpy()": "right",
}
def sweep_last_day(model, prices, last_prices):  # begin with `prices` anew
    said = []
    for price in last_prices:
        prices.append(price)
        said.append(model(torch.tensor([prices])).item())
    return said
def sweep_last_day(model, prices, last_prices):  # is each row a list of its own
    rows = []
    for price in last_prices:
        prices[-1] = price
        rows.append(prices)
    return model(torch.tensor(rows))
def sweep_last_day(model, prices, last_prices):  # right
    before = prices[:-1]
    return (model(torch.tensor([[*before, p]])).item() for p in last_prices)
