"""Each solution is accepted, each mistake gets its own hint, nothing else is accepted."""

import re
from pathlib import Path

import checks
import nbformat
import numpy
import pytest
import torch

NOTEBOOKS = Path(__file__).parent.parent / "notebooks"
CHECKS = {n: check for n, check in vars(checks).items() if type(check) is checks.Check}


def find_exercises():
    """Yield (first cell, stub, check, solution) of each exercise."""
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        cells = nbformat.read(path, as_version=4).cells
        setup = next(cell.source for cell in cells if cell.cell_type == "code")
        for stub, check, solution in zip(cells, cells[1:], cells[2:]):
            if "exercise" in stub.metadata.get("tags", []):
                fence = r"<details><summary>Solution.*?```python\n(.*?)```"
                code = re.search(fence, solution.source, re.S).group(1)
                name = re.fullmatch(r"checks\.(\w+)\(\w+\)", check.source).group(1)
                yield pytest.param(setup, stub.source, check.source, code, id=name)


EXERCISES = list(find_exercises())
BY_CHECK = {exercise.id: exercise.values for exercise in EXERCISES}


@pytest.fixture
def run(capsys, monkeypatch):
    """Run a notebook's first cell, an answer and its check; return what is printed."""
    monkeypatch.chdir(NOTEBOOKS)
    dtype = torch.get_default_dtype()

    def run_answer(setup, answer, check):
        names = {}
        for source in (setup, answer, check):
            exec(source, names)
        return capsys.readouterr().out

    yield run_answer
    torch.set_default_dtype(dtype)
    torch.set_grad_enabled(True)


def test_every_notebook_has_two_exercises_with_checks():
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        cells = nbformat.read(path, as_version=4).cells
        stubs = [c for c in cells if "exercise" in c.metadata.get("tags", [])]
        assert len(stubs) >= 2, path.name
    assert sorted(BY_CHECK) == sorted(CHECKS)


@pytest.mark.parametrize(("setup", "stub", "check", "solution"), EXERCISES)
def test_stubs_and_solutions(run, setup, stub, check, solution):
    assert run(setup, stub, check) == checks.NOT_DONE + "\n"
    assert run(setup, solution, check).startswith("Right! ")
    assert stub.split("(")[0] == solution.split("(")[0]
    assert len(solution.strip().splitlines()) <= 10


@pytest.mark.parametrize("name", CHECKS)
def test_the_right_function_is_right_and_nothing_is_noticed(name, capsys):
    check = CHECKS[name]
    check(check.right)
    assert capsys.readouterr().out == f"Right! {check.insight}\n"
    check(lambda *arguments: None)
    assert checks.NOTHING in capsys.readouterr().out
    check(lambda *arguments: float("nan"))
    assert not capsys.readouterr().out.startswith("Right!")


@pytest.mark.parametrize(
    ("name", "hint"),
    [(name, hint) for name, check in CHECKS.items() for hint in check.mistakes],
)
def test_each_mistake_gets_its_hint(name, hint, capsys):
    check = CHECKS[name]
    check(check.mistakes[hint])
    said = capsys.readouterr().out
    assert said.startswith("Not right yet. ") and said.endswith(f" {hint}\n"), said


