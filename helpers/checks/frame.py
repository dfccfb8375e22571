"""Checks for the exercises.

A check calls the reader's function on several inputs, and prints that it isn't done
yet, or where it differs, with a hint that names the mistake, or that it is right. It
never stops a "Run all", and it works on copies: the reader's data stay whole.
"""

import copy
import math
from collections.abc import Iterator
from numbers import Number

import torch
from torch import nn

from lstm_scratch import LSTM_Scratch

NOT_DONE = "Not done yet. Fill in the function above, run it, then run this cell."
NOTHING = "Your function returned nothing: is there a `return`?"
TEXT = (
    "That is a text, made for printing. Return the number itself; only `print` "
    "needs a format."
)
ERRORS = {  # words of an error: what they mean here
    "in-place operation": "To change a parameter, write `with torch.no_grad():` above "
    "the lines.",
    "'MSELoss' object has no": "`nn.MSELoss()` makes the function. A second pair of "
    "brackets calls it: `nn.MSELoss()(predicted, wanted)`.",
    "'LSTM' object is not subscriptable": "The LSTM itself is handed in, not an "
    "nn.Sequential as in `start`: no `[0]`.",
}
INPUT_CHANGED = (
    "(But it changes a list, tensor or model that is handed in, which others may still "
    "need: work on a copy.)"
)
NOT_A_NUMBER = (
    "Some of it is NaN, not a number: is there a 0 / 0, or infinity - infinity?"
)


class Check:
    """Compare a reader's answer with the right one, and name the mistake."""

    def __init__(
        self,
        right,
        inputs,
        hint,
        insight,
        observe=None,
        tolerance=1e-4,
        changes=False,
    ):
        """right: the right function; inputs: tuples of its arguments, two or more.

        hint: for an answer that no mistake explains; insight: said after "Right!".
        observe(answer, *arguments): what is compared, by default answer(*arguments);
        its docstring says in words what that is. tolerance: the largest difference.
        changes: shall the answer change what it is given?
        """
        self.right, self.inputs, self.tolerance = (
            right,
            inputs,
            tolerance,
        )
        self.hint, self.insight = hint, insight
        self.changes = changes
        self.observe = observe or (lambda answer, *arguments: answer(*arguments))
        self.mistakes, self.symptoms = {}, {}  # {hint: function}

    def mistake(self, hint):
        """Decorate a function that makes a mistake: its results get this hint."""
        return lambda function: self.mistakes.setdefault(hint, function)

    def symptom(self, hint):
        """Decorate a test of (expected, got), for a mistake without one formula."""
        return lambda function: self.symptoms.setdefault(hint, function)

    def __call__(self, answer):
        returned, changed = [], []

        def noting(*arguments):
            before = [numbers_in(argument) for argument in arguments]
            returned.append(answer(*arguments))
            changed.extend(map(is_changed, before, arguments))
            return returned[-1]

        try:
            wrong = self.find_fault(noting)
        except NotImplementedError:
            print(NOT_DONE)
        except Exception as error:
            if returned and returned[-1] is None:
                print(f"Not right yet. {NOTHING}")
            else:
                print(f"Your function stopped with {type(error).__name__}: {error}")
                for words, hint in ERRORS.items():
                    if words in str(error):
                        print(hint)
        else:
            print(f"Not right yet. {wrong}" if wrong else f"Right! {self.insight}")
            if not wrong and any(changed) and not self.changes:
                print(INPUT_CHANGED)

    def find_fault(self, answer):
        """Return what is wrong, in words for the reader, or None."""
        for arguments in self.inputs:
            expected = self.results(self.right, arguments)
            got = self.results(answer, arguments)
            if is_nothing(got):
                return NOTHING
            if not same(got, expected, self.tolerance):
                given = ", ".join(show(argument) for argument in arguments)
                what = f"For {given} expected" if given else "Expected"
                if self.observe.__doc__:
                    what += f" {self.observe.__doc__.strip()}"
                what += f" {show(expected)}, got {show(got)}."
                return f"{what} {self.find_hint(answer, expected, got)}"
        return None

    def find_hint(self, answer, expected, got):
        for hint, mistake in self.mistakes.items():
            if all(
                same(
                    self.results(answer, each),
                    self.results(mistake, each),
                )
                for each in self.inputs
            ):
                return hint
        if has_nan(got):
            return NOT_A_NUMBER
        if wrong_shape(got, expected):
            return f"The numbers are right, but not their shape {tuple(got.shape)}."
        for hint, is_it in self.symptoms.items():
            if is_it(expected, got):
                return hint
        return TEXT if isinstance(got, str) else self.hint

    def results(self, function, arguments):
        result = self.observe(function, *copy.deepcopy(arguments))
        return list(result) if isinstance(result, Iterator) else result


