"""A check calls the reader's function, compares what it returns, and names the mistake.

How to write one (lesson_01.py is an example):
1. Write the right answer as a function `check_…`; readers see its arguments' names.
2. Put `@check(inputs=[(…), (…)], hint=…, insight=…)` above it: two inputs or more
   (tuples of arguments), of different sizes. The answer gets deep copies.
3. mistakes={"old -> new": hint}: an edit of the right answer's source; ` & ` joins
   several, "return: f(it)" changes what is returned. Any other key is a condition on
   `expected` and `got` ("got < 0"); if it raises an error, it doesn't hold. The first
   that fits is told, so put the edits first: they are sure.
4. observe=function of `answer` and the arguments: returns what is compared, and its
   docstring says what that is. In it, `raise Wrong(hint)` ends the check.
5. A reader's answer for each condition stands in tests/answers/lesson_NN.py.

A check never stops a "Run all", and blames no error of its own on the reader.
"""

import copy
import functools
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator, ValuesView
from contextlib import suppress
from dataclasses import dataclass, field
from numbers import Number

import torch
from torch import nn

from lstm_scratch import LSTM_Scratch

NOT_DONE = "Not done yet. Fill in the function above, run it, then run this cell."
NO_VALUE = "That name has no value. Is it spelled as in the line that defines it?"
NOTHING = "Your function returned nothing: is there a `return`?"
PLAIN = "Return plain numbers, without text or names. Only `print` needs a format."
NOT_A_NUMBER = "NaN means 'not a number'. Do you compute 0 / 0 or inf - inf?"
ROUNDED = "Your result is nearly right. Do you round it? Only `print` should round."
CHANGED = "Your function changes a list, tensor or model that it gets. Other code may still need the old values, so work on a copy."


class Wrong(Exception):
    """Raised by a check, in words for the reader."""


class Stopped(Exception):
    """An error of the answer's, in words that are compared and shown."""


def check(**options):
    """Make the function below a check's right answer."""
    return functools.partial(Check, **options)


@dataclass
class Check:
    """Compare a reader's answer with the right one, and name the mistake."""

    right: Callable
    inputs: list
    hint: str  # for an answer that no mistake explains
    insight: str  # said after "Right!"
    mistakes: dict = field(default_factory=dict)
    observe: Callable | None = None
    tolerance: float = 1e-4  # the largest difference
    changes: bool | None = None  # must the answer change its input? None: it may

    def __call__(self, answer):
        for line in filter(None, self.judge(answer)):
            print(textwrap.fill(line, 88, subsequent_indent="  " * (line[0] == " ")))

    def judge(self, answer):
        """Compare the results for all inputs; return what is said, in lines."""
        changed = []
        try:
            results = [self.result(answer, each, changed) for each in self.inputs]
        except NotImplementedError:
            return [NOT_DONE]
        if any(changed) and self.changes is False:
            return ["Not right yet.", CHANGED]
        for inputs, got in zip(self.inputs, results):
            expected = self.result(self.right, inputs)
            if not same(got, expected, self.tolerance):
                return self.explain(inputs, expected, got, results)
        note = CHANGED if any(changed) and not self.changes else ""
        return [f"Right! {self.insight}", note]

    def result(self, answer, arguments, changed=None):
        """Return what is compared: what was observed, or a Wrong, or a Stopped."""
        returned = []

        def noting(*given):
            before = [numbers_in(argument) for argument in given]
            try:
                value = answer(*given)
                if isinstance(value, (Iterator, ValuesView)):
                    value = list(value)
            except NotImplementedError:
                raise
            except (Exception, SystemExit) as error:
                words = f"{type(error).__name__}: {error}".rstrip(": ")
                raise Stopped(words) from error
            if value is None:
                raise Wrong(NOTHING)
            returned.append(value)
            if changed is not None:
                changed.append(before != [numbers_in(argument) for argument in given])
            return value

        given = copy.deepcopy(arguments)
        try:
            return self.observe(noting, *given) if self.observe else noting(*given)
        except (Wrong, Stopped) as error:
            return error
        except Exception:
            if not returned:  # not written yet, or a fault of the check
                raise
            return returned[-1]  # which the check can't read

    def explain(self, inputs, expected, got, results):
        """Say what is wrong: the hint, the inputs by name, expected, got."""
        if isinstance(got, Wrong):
            return ["Not right yet.", str(got)]
        said = ["Not right yet.", self.find_hint(expected, got, results)]
        if isinstance(got, Stopped):
            said[0] = f"Your function stopped with {got}"
        names = inspect.signature(self.observe or self.right).parameters
        names = [name.replace("_", " ") for name in names if name != "answer"]
        given = [f"{name} {show(it)}" for name, it in zip(names, inputs)]
        if self.observe:
            given.append(inspect.getdoc(self.observe))
        said.append(f"For {', '.join(given)}:")
        decimals = 8 if show(expected) == show(got) else 4
        said.append(f"  expected {show(expected, decimals)}")
        return [*said, f"  got      {show(got, decimals)}"]

    def find_hint(self, expected, got, results):
        known = globals() | self.right.__globals__ | {"expected": expected, "got": got}
        for mistake, hint in self.mistakes.items():
            if is_edit(mistake):
                wrong = edited(self.right, mistake)
                pairs = zip(results, self.inputs)
                if all(same(one, self.result(wrong, each)) for one, each in pairs):
                    return hint
                continue
            with suppress(Exception):  # a condition on another kind of answer
                if eval(mistake, known):
                    return hint
        if isinstance(got, Stopped):
            return NO_VALUE if isinstance(got.__cause__, NameError) else self.hint
        numbers, right = as_tensor(got), as_tensor(expected)
        if right is None:
            return self.hint
        if numbers is None:
            return PLAIN
        if numbers.isnan().any():
            return NOT_A_NUMBER
        if numbers.numel() != right.numel():
            return f"How many values are asked for? Return {right.numel()}."
        if same(numbers.flatten(), right.flatten()):
            return f"Your numbers are right. The shape {tuple(numbers.shape)} is wrong."
        few_decimals = same(numbers, numbers.round(decimals=3), 1e-6)
        return ROUNDED if few_decimals and same(numbers, right, 0.0051) else self.hint


