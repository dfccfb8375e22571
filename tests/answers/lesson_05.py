"""Answers of readers to the exercises of notebook 05 (see test_exercises.py)."""

# check_passes
{
    "predictions - wanted[:, -> predictions[:2] - wanted[:2,": "more than two companies",
    "predictions - wanted[:, -> predictions[:1] - wanted[:1,": "Only the first company",
    "predictions - wanted[:, -> predictions[-1:] - wanted[-1:,": "overwrite the one before",
    "(predictions - wanted[:, None]).abs() -> predictions.abs() - wanted[:, None].abs()":
        "taken away too early",
    "wanted[:, None] -> wanted": "laid beside each row",
    ".abs() -> ": "takes away the sign",
    "return: errors.max(dim=0).values > margin": "the other way round",
    "return: (errors < margin).float().mean(dim=0) >= 0.5": "One good prediction",
    "return: it.tolist().count(True)": "Which ones",
    ".abs() -> ** 2": "The margin is for the error",
}
# as many answers as companies
lambda p, w, m: [bool(((p[:, n] - w).abs() < m).all()) for n in range(len(p))]
lambda p, wanted, margin: (abs(p.T - wanted).numpy() < margin).all(axis=1)  # right
lambda p, wanted, m: (p - wanted.unsqueeze(1)).abs().max(dim=0).values <= m  # right

# check_take_out
{
    "torch.tensor(value) -> torch.tensor([value])": "without an axis",
    "parameter.data = torch.tensor(value) -> many.get_parameter(name).data[number] = parameter":
        "writes into `many`",
    "many.get_parameter(name)[number].item() -> many.get_parameter(name).data[number] & "
    "torch.tensor(value) -> value": "share their memory",
    "torch.tensor(value) -> torch.tensor(value if name[0] == 'w' else 0.0)": "four biases",
    "[number] -> [number - 1]": "the model before it",
    "[number] -> .mean()": "the mean of all models",
    "one = LSTM_Scratch() -> one = many": "That is `many` itself",
    "parameter.data -> parameter": "what puts a value into a parameter",
    "= torch.tensor(value) -> = torch.tensor(value); return one":
        "Only the first of the twelve is right",
    "get_parameter(name) -> wd2": "For each of the twelve names",
}
lambda many, number: many  # which one is wanted
lambda many, number: [p[number].item() for p in many.parameters()]  # not a list
def take_out(many, number):  # right
    one = LSTM_Scratch()
    with torch.no_grad():
        for mine, theirs in zip(one.parameters(), many.parameters()):
            mine.copy_(theirs[number])
    return one
