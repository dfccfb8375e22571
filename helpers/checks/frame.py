"""A check calls the reader's function, compares what it returns, and names the mistake.

How to write one (lesson_01.py is an example):
1. Write the right answer as a function; readers see the names of its arguments.
2. `check_x = Check(that_function, inputs=[(…), (…)], hint=…, insight=…)`: two inputs or
   more (tuples of arguments), of different sizes. The answer gets deep copies.
3. mistakes={"old -> new": hint}: an edit of the right answer's source; ` & ` joins
   several, "return: f(it)" changes what is returned. The key may be a function, too.
4. symptoms={"len(got) > 3": hint}: a condition on `expected` and `got`, for a mistake
   without one formula. An error in it means no. `got` is a Stopped after an error.
5. observe=function of (answer, *arguments): what is compared if not answer(*arguments).
   Its docstring says what that is. In it, `raise Wrong(hint)` ends the check.
6. Readers' answers stand in tests/answers/lesson_NN.py: one or more for each hint.

A check never stops a "Run all", and blames no error of its own on the reader.
"""

import copy
import difflib
import functools
import inspect
import math
import re
import textwrap
from collections.abc import Iterator, ValuesView
from numbers import Number

import torch
from torch import nn

from lstm_scratch import LSTM_Scratch

NOT_DONE = "Not done yet. Fill in the function above, run it, then run this cell."
NOTHING = "Your function returned nothing: is there a `return`?"
TEXT = "That is a text, made for printing. Return the number itself; only `print` needs a format."
NOT_A_NUMBER = (
    "Some of it is NaN, not a number: is there a 0 / 0, or infinity - infinity?"
)
INPUT_CHANGED = "(But it changes a list, tensor or model that is handed in, which others may still need: work on a copy.)"
ERRORS = {  # words of an error: what they mean here
    "in-place operation": "To change a parameter, write `with torch.no_grad():` above the lines.",
    "'MSELoss' object has no": "`nn.MSELoss()` makes the function. A second pair of brackets calls it: `nn.MSELoss()(predicted, wanted)`.",
    "'LSTM' object is not subscriptable": "The LSTM itself is handed in, not an nn.Sequential as in `start`: no `[0]`.",
}


class Wrong(Exception):
    """Raised by a check, in words for the reader."""


class Stopped:
    """An error of the answer's, as something that is compared and shown."""

    def __init__(self, error):
        self.error = error
        self.text = f"{type(error).__name__}: {error}".rstrip(": ")

    def __str__(self):
        return f"an error ({self.text})"


class Check:
    """Compare a reader's answer with the right one, and name the mistake."""

    def __init__(self, right, inputs, hint, insight, mistakes=None, symptoms=None,
                 observe=None, tolerance=1e-4, changes=False):  # fmt: skip
        """hint: for an answer that no mistake explains; insight: said after "Right!".

        tolerance: the largest difference. changes: shall the answer change its input?
        """
        self.right, self.inputs, self.hint, self.insight = right, inputs, hint, insight
        self.mistakes, self.symptoms = mistakes or {}, symptoms or {}
        self.observe = observe or (lambda answer, *arguments: answer(*arguments))
        self.tolerance, self.changes = tolerance, changes

    def __call__(self, answer):
        changed = []
        try:
            got = [self.result(answer, each, changed) for each in self.inputs]
            said = self.judge(got)
        except NotImplementedError:
            said = [NOT_DONE]
        if any(changed) and not self.changes and said[0].startswith("Right"):
            said.append(INPUT_CHANGED)
        for line in filter(None, said):
            print(textwrap.fill(line, 88, subsequent_indent="  " * (line[0] == " ")))

    def judge(self, results):
        """Compare the results for all inputs; return what is said, in lines."""
        for inputs, got in zip(self.inputs, results):
            expected = self.result(self.right, inputs)
            if any(part is None for part in parts(got)):
                return ["Not right yet.", NOTHING]
            if isinstance(got, Wrong):
                return ["Not right yet.", str(got)]
            if not same(got, expected, self.tolerance):
                break
        else:
            return [f"Right! {self.insight}"]
        hint = self.find_hint(expected, got, results)
        if isinstance(got, Stopped) and hint is self.hint:
            said = [f"Your function stopped with {got.text}", explain(got.error)]
            if said[1] is None:
                said += [self.given(inputs), f"  expected {show(expected)}"]
            return said
        right, yours = show(expected), show(got)
        if right == yours:  # to four decimals
            right, yours = show(expected, 8), show(got, 8)
        said = ["Not right yet.", hint, self.given(inputs)]
        return [*said, f"  expected {right}", f"  got      {yours}"]

    def find_hint(self, expected, got, results):
        if isinstance(got, Stopped) and isinstance(got.error, NameError):
            return self.hint
        for mistake, hint in self.formulas.items():
            pairs = zip(results, self.inputs)
            if all(same(one, self.result(mistake, each)) for one, each in pairs):
                return hint
        tensors = map(as_tensor, parts(got))
        if any(each is not None and each.isnan().any() for each in tensors):
            return NOT_A_NUMBER
        if isinstance(got, torch.Tensor) and isinstance(expected, torch.Tensor):
            if same(got.flatten(), expected.flatten()):
                return f"The numbers are right, but not their shape {tuple(got.shape)}."
        known = globals() | self.right.__globals__ | {"expected": expected, "got": got}
        for condition, hint in self.symptoms.items():
            try:
                if eval(condition, known):
                    return hint
            except Exception:  # made for another kind of answer
                continue
        return TEXT if isinstance(got, str) else self.hint

    def result(self, answer, arguments, changed=None):
        """Return what is compared: what was observed, or a Wrong, or a Stopped."""
        returned, raised = [], []

        def noting(*arguments):
            before = [numbers_in(argument) for argument in arguments]
            try:
                value = answer(*arguments)
                if isinstance(value, (Iterator, ValuesView)):
                    value = list(value)
            except (Exception, SystemExit) as error:
                raised.append(error)
                raise
            returned.append(value)
            if changed is not None:
                changed.append(before != [numbers_in(each) for each in arguments])
            return value

        try:
            result = self.observe(noting, *copy.deepcopy(arguments))
        except NotImplementedError:
            raise
        except (Exception, SystemExit) as error:
            if error in raised and not isinstance(error, Wrong):
                return Stopped(error)
            if any(value is None for value in returned):
                return None
            if isinstance(error, Wrong):
                return error
            if not returned or answer is self.right:  # a fault of the check
                raise
            return returned[-1]  # which the check can't read
        return result

    @functools.cached_property
    def formulas(self):
        """{function that makes a mistake: its hint}, compiled when first needed."""
        return {
            edit if callable(edit) else edited(self.right, edit): hint
            for edit, hint in self.mistakes.items()
        }

    def given(self, inputs):
        """Say by name what the answer was given, and what is compared."""
        names = [*inspect.signature(self.observe).parameters][1:]
        if len(names) != len(inputs) or names == ["arguments"]:
            names = inspect.signature(self.right).parameters
        named = [f"{name} {show(each, None)}" for name, each in zip(names, inputs)]
        words = ", ".join(named).replace("_", " ")
        what = [words and f"For {words}", (self.observe.__doc__ or "").strip()]
        return ", ".join(filter(None, what)) + ":" * any(what)


