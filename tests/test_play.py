"""The playground: its training in JavaScript against PyTorch's, and its page."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import torch

from lstm_scratch import COMPANY_A, COMPANY_B, LSTM_Scratch

DOCS = Path(__file__).parent.parent / "docs"
SEEDS, EPOCHS = range(64), 500
COMPANIES = [COMPANY_A, COMPANY_B]
LABELS = {"same": [1.0, 1.0], "memory": [0.0, 1.0]}
needs_node = pytest.mark.skipif(not shutil.which("node"), reason="needs Node.js")


def starts(copies=1):
    """One model that holds many: each of the twelve has the shape (copies, 1, 64).

    The first copy is PyTorch's own draws. In each other, the last bit of all twelve
    numbers is moved, up or down by chance.
    """
    drawn = []
    for seed in SEEDS:
        torch.manual_seed(seed)
        drawn.append(LSTM_Scratch())
    together = LSTM_Scratch()
    for name, number in together.named_parameters():
        exact = torch.stack([m.get_parameter(name) for m in drawn]).double().detach()
        way = torch.randn(copies, len(SEEDS), dtype=torch.float64)
        moved = torch.nextafter(exact.expand_as(way), way * torch.inf)
        moved[0] = exact
        number.data = moved[:, None]
    return together


def by_torch(lr, copies=4):
    """Train all of them for both tasks: (epochs, 1 loss + 12, copies, tasks, 64)."""
    model, notes = starts(copies), []
    for number in model.parameters():
        number.data = number.repeat(1, len(LABELS), 1)
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    labels = torch.tensor(list(LABELS.values()), dtype=torch.float64)  # (tasks, 2)
    for _ in range(EPOCHS):
        total = 0.0
        for prices, label in zip(COMPANIES, labels.T[..., None]):
            predicted = model(torch.tensor([prices], dtype=torch.float64))
            loss = (predicted - label) ** 2  # (copies, tasks, 64)
            optimizer.zero_grad()
            loss.sum().backward()  # each training gets its own gradients only
            optimizer.step()
            total = total + loss.detach()
        numbers = [p.detach().clone() for p in model.parameters()]
        notes.append(torch.stack([total / len(COMPANIES), *numbers]))
    return torch.stack(notes)


BY_NODE = """
import { NAMES, train } from "LSTM";
import { readFileSync } from "node:fs";
const { starts, companies, labels, epochs, lr } = JSON.parse(readFileSync(0));
const options = { epochs, lr };
const found = starts.map((start) => train(start, companies, labels, options)).flat();
const rows = found.flatMap((at) => [at.loss, ...NAMES.map((n) => at.numbers[n])]);
process.stdout.write(Buffer.from(Float64Array.from(rows).buffer));
"""


def by_node(labels, lr):
    drawn = {name: p[0, 0].tolist() for name, p in starts().named_parameters()}
    given = dict(companies=COMPANIES, labels=labels, epochs=EPOCHS, lr=lr)
    given["starts"] = [dict(zip(drawn, start)) for start in zip(*drawn.values())]
    script = BY_NODE.replace("LSTM", (DOCS / "lstm.js").as_uri())
    node = ["node", "--input-type=module", "-e", script]
    run = subprocess.run(node, input=json.dumps(given).encode(), capture_output=True)
    assert run.returncode == 0, run.stderr.decode()
    rows = torch.frombuffer(bytearray(run.stdout), dtype=torch.float64)
    return rows.view(len(SEEDS), EPOCHS, 13).permute(1, 2, 0)


def passes(numbers):
    """Which of these trainings, (12, ..., 64), pass notebook 05's test?"""
    model = LSTM_Scratch()
    for number, values in zip(model.parameters(), numbers):
        number.data = values
    with torch.no_grad():
        a, b = (model(torch.tensor([row]).double()) for row in COMPANIES)
    return torch.maximum(a.abs(), (b - 1).abs()) < 0.1


@needs_node
@pytest.mark.parametrize("lr", [0.01, 0.1])
def test_javascript_trains_as_pytorch_does(lr):
    """Its gap to PyTorch is as PyTorch's to itself, a last bit of its start moved.

    Measured: `same` 7e-15 at most; `memory` at 0.01 3e-9 (seed 15, others 1e-10). At
    0.1, 39 of 64 stay below 1e-9. In the others, steps too long magnify a last bit, in
    PyTorch as here: ours was at most 6 times the gap of three such PyTorch trainings.
    """
    every = by_torch(lr)
    for task, labels in enumerate(LABELS.values()):
        exact, *moved = every[..., task, :].unbind(2)  # each (epochs, 13, 64)
        ours = by_node(labels, lr)
        gap = (ours - exact).abs().amax(1)  # (epochs, 64)
        own = torch.stack([(other - exact).abs().amax(1) for other in moved]).amax(0)
        own = own.cummax(0).values
        assert (gap < 50 * own + 1e-13).all(), (gap / own).max()
        if labels == LABELS["same"]:
            assert gap.max() < 1e-12
            continue
        close = gap.amax(0) < 1e-9
        assert close.sum() >= {0.01: 60, 0.1: 32}[lr]
        assert (passes(ours[-1, 1:]) == passes(exact[-1, 1:]))[close].all()
        assert abs(passes(ours[-1, 1:]).sum() - {0.01: 41, 0.1: 63}[lr]) <= (lr == 0.1)