# Answers as a reader would write them: a name of a check, then the code.
NOT_RIGHT = [
    ("check_keep_memory", "return 0, 0, 2, 0, 0, -20", "to four decimals"),
    ("check_keep_memory", "return 0, 0, 9.22, 0, 0, -9.22", "to four decimals"),
    ("check_keep_memory", "return 0, 0, 20, 0, 0, 0", "What is let in"),
    ("check_keep_memory", "return 0, 0, 20, -20, 0, -20", "listen"),
    ("check_tipping_price", "return 0.13", "a little less"),
    ("check_tipping_price", "return 0.12", "a little more"),
    ("check_tipping_price", "return 0.5", "too high or too low"),
    # 06
    (
        "check_output_gate_gradients",
        "d_sum = d_short * squashed * o * (1 - o)\nprint(d_sum * short_before)",
        "is there a `return`?",
    ),
    (
        "check_output_gate_gradients",
        "return d_short * squashed * o * (1 - o)",
        "Three gradients",
    ),
    (
        "check_output_gate_gradients",
        "d_o = d_short * squashed\nreturn d_o * short_before, d_o * price, d_o",
        "The gate is a sigmoid: what is its slope?",
    ),
    (
        "check_output_gate_gradients",
        "d = d_short * squashed * o * (1 - o)\nreturn d, d * short_before, d * price",
        "In which order",
    ),
    (
        "check_output_gate_gradients",
        "d = d_short * squashed * o * (1 - o)\nreturn d * short_before, d * price, 1.0",
        "First d_output_sum",
    ),
    (
        "check_output_gate_gradients",
        "return [float('nan')] * 3",
        "NaN, not a number",
    ),
    (
        "check_output_gate_gradients",
        "d = d_squashed * o * (1 - o)\nreturn d * short_before, d * price, d",
        "stopped with NameError",
    ),
    ("check_backward_plain", "return 0.0", "Does each day add its share"),
    (
        "check_backward_plain",
        "d_w = 0.0\nfor short_before, short in reversed(tape):\n"
        "    d_sum = d_short * (1 - short**2)\n    d_w = d_sum * short_before\n"
        "    d_short = d_sum * w\nreturn d_w",
        "or replace what is there",
    ),
    (
        "check_backward_plain",
        "d_w = 0.0\nfor short_before, short in tape:\n"
        "    d_sum = d_short * (1 - short**2)\n    d_w += d_sum * short_before\n"
        "    d_short = d_sum * w\nreturn d_w",
        "with which day must you begin",
    ),
    (
        "check_backward_plain",
        "d_w = 0.0\nfor short_before, short in reversed(tape):\n"
        "    d_sum = d_short * (1 - short**2)\n    d_w += d_sum * short_before\n"
        "    d_short += d_sum * w\nreturn d_w",
        "a += too many",
    ),
    (
        "check_backward_plain",
        "d_w = 0.0\nfor short_before, short in reversed(tape):\n"
        "    d_short = d_short * (1 - short**2) * w\n"
        "    d_w += d_short * short_before\nreturn d_w",
        "handed on too early",
    ),
    (
        "check_backward_plain",
        "d_w = 0.0\nfor short_before, short in reversed(tape):\n"
        "    d_sum = d_short * (1 - short**2)\n    d_w += d_sum * short_before\n"
        "    return d_w",
        "add up the shares of all days",
    ),
    (
        "check_backward_plain",
        "d_w = 0.0\nfor short_before, short in reversed(tape):\n"
        "    d_sum = d_short * (1 - short**2)\n    d_w += d_sum * short_before\n"
        "    d_short = d_sum * w\nprint(d_w)",
        "is there a `return`?",
    ),
    (
        "check_backward_plain",
        "shares = []\nfor short_before, short in reversed(tape):\n"
        "    d_sum = d_short * (1 - short**2)\n"
        "    shares.append(d_sum * short_before)\n    d_short = d_sum * w\n"
        "return shares",
        "shares of all days, added up",
    ),
    (
        "check_output_gate_gradients",
        "d = d_short * squashed * o * (1 - o)\nreturn d * short_before, d * price",
        "Three gradients",
    ),
    # 07
    (
        "check_count",
        "return 4 * hidden * (hidden + inputs) + 4 * hidden",
        "two biases in each gate",
    ),
    ("check_count", "return 16 * inputs * hidden", "Count one gate"),
    ("check_count", "print(4 * hidden * (hidden + inputs + 2))", "`return`"),
    (
        "check_one_day_stacked",
        "i, f, g, o = (short @ W + x @ V + b).chunk(4, dim=1)\n"
        "long = f.sigmoid() * long + i.sigmoid() * g.tanh()\n"
        "return long, o.sigmoid() * long.tanh()",
        "which matrices need a `.T`",
    ),
    (
        "check_one_day_stacked",
        "i, f, g, o = (W @ short + V @ x + b).chunk(4)\n"
        "long = f.sigmoid() * long + i.sigmoid() * g.tanh()\n"
        "return long, o.sigmoid() * long.tanh()",
        "which matrices need a `.T`",
    ),
    (
        "check_one_day_stacked",
        "i, f, g, o = (short * W.T + x * V.T + b).chunk(4, dim=1)\nreturn long, short",
        "which products are `@`",
    ),
    (
        "check_one_day_stacked",
        "i, f, g, o = (short @ W.T + x @ V.T + b).chunk(4)\n"
        "long = f.sigmoid() * long + i.sigmoid() * g.tanh()\n"
        "return long, o.sigmoid() * long.tanh()",
        "Without dim=1, chunk cuts the companies apart",
    ),
    (
        "check_one_day_stacked",
        "i, f, g, o = (short @ W.T + x @ V.T + b).chunk(4, dim=1)\n"
        "long = f * long + i * g\nreturn long, o * long.tanh()",
        "What makes gates",
    ),
    (
        "check_one_day_stacked",
        "i, f, g, o = (short @ W.T + x @ V.T + b).chunk(4, dim=1)\n"
        "new = f.sigmoid() * long + i.sigmoid() * g.tanh()\n"
        "return new, o.sigmoid() * long.tanh()",
        "shows the new long memory",
    ),
    (
        "check_one_day_stacked",
        "sums = (short @ W.T + x @ V.T + b).sigmoid()\n"
        "i, f, g, o = sums.chunk(4, dim=1)\nlong = f * long + i * g\n"
        "return long, o * long.tanh()",
        "may be negative",
    ),
    ("check_one_day_stacked", "print(short @ W.T + x @ V.T + b)", "`return`"),
    (
        "check_one_day_stacked",
        "i, f, g, o = (short @ W.T + x @ V.T + b).split(4, dim=1)\n"
        "long = f.sigmoid() * long + i.sigmoid() * g.tanh()\n"
        "return long, o.sigmoid() * long.tanh()",
        "split wants the size of a part",
    ),
    (
        "check_one_day_stacked",
        "i, f, g, o = (short @ W.T + x @ V.T + b).reshape(4, *short.shape)\n"
        "long = f.sigmoid() * long + i.sigmoid() * g.tanh()\n"
        "return long, o.sigmoid() * long.tanh()",
        "reshape mixes",
    ),
    (
        "check_one_day_stacked",
        "i, f, g, o = (short @ W.T + x @ V.T + b).chunk(4, dim=1)\n"
        "i, f, o = (torch.log(z) for z in (i, f, o))\n"
        "long = f * long + i * g.tanh()\nreturn long, o * long.tanh()",
        "NaN",
    ),
    (
        "check_one_day_stacked",
        "i, f, g, o = (short @ W.T + x @ V.T + b).chunk(4, dim=1)\n"
        "long = f.sigmoid() * long + i.sigmoid() * g.tanh()\n"
        "return torch.cat([long, o.sigmoid() * long.tanh()])",
        "Both are asked for",
    ),
]
RIGHT = [
    ("check_keep_memory", "return 0.0, 0.0, 2000.0, 0.0, 0.0, -2000.0"),
    # 06
    (
        "check_output_gate_gradients",
        "import numpy\nscale = numpy.array([short_before, price, 1.0])\n"
        "return d_short * squashed * (o - o**2) * scale",
    ),
    (
        "check_output_gate_gradients",
        "d = torch.tensor(d_short * squashed * o * (1 - o))\n"
        "return [d * short_before, d * price, d]",
    ),
    (
        "check_output_gate_gradients",
        "z = torch.logit(torch.tensor(o, dtype=torch.float64)).requires_grad_()\n"
        "(d_short * squashed * z.sigmoid()).backward()\nd = z.grad.item()\n"
        "return d * short_before, d * price, d",
    ),
    (
        "check_backward_plain",
        "d_w = 0.0\nwhile tape:\n    short_before, short = tape.pop()\n"
        "    d_short *= 1 - short**2\n    d_w += d_short * short_before\n"
        "    d_short *= w\nreturn d_w",
    ),
    (
        "check_backward_plain",
        "if not tape:\n    return 0.0\n*days, (short_before, short) = tape\n"
        "d_sum = d_short * (1 - short * short)\n"
        "return d_sum * short_before + backward_plain(w, days, d_sum * w)",
    ),
    (
        "check_backward_plain",
        "import numpy\nbefore, short = numpy.array(tape).T\nslopes = 1 - short**2\n"
        "ways = [numpy.prod(slopes[n:]) * w ** (len(tape) - n - 1)\n"
        "        for n in range(len(tape))]\n"
        "return d_short * (numpy.array(ways) * before).sum()",
    ),
    # 07
    (
        "check_count",
        "lstm = torch.nn.LSTM(inputs, hidden)\n"
        "return sum(p.numel() for p in lstm.parameters())",
    ),
    ("check_count", "return torch.tensor(4.0 * hidden * (hidden + inputs + 2))"),
    (
        "check_one_day_stacked",
        "sums = (W @ short.T + V @ x.T).T + b\nh = short.shape[1]\n"
        "i, f, o = [torch.sigmoid(sums[:, n * h:(n + 1) * h]) for n in (0, 1, 3)]\n"
        "long *= f\nlong += i * torch.tanh(sums[:, 2 * h:3 * h])\n"
        "return [long, o * torch.tanh(long)]",
    ),
    (
        "check_one_day_stacked",
        "import numpy\nW, V, b, x, long, short = [\n"
        "    t.numpy() for t in (W, V, b, x, long, short)]\n"
        "i, f, g, o = numpy.split(short @ W.T + x @ V.T + b, 4, axis=1)\n"
        "i, f, o = [1 / (1 + numpy.exp(-z)) for z in (i, f, o)]\n"
        "long = f * long + i * numpy.tanh(g)\nreturn long, o * numpy.tanh(long)",
    ),
    (
        "check_one_day_stacked",
        "cell = torch.nn.LSTMCell(x.shape[1], short.shape[1]).double()\n"
        "for p, value in zip(cell.parameters(), (V, W, b, 0 * b)):\n"
        "    p.data.copy_(value)\n"
        "short, long = cell(x, (short, long))\nreturn long, short",
    ),
]


