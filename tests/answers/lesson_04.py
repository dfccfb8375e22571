"""Readers' answers for notebook 04: test_exercises.py says how they are written."""
# check_tipping_price
lambda: 0.13  # a little lower
lambda: 0.12  # a little higher
lambda: 0.27  # too high or too low
lambda: 0.5  # 0.5 is the prediction
lambda: 12.72  # between 0 and 1
lambda: [0.1272, 0.5, 0.25, 1.0]  # Return 1
lambda: "0.1272"  # Return plain
lambda: torch.tensor([0.128])  # right
def tipping_price():  # right
    from fractions import Fraction
    return Fraction(1272, 10000)

# check_sweep_last_day
{
    "price] -> 1 - price]": "Build one row for each",
    "return: it[:, None]": "Your numbers are",
    "return: it.numpy()": "right",
}
def sweep_last_day(model, prices, last_prices):  # Each row also
    said = []
    for price in last_prices:
        prices.append(price)
        said.append(model(torch.tensor([prices])).item())
    return said
def sweep_last_day(model, prices, last_prices):  # All your predictions
    rows = []
    for price in last_prices:
        prices[-1] = price
        rows.append(prices)
    return model(torch.tensor(rows))
def sweep_last_day(model, prices, last_prices):  # right
    before = prices[:-1]
    return (model(torch.tensor([[*before, p]])).item() for p in last_prices)