def same(got, expected, tolerance=1e-4):
    """Are the numbers the same? Tensors, arrays, lists, tuples and numbers count."""
    if isinstance(expected, (list, tuple)):
        try:
            got = list(got)
        except TypeError:  # a single number has no length
            return False
        pairs = zip(got, expected)
        return len(got) == len(expected) and all(same(*p, tolerance) for p in pairs)
    got, expected = as_tensor(got), as_tensor(expected)
    if got is None:
        return False
    if expected.dim() == 0 and got.numel() == 1:
        got = got.reshape(())
    return got.shape == expected.shape and torch.allclose(
        got, expected, rtol=1e-6, atol=tolerance
    )


def as_tensor(value):
    """Return numbers as a float64 tensor, or None where there is something else."""
    try:
        if isinstance(value, (list, tuple)) and value:
            parts = [as_tensor(item) for item in value]
            return torch.stack([p.reshape(()) if p.numel() == 1 else p for p in parts])
        if isinstance(value, Number):  # a Fraction, too
            value = float(value)
        return torch.as_tensor(value).detach().double()
    except (TypeError, ValueError, RuntimeError, AttributeError):
        return None


def numbers_in(value):
    """Copy the numbers of a list, tensor or model; None for anything else."""
    if isinstance(value, nn.Module):
        value = [n for p in value.parameters() for n in p.flatten().tolist()]
    listed = isinstance(value, (list, torch.Tensor))
    numbers = as_tensor(value) if listed else None
    return None if numbers is None else numbers.clone()


def is_changed(before, value):
    after = numbers_in(value)
    if before is None or after is None:
        return after is not before
    return not torch.equal(before, after)


def is_nothing(got):
    """Is it None, or a list with None in it?"""
    return got is None or isinstance(got, (list, tuple)) and any(map(is_nothing, got))


def has_nan(got):
    if isinstance(got, (list, tuple)):
        return any(map(has_nan, got))
    tensor = as_tensor(got)
    return tensor is not None and bool(tensor.isnan().any())


def wrong_shape(got, expected):
    """Are both tensors, with the same numbers in another shape?"""
    both = isinstance(got, torch.Tensor) and isinstance(expected, torch.Tensor)
    return both and same(got.flatten(), expected.flatten())


def show(value):
    """Write numbers with four decimals, tensors with their shape, models in words."""
    if isinstance(value, nn.Module):
        return "a model with other numbers than the notebook's"
    if isinstance(value, torch.Tensor):
        if value.numel() > 8:
            return f"a tensor of shape {tuple(value.shape)}"
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(show(item) for item in value) + "]"
    return f"{value:.4f}" if isinstance(value, float) else str(value)


def sigmoid(z):
    return (1 + math.tanh(z / 2)) / 2  # without overflow for any z


KNOWN = (0.7, -0.4, 0.9, 0.3, 1.1, -0.2, -0.8, 1.3, 0.1, 0.5, 0.2, 0.6)


def known_model(kind=LSTM_Scratch, numbers=KNOWN):
    """Numbers other than those in the notebooks, so that nothing fits by chance."""
    model = kind().double()
    for parameter, number in zip(model.parameters(), numbers):
        parameter.data.fill_(number)
    return model


def rounded(expected, got):
    return same(got, expected, 0.0051)


def as_many(answer, count):
    """Return an answer's numbers, in groups or not, as a list; None if not so many."""
    try:
        numbers = as_tensor(answer)
        numbers = as_tensor(list(answer)) if numbers is None else numbers
    except TypeError:  # not even a list
        numbers = None
    if numbers is None:
        return None
    return numbers.flatten().tolist() if numbers.numel() == count else None


class Stopped:
    """An error, as something that can be compared and shown."""

    def __init__(self, error):
        self.text = f"{type(error).__name__}: {error}"

    def __str__(self):
        return f"an error ({self.text})"


def or_its_error(answer, *arguments):
    try:
        return answer(*arguments)
    except NotImplementedError:
        raise
    except (RuntimeError, ValueError) as error:
        return Stopped(error)