def answer_to(name, body):
    head = next(line for line in BY_CHECK[name][1].splitlines() if "def " in line)
    return head + "\n    " + body.replace("\n", "\n    ")


@pytest.mark.parametrize(("name", "body", "hint"), NOT_RIGHT)
def test_wrong_answers_get_their_hint(run, name, body, hint):
    setup, _, check, _ = BY_CHECK[name]
    said = run(setup, answer_to(name, body), check)
    assert not said.startswith("Right!") and hint in said, said


@pytest.mark.parametrize(("name", "body"), RIGHT)
def test_right_answers_in_another_form_are_accepted(run, name, body):
    setup, _, check, _ = BY_CHECK[name]
    said = run(setup, answer_to(name, body), check)
    assert said.startswith("Right! "), said


def test_every_hint_is_produced_by_a_test():
    tested = " ".join(hint for _, _, hint in NOT_RIGHT)
    for check in CHECKS.values():
        for hint in [*check.symptoms]:
            assert any(part in hint for _, _, part in NOT_RIGHT), (hint, tested)


# --- the frame ----------------------------------------------------------------


def add_up(numbers):
    return sum(numbers)


SUM = checks.Check(add_up, inputs=[([1.0, 2.0],), ([3.0],)], hint="H", insight="I")


@pytest.mark.parametrize(
    "answer",
    [
        lambda numbers: torch.tensor(numbers).sum(),
        lambda numbers: numpy.array(numbers).sum(),
        lambda numbers: torch.tensor([sum(numbers)]),
        lambda numbers: sum([numbers.pop() for _ in range(len(numbers))]),
    ],
)
def test_other_forms_and_emptied_inputs_do_no_harm(answer, capsys):
    SUM(answer)
    assert capsys.readouterr().out == "Right! I\n"


def test_an_answer_that_stops_is_told_and_does_not_stop_the_notebook(capsys):
    SUM(lambda numbers: 1 / 0)
    said = capsys.readouterr().out
    assert said == "Your function stopped with ZeroDivisionError: division by zero\n"


def test_what_was_expected_and_got_is_shown(capsys):
    SUM(lambda numbers: numbers[0])
    said = capsys.readouterr().out
    assert (
        said == "Not right yet. For [1.0000, 2.0000] expected 3.0000, got 1.0000. H\n"
    )
