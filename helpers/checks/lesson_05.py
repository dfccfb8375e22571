"""Checks for notebook 05."""

import torch

from lstm_scratch import LSTM_Scratch

from .frame import Wrong, check, numbers_in

THREE = torch.tensor([[0.02, -0.3, 0.04], [0.9, 1.0, 1.1], [0.55, 0.5, 0.2]])
TWO = torch.tensor([[0.03, -0.04, -0.4, 0.03, 0.0], [0.97, 1.3, 1.0, -0.99, 1.04]])


@check(
    inputs=[(THREE, torch.tensor([0, 1, 0.5]), 0.15), (TWO, torch.arange(2.0), 0.05)],
    hint="First the size of each error, then which are within the margin, then all.",
    insight="This works for any number of companies and models.",
    mistakes={
        "errors.abs() -> errors": "An error of -0.3 is large, too: what takes away the sign?",
        "all(dim=0) -> any(dim=0)": "One good prediction isn't enough: all must be good.",
        "all(dim=0) -> all(dim=1)": "That is an answer for each company. Along which axis do the companies lie?",
        "return: ~it": "That is the other way round: True should mean passed.",
        "errors.abs() -> errors**2": "The margin is for the error, not for its square.",
        "return: it.sum()": "That is how many pass. Which ones?",
        "wanted[:, None] -> wanted": "`wanted` is laid beside each row, but it belongs to the columns: what does `wanted[:, None]` do?",
        "= predictions - wanted -> = predictions[:2] - wanted[:2]": "There may be more than two companies. Do all of yours count?",
        "= predictions - wanted -> = predictions[:1] - wanted[:1]": "Only the first company counts here. And the others?",
        "= predictions - wanted -> = predictions[-1:] - wanted[-1:]": "Only the last company counts here: does each one overwrite the one before?",
        "return: it[: len(predictions)]": "There are as many answers as companies. Of what should there be one each?",
    },
)
def check_passes(predictions, wanted, margin):
    errors = predictions - wanted[:, None]
    return (errors.abs() < margin).all(dim=0)


def twelve_numbers(answer, many, number):
    """the twelve numbers"""
    before = numbers_in(many)
    one = answer(many, number)
    if not isinstance(one, LSTM_Scratch):
        raise Wrong(f"Return an LSTM_Scratch, not a {type(one).__name__}.")
    numbers = [p.detach().clone() for p in one.parameters()]
    if any(n.numel() > 1 for n in numbers):
        raise Wrong("These hold a value for each model: which one is wanted?")
    if any(n.dim() for n in numbers):
        raise Wrong("Each of the twelve is one number, without an axis.")
    if one is many:
        raise Wrong("That is `many` itself. Make a new LSTM_Scratch().")
    if numbers_in(many) != before:
        raise Wrong("This writes into `many`. Which side of the `=` takes the value?")
    for parameter in one.parameters():
        parameter.data.add_(1)
    if numbers_in(many) != before:
        raise Wrong("When your model is trained, `many` changes. What copies a value?")
    return numbers


def some_models(count):
    torch.manual_seed(count)
    many = LSTM_Scratch()
    for parameter in many.parameters():
        parameter.data = torch.randn(count).double()
    return many


@check(
    inputs=[(some_models(5), 3), (some_models(3), 1)],
    hint="For each of the twelve names: the value at this place, into a new model.",
    insight="So the winner of many can be saved, loaded and used like any other model.",
    observe=twelve_numbers,
    mistakes={
        "[number] -> [number - 1]": "That is the model before it. Python counts from 0, and so does `number`.",
        "torch.tensor(value) -> torch.tensor(value * (name[0] != 'b'))": "Where have the four biases gone?",
        "[number] -> .mean()": "That is the mean of all models, not one of them.",
        "'in-place operation' in str(got)": "To change a parameter, write `with torch.no_grad():` above the lines.",
        "same(got[0], expected[0]) and all(bias == 0 for bias in got[2::3])": "Only the first of the twelve is right: does `return` stand inside the loop?",
        "all(bias == 0 for bias in got[2::3])": "None of these numbers is from `many`. (Is it a new model, or one of `starts`? And `p = ...` only names something else `p`: what puts a value into a parameter?)",
    },
)
def check_take_out(many, number):
    one = LSTM_Scratch()
    for name, parameter in one.named_parameters():
        value = many.get_parameter(name)[number].item()
        parameter.data = torch.tensor(value)
    return one
