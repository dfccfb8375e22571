"""Readers' answers for notebook 08: test_exercises.py says how they are written."""
# check_forget_bias
{
    "return: math.log(20)": "First compute",
    "share ** (1 / days) -> round(share ** (1 / days), 4) & return: round(it, 2)": "Your result is nearly",
    "(1 - gate) -> 1 - gate": "brackets around 1 - gate",
    "return: torch.tensor(gate).logit()": "right",
}
lambda days, share: -math.log(share ** (-1 / days) - 1)  # right

# check_plain_influence
lambda prices: 0.5 * prices[0]  # On day 1, multiply
def plain_influence(prices):  # right
    prices = torch.tensor([prices], requires_grad=True)
    short = torch.zeros(1)
    for price in prices.unbind(dim=1):
        short = torch.tanh(0.99 * short + 0.5 * price)
    (0.5 * short).sum().backward()
    return prices.grad[0, 0].abs()
