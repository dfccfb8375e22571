"""Checks for notebook 05."""

import torch

from lstm_scratch import LSTM_Scratch

from .frame import Wrong, check, numbers_in

THREE = torch.tensor([[0.02, -0.3, 0.04], [0.9, 1.0, 1.1], [0.55, 0.5, 0.2]])
TWO = torch.tensor([[0.03, -0.04, -0.4, 0.03, 0.0], [0.97, 1.3, 1.0, -0.99, 1.04]])


@check(
    inputs=[(THREE, torch.tensor([0, 1, 0.5]), 0.15), (TWO, torch.arange(2.0), 0.05)],
    hint="First compute the size of each error. Then compare each size with the margin. A model passes if all its errors are small enough.",
    insight="Your function works for any number of companies and models.",
    mistakes={
        "errors.abs() -> errors": "An error of -0.3 is also large. Which function removes the sign?",
        "all(dim=0) -> any(dim=0)": "One good prediction isn't enough. All predictions of a model must be good.",
        "all(dim=0) -> all(dim=1)": "You return one answer for each company. Which axis belongs to the companies?",
        "return: ~it": "Your answers are reversed. True should mean that a model passes.",
        "errors.abs() -> errors**2": "Compare the margin with the error instead of its square.",
        "return: it.sum()": "You return how many models pass. Which models pass?",
        "wanted[:, None] -> wanted": "You compare `wanted` with each row, but it belongs to the columns. What does `wanted[:, None]` do?",
        "= predictions - wanted -> = predictions[:2] - wanted[:2]": "There may be more than two companies. Do you use all of them?",
        "= predictions - wanted -> = predictions[:1] - wanted[:1]": "Your function looks only at the first company. What about the others?",
        "= predictions - wanted -> = predictions[-1:] - wanted[-1:]": "Your function looks only at the last company. Does each company overwrite the company before?",
        "return: it[: len(predictions)]": "You return as many answers as there are companies. How many models are there?",
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
        raise Wrong("Each parameter has one value per model. Which value do you need?")
    if any(n.dim() for n in numbers):
        raise Wrong("Each of the twelve parameters must be a number without an axis.")
    if one is many:
        raise Wrong("You return `many` itself. Make a new LSTM_Scratch().")
    if numbers_in(many) != before:
        raise Wrong("You write into `many`. Which side of the `=` gets the value?")
    for parameter in one.parameters():
        parameter.data.add_(1)
    if numbers_in(many) != before:
        raise Wrong("`many` changes when your model is trained. What copies a value?")
    return numbers


def some_models(count):
    torch.manual_seed(count)
    many = LSTM_Scratch()
    for parameter in many.parameters():
        parameter.data = torch.randn(count).double()
    return many


@check(
    inputs=[(some_models(5), 3), (some_models(3), 1)],
    hint="For each of the twelve names, copy the value at position `number` into a new model.",
    insight="Now you can save, load and use the best of many models like any other model.",
    observe=twelve_numbers,
    mistakes={
        "[number] -> [number - 1]": "You take the model before the right one. Python counts from 0, and `number` also counts from 0.",
        "torch.tensor(value) -> torch.tensor(value * (name[0] != 'b'))": "Your four biases are 0. Do you copy the biases as well?",
        "[number] -> .mean()": "You take the mean of all models. Take the numbers of one model instead.",
        "'in-place operation' in str(got)": "To change a parameter, put your lines under `with torch.no_grad():`.",
        "same(got[0], expected[0]) and all(bias == 0 for bias in got[2::3])": "Only the first of the twelve numbers is right. Is your `return` inside the loop?",
        "all(bias == 0 for bias in got[2::3])": "None of these numbers comes from `many`. Do you return a new model, or one of `starts`? A line such as `p = ...` only gives the name `p` to something else. What puts a value into a parameter?",
    },
)
def check_take_out(many, number):
    one = LSTM_Scratch()
    for name, parameter in one.named_parameters():
        value = many.get_parameter(name)[number].item()
        parameter.data = torch.tensor(value)
    return one
