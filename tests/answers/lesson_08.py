"""Answers of readers to the exercises of notebook 08 (see test_exercises.py)."""

# check_forget_bias
lambda days, share: print(days)  # is there a `return`
lambda days, share: share ** (1 / days)  # Of which sum
def forget_bias(days, share):  # stands above the line
    gate = math.exp(math.log(share) / days)
    return math.log((1 - gate) / gate)
lambda days, share: math.log(20)  # First the gate
lambda days, share: math.log(days)  # Where is `share`
lambda days, share: float('nan')  # NaN
def forget_bias(days, share):  # rounded
    gate = round(share ** (1 / days), 4)
    return round(math.log(gate / (1 - gate)), 2)
def forget_bias(days, share):  # That is a text
    gate = share ** (1 / days)
    return f'{math.log(gate / (1 - gate)):.4f}'
def forget_bias(days, share):  # brackets around 1 - gate
    gate = share ** (1 / days)
    return math.log(gate / 1 - gate)
def forget_bias(days, share):  # between 0 and 1
    gate = days ** (1 / share)
    return math.log(gate / (1 - gate))
def forget_bias(days, share):  # brackets around 1 / days
    gate = share ** 1 / days
    return math.log(gate / (1 - gate))
def forget_bias(days, share):  # without the gate
    gate = share ** (1 / days)
    return gate, math.log(gate / (1 - gate))
def forget_bias(days, share):  # Count the multiplications again: `days`, not one fewer.
    gate = share ** (1 / (days - 1))
    return math.log(gate / (1 - gate))
def forget_bias(days, share):  # 1 - gate is what is forgotten
    gate = share ** (1 / days)
    return math.log((1 - gate) / gate)
def forget_bias(days, share):  # `math.log` is the natural logarithm, to 
    gate = share ** (1 / days)
    return math.log10(gate / (1 - gate))
lambda days, share: -math.log(share ** (-1 / days) - 1)  # right
lambda days, share: torch.tensor(share ** (1 / days)).logit()  # right
def forget_bias(days, share):  # right
    import numpy as np
    gate = np.exp(np.log(np.array([share])) / days)
    return np.log(gate / (1 - gate))
def forget_bias(days, share):  # right
    low, high = -50.0, 50.0
    for _ in range(100):
        middle = (low + high) / 2
        if (1 / (1 + math.exp(-middle))) ** days < share:
            low = middle
        else:
            high = middle
    return low
def forget_bias(days, share):  # right
    import numpy as np
    return -np.log(np.power(float(share), -1.0 / days) - 1)

# check_plain_influence
def plain_influence(prices):  # right
    prices = torch.tensor([prices], requires_grad=True)
    short = torch.zeros(1)
    for price in prices.unbind(dim=1):
        short = torch.tanh(0.99 * short + 0.5 * price)
    (0.5 * short).sum().backward()
    return prices.grad[0, 0].abs()
def plain_influence(prices):  # right
    short, factors = 0.0, [0.25, 0.99 ** (len(prices) - 1)]
    for price in prices:
        short = math.tanh(0.99 * short + 0.5 * price)
        factors.append(1 - short**2)
    return math.prod(factors)
def plain_influence(prices):  # do you have both
    short, influence = 0.0, 0.5
    for day, price in enumerate(prices):
        short = math.tanh(0.99 * short + 0.5 * price)
        influence *= (0.99 if day else 1) * (1 - short**2)
    return influence
def plain_influence(prices):  # Where is its slope
    short, influence = math.tanh(0.5 * prices[0]), 0.25
    for price in prices[1:]:
        short = math.tanh(0.99 * short + 0.5 * price)
        influence *= 0.99 * (1 - short**2)
    return influence
lambda prices: 0.25 * 0.99 ** (len(prices) - 1)  # Where are the slopes
lambda prices: 0.5 * prices[0]  # On day 1 the change meets
{
    "if day > 0: -> if True:": "once too often",
    "influence *= 0.99 -> pass": "by which each later day",
    "1 - short**2 -> short": "multiplies by the memories",
    "0.5 * influence -> 0.5 * short": "That is the prediction",
    "return 0.5 * influence -> return round(0.5 * influence, 2)": "rounded",
}
