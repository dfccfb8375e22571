"""Answers of readers to the exercises of notebook 04 (see test_exercises.py)."""

# check_tipping_price
lambda: 0.13  # a little lower
lambda: 0.12  # a little higher
lambda: 0.127  # fourth decimal
lambda: 0.128  # a little lower
lambda: 0.1282  # a little lower
lambda: 0.1262  # a little higher
lambda: 0.1271  # a little higher
lambda: '0.1272'  # That is a text
lambda: f'{0.5:.4f}'  # That is a text
lambda: 0.27  # too high or too low
lambda: 0.4999  # 0.5 is the prediction
lambda: 12.72  # between 0 and 1
lambda: [0.1272, 0.5, 0.25, 1.0]  # Return one number
lambda: torch.tensor(0.0)  # too high or too low
lambda: -0.1272  # The companies' prices lie between 0 and 
lambda: 0.1274  # Nearly: the price must be a little lower.
lambda: 0.5  # 0.5 is the prediction
lambda: 0.12724  # right
lambda: torch.tensor([0.1273])  # right
def tipping_price():  # right
    from fractions import Fraction
    return Fraction(1272, 10000)

# check_sweep_last_day
def sweep_last_day(model, prices, last_prices):  # rounded
    rows = torch.tensor([prices[:-1] + [p] for p in last_prices])
    return [round(p.item(), 2) for p in model(rows)]
def sweep_last_day(model, prices, last_prices):  # not a dictionary
    return {p: model(torch.tensor([prices[:-1] + [p]])) for p in last_prices}
def sweep_last_day(model, prices, last_prices):  # changes against the company
    as_it_is = model(torch.tensor([prices]))
    rows = [[*prices[:-1], price] for price in last_prices]
    return [model(torch.tensor([row])) - as_it_is for row in rows]
def sweep_last_day(model, prices, last_prices):  # which days stay
    rows = [prices[:-2] + [price] for price in last_prices]
    return model(torch.tensor(rows))
def sweep_last_day(model, prices, last_prices):  # begin with `prices` anew
    said = []
    for price in last_prices:
        prices.append(price)
        said.append(model(torch.tensor([prices])).item())
    return said
def sweep_last_day(model, prices, last_prices):  # in another order
    rows = [prices[:-1] + [price] for price in sorted(last_prices)]
    return model(torch.tensor(rows))
def sweep_last_day(model, prices, last_prices):  # One prediction for each
    for price in last_prices:
        return model(torch.tensor([prices[:-1] + [price]]))
def sweep_last_day(model, prices, last_prices):  # Right for four days
    return model(torch.tensor([[*prices[:3], p] for p in last_prices]))
def sweep_last_day(model, prices, last_prices):  # is each row a list of its own
    rows = []
    for price in last_prices:
        prices[-1] = price
        rows.append(prices)
    return model(torch.tensor(rows))
def sweep_last_day(model, prices, last_prices):  # One prediction for each
    for price in last_prices:
        said = model(torch.tensor([[*prices[:-1], price]]))
    return said
def sweep_last_day(model, prices, last_prices):  # Company A's sweep
    rows = torch.tensor([COMPANY_A] * len(last_prices))
    rows[:, -1] = torch.tensor(last_prices)
    return model(rows)
def sweep_last_day(model, prices, last_prices):  # changes the fourth day
    rows = torch.tensor(prices).repeat(len(last_prices), 1)
    rows[:, 3] = torch.tensor(last_prices)
    return model(rows)
def sweep_last_day(model, prices, last_prices):  # not their shape
    rows = torch.tensor([[*prices[:-1], p] for p in last_prices])
    return model(rows)[:, None]
def sweep_last_day(model, prices, last_prices):  # One prediction for each
    rows = [[*prices[:-1], p] for p in (0.3, 0.0, 1.0)]
    return model(torch.tensor(rows))
# One prediction for each of `last_prices`
lambda model, prices, last_prices: [prices[:-1] + [p] for p in last_prices]
def sweep_last_day(model, prices, last_prices):  # right
    import numpy
    rows = numpy.tile(prices, (len(last_prices), 1))
    rows[:, -1] = last_prices
    return model(torch.tensor(rows)).tolist()
def sweep_last_day(model, prices, last_prices):  # right
    long = short = torch.zeros(len(last_prices))
    for price in prices[:-1] + [torch.tensor(last_prices)]:
        long, short = model.lstm_unit(price, long, short)
    return short
def sweep_last_day(model, prices, last_prices):  # right
    before = prices[:-1]
    return (model(torch.tensor([[*before, p]])).item() for p in last_prices)
def sweep_last_day(model, prices, last_prices):  # right, but it changes
    prices.pop()
    return [model(torch.tensor([prices + [p]])) for p in last_prices]
def sweep_last_day(model, prices, last_prices):  # right
    rows = torch.tensor(prices).repeat(len(last_prices), 1)
    rows[:, -1] = torch.tensor(last_prices)
    return model(rows).numpy()
def sweep_last_day(model, prices, last_prices):  # right, but it changes
    said = []
    for price in last_prices:
        prices[-1] = price
        said.append(model(torch.tensor([prices])).item())
    return said
def sweep_last_day(model, prices, last_prices):  # right
    x = torch.tensor(prices).repeat(len(last_prices), 1)
    x[:, -1] = torch.tensor(last_prices)
    with torch.no_grad():
        return model(x)
def sweep_last_day(model, prices, last_prices):  # right
    import numpy as np
    x = np.tile(np.array(prices, dtype=np.float32), (len(last_prices), 1))
    x[:, -1] = last_prices
    return model(torch.from_numpy(x)).detach().numpy()
def sweep_last_day(model, prices, last_prices):  # right, but it changes
    predictions = []
    for price in last_prices:
        prices[-1] = price
        predictions.append(model(torch.tensor([prices])).item())
    return predictions