def edited(right, edit):
    """Compile the right answer's source with an edit of its body."""
    names = {**globals(), **right.__globals__}
    source = textwrap.dedent(inspect.getsource(right))
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


def explain(error):
    """Return a hint on an error of the answer's, or None."""
    if isinstance(error, NameError) and error.name:
        frame = inspect.getinnerframes(error.__traceback__)[-1].frame
        known = [*frame.f_locals, *frame.f_globals]
        near = difflib.get_close_matches(error.name, known, 1)
        asked = f"did you mean `{near[0]}`?" if near else "where does it get a value?"
        return f"Nothing is called `{error.name}` here: {asked}"
    return next((hint for words, hint in ERRORS.items() if words in str(error)), None)


def same(got, expected, tolerance=1e-4):
    """Are the numbers the same? Tensors, arrays, lists, tuples and numbers count."""
    if isinstance(expected, (Stopped, Wrong)) or isinstance(got, (Stopped, Wrong)):
        return type(got) is type(expected) and str(got) == str(expected)
    if isinstance(expected, (list, tuple)):
        try:
            got = list(got)
        except TypeError:  # a single number has no length
            return False
        pairs = zip(got, expected)
        return len(got) == len(expected) and all(same(*p, tolerance) for p in pairs)
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
    """Return an answer's numbers, in groups or not, as a list; None if not so many."""
    numbers = as_tensor(answer)
    many = numbers is not None and numbers.numel() == count
    return numbers.flatten().tolist() if many else None


def parts(value):
    """Return what is in lists and tuples, one by one."""
    if not isinstance(value, (list, tuple)):
        return [value]
    return [part for item in value for part in parts(item)]


def numbers_in(value):
    """Write out what an argument holds, so that a change of it can be seen."""
    if isinstance(value, nn.Module):
        return repr([parameter.tolist() for parameter in value.parameters()])
    return repr(value.tolist() if isinstance(value, torch.Tensor) else value)


def show(value, decimals=4):
    """Write numbers with their decimals (None: as they are), models in words."""
    if isinstance(value, nn.Module):
        return "with other numbers than the notebook's"
    if isinstance(value, torch.Tensor):
        if value.numel() > 8:
            return f"a tensor of shape {tuple(value.shape)}"
        value = value.tolist()
    if isinstance(value, (list, tuple)) and len(value) > 16:
        return f"{show(value[:2], decimals)[:-1]}, …] of {len(value)} numbers"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(show(item, decimals) for item in value) + "]"
    if not isinstance(value, float):
        return str(value)
    return str(round(value, 4)) if decimals is None else f"{value:.{decimals}f}"


def rounded(expected, got):
    """Are these the numbers to two decimals?"""
    return same(got, expected, 0.0051)


def sigmoid(z):
    return (1 + math.tanh(z / 2)) / 2  # without overflow for any z


def known_model(kind=LSTM_Scratch, numbers=None):
    """Numbers other than those in the notebooks, so that nothing fits by chance."""
    model = kind().double()
    numbers = numbers or (0.7, -0.4, 0.9, 0.3, 1.1, -0.2, -0.8, 1.3, 0.1, 0.5, 0.2, 0.6)
    for parameter, number in zip(model.parameters(), numbers):
        parameter.data.fill_(number)
    return model
