"""Checks for notebook 05."""

import math

import torch

from lstm_scratch import COMPANY_A, COMPANY_B, LSTM_Scratch

from .frame import Check, Wrong


def passes(predictions, wanted, margin):
    errors = predictions - wanted[:, None]
    return (errors.abs() < margin).all(dim=0)


def or_nothing_fits(answer, predictions, wanted, margin):
    try:
        return answer(predictions, wanted, margin)
    except (RuntimeError, IndexError):
        if len(predictions) == predictions.shape[1]:
            raise
        return torch.empty(0)  # an answer that suits square tables only


check_passes = Check(
    passes,
    inputs=[
        (
            torch.tensor([[0.02, -0.3, 0.04], [0.9, 1.0, 1.1], [0.55, 0.5, 0.2]]),
            torch.tensor([0.0, 1.0, 0.5]),
            0.15,
        ),
        (
            torch.tensor(
                [[0.03, -0.04, -0.4, 0.03, 0.0], [0.97, 1.3, 1.0, -0.99, 1.04]]
            ),
            torch.tensor([0.0, 1.0]),
            0.05,
        ),
    ],
    hint="First the size of each error, then which are within the margin, then all.",
    insight="This works for any number of companies and models.",
    observe=or_nothing_fits,
    mistakes={
        "errors.abs() -> errors": "An error of -0.3 is large, too: what takes away the sign?",
        "all(dim=0) -> any(dim=0)": "One good prediction isn't enough: all shall be.",
        "return: ~it": "That is the other way round: True shall mean passed.",
        "errors.abs() -> errors**2": "The margin is for the error, not for its square.",
        "return: it.sum()": "That is how many pass. Which ones?",
        "wanted[:, None] -> wanted": "`wanted` is laid beside each row, but it belongs to the columns: what does `wanted[:, None]` do?",
        "predictions - wanted[:, None] -> predictions.abs() - wanted[:, None].abs() & errors.abs() -> errors": "The sign is taken away too early: of the prediction, not of the error.",
        "= predictions - wanted -> = predictions[:2] - wanted[:2]": "There may be more than two companies. Do all of yours count?",
        "= predictions - wanted -> = predictions[:1] - wanted[:1]": "Only the first company counts here. And the others?",
        "= predictions - wanted -> = predictions[-1:] - wanted[-1:]": "Only the last company counts here: does each one overwrite the one before?",
        "return: it[: len(predictions)]": "There are as many answers as companies. Of what shall there be one each?",
    },
)


def take_out(many, number):
    one = LSTM_Scratch()
    for name, parameter in one.named_parameters():
        value = many.get_parameter(name)[number].item()
        parameter.data = torch.tensor(value)
    return one


def twelve_numbers(answer, many, number):
    """the twelve numbers, then how far those of `many` moved in a step of yours"""
    before = [p.detach().clone() for p in many.parameters()]
    one = answer(many, number)
    if not isinstance(one, LSTM_Scratch):
        raise Wrong(f"Return an LSTM_Scratch, not a {type(one).__name__}.")
    numbers = [p.detach().clone() for p in one.parameters()]
    if any(n.numel() > 1 for n in numbers):
        return [numbers[0], 0.0]  # one of them says enough
    if any(n.dim() for n in numbers):
        raise Wrong("Each of the twelve is one number, without an axis.")
    if one is many:
        return [numbers, math.inf]
    one(torch.tensor([COMPANY_A, COMPANY_B])).sum().backward()
    torch.optim.SGD(one.parameters(), lr=0.1).step()
    pairs = zip(many.parameters(), before)
    return [numbers, max((p - old).abs().max().item() for p, old in pairs)]


def some_models(count):
    torch.manual_seed(count)
    many = LSTM_Scratch()
    for parameter in many.parameters():
        parameter.data = torch.randn(count).double()
    return many


def starts_anew(numbers):
    """Are all four biases 0, as in a model that was only just made?"""
    return all(n.numel() == 1 and n == 0 for n in numbers[2::3])


check_take_out = Check(
    take_out,
    inputs=[(some_models(5), 3), (some_models(3), 1)],
    hint="For each of the twelve names: the value at this place, into a new model.",
    insight="So the winner of many can be saved, loaded and used like any other model.",
    observe=twelve_numbers,
    mistakes={
        "return: many": "These parameters still hold a value for each model: which one is wanted?",
        "[number] -> [number - 1]": "That is the model before it. Python counts from 0, and so does `number`.",
        "torch.tensor(value) -> torch.tensor(value * (name[0] != 'b'))": "Where have the four biases gone?",
        "[number] -> .mean()": "That is the mean of all models, not one of them.",
    },
    symptoms={
        "got[1] == math.inf": "That is `many` itself, with its other models thrown away. Make a new LSTM_Scratch().",
        "same(got[0][0], expected[0][0]) and starts_anew(got[0])": "Only the first of the twelve is right: does `return` stand inside the loop?",
        "starts_anew(got[0]) and got[1] > 1e-6": "Your function writes into `many`. Which side of the `=` takes the value?",
        "starts_anew(got[0])": "None of these numbers is from `many`. (Is it a new model, or one of `starts`? And `p = ...` only names something else `p`: what puts a value into a parameter?)",
        "same(got[0], expected[0]) and got[1] > 1e-6": "The numbers are right. But when your model takes a step, `many` changes with it: they share their memory. What copies a value?",
    },
)
