"""The checks of notebook 05."""

import math

import torch

from lstm_scratch import COMPANY_A, COMPANY_B, LSTM_Scratch

from .frame import Check, Wrong, same


def passes(predictions, wanted, margin):
    errors = (predictions - wanted[:, None]).abs()
    return (errors < margin).all(dim=0)


def or_nothing_fits(answer, predictions, wanted, margin):
    """True or False for each model:"""
    try:
        return answer(predictions, wanted, margin)
    except (RuntimeError, IndexError):
        if len(predictions) == predictions.shape[1]:
            raise
        return torch.empty(0)  # an answer that suits square tables only


or_nothing_fits.__doc__ = ""
check_passes = Check(
    passes,
    inputs=[
        (
            torch.tensor([[0.02, -0.3, 0.04], [0.9, 1.0, 1.1], [0.55, 0.5, 0.2]]),
            torch.tensor([0.0, 1.0, 0.5]),
            0.15,
        ),
        (
            torch.tensor([[0.6, 0.1], [0.42, 0.6]]),
            torch.tensor([0.3, 0.7]),
            0.25,
        ),
        (
            torch.tensor(
                [
                    [0.03, -0.04, -0.4, 0.03, 0.0],
                    [0.97, 1.3, 1.0, -0.99, 1.04],
                ]
            ),
            torch.tensor([0.0, 1.0]),
            0.05,
        ),
    ],
    hint="First the size of each error, then which are within the margin, then all.",
    insight="This works for any number of companies and models.",
    observe=or_nothing_fits,
)


def passes_by(judge):
    return lambda predictions, wanted, margin: judge(
        predictions - wanted[:, None], margin
    )


check_passes.mistake("An error of -0.3 is large, too: what takes away the sign?")(
    passes_by(lambda errors, margin: (errors < margin).all(dim=0))
)
check_passes.mistake("One good prediction isn't enough: all shall be.")(
    passes_by(lambda errors, margin: (errors.abs() < margin).any(dim=0))
)
check_passes.mistake("That is the other way round: True shall mean passed.")(
    passes_by(lambda errors, margin: ~(errors.abs() < margin).all(dim=0))
)
check_passes.mistake("The margin is for the error, not for its square.")(
    passes_by(lambda errors, margin: (errors**2 < margin).all(dim=0))
)
check_passes.mistake("Each error shall be within the margin, not their mean.")(
    passes_by(lambda errors, margin: errors.abs().mean(dim=0) < margin)
)
check_passes.mistake("Each error shall be within the margin, not their sum.")(
    passes_by(lambda errors, margin: errors.abs().sum(dim=0) < margin)
)
check_passes.mistake("The margin is handed in: is it always 0.1?")(
    passes_by(lambda errors, margin: (errors.abs() < 0.1).all(dim=0))
)
check_passes.mistake(
    "That is an answer for each company. Along which dimension lie the companies?"
)(passes_by(lambda errors, margin: (errors.abs() < margin).all(dim=1)))
check_passes.mistake(
    "That says for each prediction whether it is right. When does a model pass?"
)(passes_by(lambda errors, margin: errors.abs() < margin))
check_passes.mistake(
    "That is one answer for all models together. Which dimension shall be left?"
)(passes_by(lambda errors, margin: (errors.abs() < margin).all()))
check_passes.mistake("That is how many pass. Which ones?")(
    passes_by(lambda errors, margin: (errors.abs() < margin).all(dim=0).sum())
)


@check_passes.mistake(
    "`wanted` is laid beside each row, but it belongs to the columns: what does "
    "`wanted[:, None]` do?"
)
def wanted_along_the_models(predictions, wanted, margin):
    errors = (predictions - wanted).abs()
    return (errors < margin).all(dim=0)


@check_passes.mistake(
    "The sign is taken away too early: of the prediction, not of the error."
)
def sizes_compared(predictions, wanted, margin):
    errors = predictions.abs() - wanted[:, None].abs()
    return (errors < margin).all(dim=0)


@check_passes.mistake("There may be more than two companies. Do all of yours count?")
def two_companies(predictions, wanted, margin):
    return passes(predictions[:2], wanted[:2], margin)


@check_passes.mistake("Only the first company counts here. And the others?")
def first_company(predictions, wanted, margin):
    return passes(predictions[:1], wanted[:1], margin)


@check_passes.mistake(
    "Only the last company counts here: does each one overwrite the one before?"
)
def last_company(predictions, wanted, margin):
    return passes(predictions[-1:], wanted[-1:], margin)


