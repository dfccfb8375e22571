"""Answers of readers to the exercises of notebook 08 (see test_exercises.py)."""

# check_forget_bias
{
    "return: gate": "Of which sum",
    "gate / (1 - gate) -> (1 - gate) / gate": "stands above the line",
    "return: math.log(20)": "First the gate",
    "return: math.log(days)": "Where is `share`",
    "share ** (1 / days) -> round(share ** (1 / days), 4) & return: round(it, 2)": "rounded",
    "(1 - gate) -> 1 - gate": "brackets around 1 - gate",
    "(1 / days) -> 1 / days": "brackets around 1 / days",
    "return: gate, it": "without the gate",
    "/ days -> / (days - 1)": "`days`, not one fewer",
    "math.log -> math.log10": "`math.log` is the natural logarithm",
    "return: torch.tensor(gate).logit()": "right",
}
lambda days, share: -math.log(share ** (-1 / days) - 1)  # right

# check_plain_influence
def plain_influence(prices):  # right
    prices = torch.tensor([prices], requires_grad=True)
    short = torch.zeros(1)
    for price in prices.unbind(dim=1):
        short = torch.tanh(0.99 * short + 0.5 * price)
    (0.5 * short).sum().backward()
    return prices.grad[0, 0].abs()
lambda prices: 0.25 * 0.99 ** (len(prices) - 1)  # Where are the slopes
lambda prices: 0.5 * prices[0]  # On day 1 the change meets
{
    "0.5 * influence -> influence": "do you have both",
    "influence = 0.0, 0.5 -> influence = math.tanh(0.5 * prices[0]), 0.5 & (prices) -> "
    "(prices[1:]) & if day > 0 -> if True": "Where is its slope",
    "if day > 0: -> if True:": "once too often",
    "influence *= 0.99 -> pass": "by which each later day",
    "1 - short**2 -> short": "multiplies by the memories",
    "0.5 * influence -> 0.5 * short": "That is the prediction",
    "return 0.5 * influence -> return round(0.5 * influence, 2)": "rounded",
}