def is_edit(mistake):
    return "->" in mistake or mistake.startswith("return: ")


def edited(right, edit):
    """Compile the right answer's source with an edit of its body."""
    names = globals() | right.__globals__
    source = re.search("^def .*", inspect.getsource(right), re.M | re.S)[0]
    exec(compile(edit_source(source, edit), "<check>", "exec"), names)
    return names[right.__name__]


def edit_source(source, edit):
    head, body = source.strip().split("\n", 1)
    for part in re.split(" & (?=return: |.*->)", edit):
        if part.startswith("return: "):
            lines, last = body.rsplit("return ", 1)
            last = re.sub(r"\bit\b", lambda _: f"({last.strip()})", part[8:])
            body = f"{lines}return {last}"
            continue
        old, new = (side.strip() for side in part.split("->"))
        assert old in body, (edit, body)  # an edit that no longer fits fails loudly
        body = re.sub(r"(?<=\S)  +", " ", body.replace(old, new))
    return f"{head}\n{body}\n"


def same(got, expected, tolerance=1e-4):
    """Are the numbers the same? Tensors, arrays, lists, tuples and numbers count."""
    if isinstance(got, Exception) or isinstance(expected, Exception):
        return str(got) == str(expected)
    if isinstance(expected, (list, tuple)):
        with suppress(TypeError):  # a single number has no length
            pairs = zip(got, expected)
            return len(got) == len(expected) and all(same(*p, tolerance) for p in pairs)
        return False
    got, expected = as_tensor(got), as_tensor(expected)
    if got is None or expected is None:
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
            items = [as_tensor(item) for item in value]
            return torch.stack([i.reshape(()) if i.numel() == 1 else i for i in items])
        if isinstance(value, Number):  # a Fraction, too
            value = float(value)
        return torch.as_tensor(value).detach().double()
    except (TypeError, ValueError, RuntimeError, AttributeError):
        return None


def as_many(answer, count):
    """Return an answer's numbers, in groups or not, as a list of so many."""
    numbers = as_tensor(answer)
    if numbers is None:
        raise Wrong(PLAIN)
    if numbers.numel() != count:
        raise Wrong(f"How many values are asked for? Return {count}.")
    return numbers.flatten().tolist()


def numbers_in(value):
    """Write out what an argument holds, so that a change of it can be seen."""
    if isinstance(value, nn.Module):
        return repr([parameter.tolist() for parameter in value.parameters()])
    return repr(value.tolist() if isinstance(value, torch.Tensor) else value)


def show(value, decimals=4):
    """Write numbers with at most these decimals, models and what is long in words."""
    if callable(value):  # a model
        return "with numbers that aren't the notebook's"
    if isinstance(value, torch.Tensor):
        if value.numel() > 8:
            return f"a tensor of shape {tuple(value.shape)}"
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        if len(value) > 16:
            return f"{show(value[:2], decimals)[:-1]}, …] of {len(value)} numbers"
        return "[" + ", ".join(show(item, decimals) for item in value) + "]"
    return str(round(value, decimals) if isinstance(value, float) else value)


def known_model(
    numbers=(0.7, -0.4, 0.9, 0.3, 1.1, -0.2, -0.8, 1.3, 0.1, 0.5, 0.2, 0.6),
):
    """Numbers other than those in the notebooks, so that nothing fits by chance."""
    model = LSTM_Scratch().double()
    for parameter, number in zip(model.parameters(), numbers):
        parameter.data.fill_(number)
    return model