@check_passes.mistake("What was wanted isn't always 0 for A and 1 for B.")
def always_zero_and_one(predictions, wanted, margin):
    a, b = predictions[0].abs(), (predictions[1] - 1).abs()
    return (a < margin) & (b < margin)


@check_passes.mistake(
    "There are as many answers as companies. Of what shall there be one each?"
)
def one_answer_a_company(predictions, wanted, margin):
    return passes(predictions, wanted, margin)[: len(predictions)]


def take_out(many, number):
    one = LSTM_Scratch()
    for name, parameter in one.named_parameters():
        value = many.get_parameter(name)[number].item()
        parameter.data = torch.tensor(value)
    return one


def twelve_numbers(answer, many, number):
    """(the twelve numbers, then how far those of `many` moved in a step of yours)"""
    before = [p.detach().clone() for p in many.parameters()]
    one = answer(many, number)
    if one is None:
        return None
    if not isinstance(one, LSTM_Scratch):
        kind = type(one).__name__
        raise Wrong(f"return an LSTM_Scratch, not a {kind}")
    numbers = [p.detach().clone() for p in one.parameters()]
    if any(n.numel() > 1 for n in numbers):
        return [numbers[0], 0.0]  # one of them says enough
    if any(n.dim() for n in numbers):
        raise Wrong("each of the twelve is one number, without an axis")
    if one is many:
        return [numbers, math.inf]
    one(torch.tensor([COMPANY_A, COMPANY_B])).sum().backward()
    torch.optim.SGD(one.parameters(), lr=0.1).step()
    pairs = zip(many.parameters(), before)
    return [
        numbers,
        max((p - old).abs().max().item() for p, old in pairs),
    ]


def some_models(count):
    torch.manual_seed(count)
    many = LSTM_Scratch()
    for parameter in many.parameters():
        parameter.data = torch.randn(count).double()
    return many


check_take_out = Check(
    take_out,
    inputs=[
        (some_models(5), 3),
        (some_models(3), 1),
        (some_models(4), 0),
    ],
    hint="For each of the twelve names: the value at this place, into a new model.",
    insight="So the winner of many can be saved, loaded and used like any other model.",
    observe=twelve_numbers,
)


@check_take_out.mistake(
    "These parameters still hold a value for each model: which one is wanted?"
)
def all_of_them(many, number):
    return many


@check_take_out.mistake("That is always the first model. Which is asked for?")
def the_first(many, number):
    return take_out(many, 0)


@check_take_out.mistake(
    "That is the model before it. Python counts from 0, and so does `number`."
)
def the_one_before(many, number):
    return take_out(many, number - 1)


@check_take_out.mistake("That is the model after it. 0 is the first.")
def the_one_after(many, number):
    return take_out(many, number + 1)


@check_take_out.mistake("That is always the last model. Which is asked for?")
def the_last(many, number):
    return take_out(many, -1)


@check_take_out.mistake("Where have the four biases gone?")
def without_biases(many, number):
    one = take_out(many, number)
    for name in ("ba1", "bb1", "bc1", "bd1"):
        one.get_parameter(name).data = torch.tensor(0.0)
    return one


@check_take_out.mistake("That is the mean of all models, not one of them.")
def the_mean(many, number):
    one = take_out(many, number)
    for name, parameter in one.named_parameters():
        parameter.data = many.get_parameter(name).detach().mean()
    return one


@check_take_out.symptom(
    "That is `many` itself, with its other models thrown away. Make a new "
    "LSTM_Scratch()."
)
def many_cut_down(expected, got):
    return got[1] == math.inf


def starts_anew(numbers):
    """Are all four biases 0, as in a model that was only just made?"""
    return all(n.numel() == 1 and n == 0 for n in numbers[2::3])


@check_take_out.symptom(
    "Only the first of the twelve is right: does `return` stand inside the loop?"
)
def returned_too_early(expected, got):
    return same(got[0][0], expected[0][0]) and starts_anew(got[0])


@check_take_out.symptom(
    "Your function writes into `many`. Which side of the `=` takes the value?"
)
def written_into_many(expected, got):
    return starts_anew(got[0]) and got[1] > 1e-6


@check_take_out.symptom(
    "None of these numbers is from `many`. (Is it a new model, or one of `starts`? And "
    "`p = ...` only names something else `p`: what puts a value into a parameter?)"
)
def nothing_put_in(expected, got):
    return starts_anew(got[0])


@check_take_out.symptom(
    "The numbers are right. But when your model takes a step, `many` changes with it: "
    "they share their memory. What copies a value?"
)
def shared_with_many(expected, got):
    return same(got[0], expected[0]) and got[1] > 1e-6
