"""The playground: its training in JavaScript against PyTorch's, and its page."""

import functools
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import nbformat
import pytest
import torch

from helpers import taught
from lstm_scratch import COMPANY_A, COMPANY_B, LSTM_Scratch

ROOT = Path(__file__).parent.parent
SITE = Path(os.environ.get("SITE", "")).resolve()
PLAY = (SITE / "docs" / "play.html").as_uri()
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
NAMES = [name for name, _ in LSTM_Scratch().named_parameters()]
COMPANIES = [COMPANY_A, COMPANY_B]
TASKS = {"same": [1.0, 1.0], "memory": [0.0, 1.0]}


def starts():
    """PyTorch's draws under the seeds 0 to 63: (64, 12)."""
    drawn = []
    for seed in range(64):
        torch.manual_seed(seed)
        drawn.append([number.item() for number in LSTM_Scratch().parameters()])
    return torch.tensor(drawn, dtype=torch.float64)


@functools.cache
def by_torch(task):
    """Train from all of them at once: (64, 500 epochs, the loss and 12 numbers)."""
    model = LSTM_Scratch()
    for number, column in zip(model.parameters(), starts().T):
        number.data = column.clone()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    epochs = []
    for _ in range(500):
        total = 0.0
        for prices, label in zip(COMPANIES, TASKS[task]):
            prediction = model(torch.tensor([prices], dtype=torch.float64))
            loss = (prediction - label) ** 2
            optimizer.zero_grad()
            loss.sum().backward()  # each start gets its own gradients only
            optimizer.step()
            total = total + loss.detach()
        numbers = [number.detach().clone() for number in model.parameters()]
        epochs.append(torch.stack([total / 2, *numbers], dim=1))
    return torch.stack(epochs, dim=1)


BY_NODE = """
import { NAMES, train } from "LSTM";
import { readFileSync } from "node:fs";
const [starts, companies, labels] = JSON.parse(readFileSync(0));
const all = starts.map((start) =>
  train(Object.fromEntries(NAMES.map((name, n) => [name, start[n]])), companies, labels)
    .map(({ loss, numbers }) => [loss, ...NAMES.map((name) => numbers[name])]));
console.log(JSON.stringify(all));
"""


@pytest.mark.skipif(not shutil.which("node"), reason="needs Node.js")
@pytest.mark.parametrize("task", TASKS)
def test_javascript_trains_as_pytorch_does_to_six_decimals(task):
    script = BY_NODE.replace("LSTM", (ROOT / "docs" / "lstm.js").as_uri())
    given = json.dumps([starts().tolist(), COMPANIES, TASKS[task]])
    command = ["node", "--input-type=module", "-e", script]
    run = subprocess.run(command, input=given, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    by_node = torch.tensor(json.loads(run.stdout), dtype=torch.float64)
    torch.testing.assert_close(by_node, by_torch(task), rtol=0, atol=5e-7)


# --- the pages, as a hand uses them -----------------------------------------------


@pytest.fixture(scope="module")
def chromium():
    if "SITE" not in os.environ:
        pytest.skip("SITE isn't set")
    if not CHROMIUM:
        pytest.skip("needs Chromium or Chrome")
    library = pytest.importorskip("playwright.sync_api")
    no_network = ["--disable-gpu", "--host-resolver-rules=MAP * ~X"]
    with library.sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=no_network)


@pytest.fixture
def page(chromium):
    page = chromium.new_page(viewport={"width": 1400, "height": 900})
    page.goto(PLAY)
    yield page
    assert not page.page_errors(filter="all")
    asked = [request.url for request in page.requests()]
    assert all(url.startswith(("file:", "data:")) for url in asked)
    page.close()


def see(page, epoch):
    """Wait until the page shows this epoch; return all that it shows, {name: text}."""
    shown = page.locator("output[data-name=epoch]")
    shown.filter(has_text=re.compile(f"^{epoch}$")).wait_for()
    page.wait_for_timeout(150)  # it draws with the next frame
    outputs = page.locator("output[data-name]")
    pairs = "(all) => all.map((output) => [output.dataset.name, output.textContent])"
    return dict(outputs.evaluate_all(pairs))


def assert_is_as_by_torch(page, epoch, task, start):
    seen = see(page, epoch)
    loss, *numbers = by_torch(task)[start, epoch - 1].tolist()
    assert float(seen["loss"]) == pytest.approx(loss, abs=6e-5)
    for name, number in zip(NAMES, numbers):
        assert float(seen[name]) == pytest.approx(number, abs=6e-3), name


def test_lesson_1_has_the_unit_with_three_sliders(page):
    page.goto((SITE / "notebooks" / "01_gate_equations.html").as_uri())
    today = dict(input_value=0.25, long_memory=-1.5, short_memory=0.75)
    for name, value in today.items():
        page.fill(f".live-unit [name={name}]", str(value))
    texts = page.locator(".live-unit text").all_text_contents()
    shown = re.findall(r"-?\d\.\d{4}", " ".join(texts))
    one_day = taught.take("01_gate_equations", "one_day")["one_day"]
    numbers = [f"{number:.4f}" for number in one_day(**today).values()]
    assert sorted(shown) == sorted(numbers)


def test_an_address_and_the_first_page_show_what_notebook_03_prints(page):
    notebook = nbformat.read(ROOT / "notebooks" / "03_training.ipynb", as_version=4)
    (cell,) = [cell for cell in notebook.cells if cell.id == "03-the-twelve"]
    printed = cell.outputs[0].text
    a, b = re.search(r"A (\S+), B (\S+)", printed).groups()
    twelve = dict(re.findall(r"([wb][abcd][12]) +(\S+)", printed))
    page.goto(f"{PLAY}#task=memory&start=5&lr=0.01&epoch=500")
    seen = see(page, 500)
    assert (seen["prediction_a"], seen["prediction_b"]) == (a, b)
    assert len(twelve) == 12 and twelve.items() <= seen.items()
    page.goto((SITE / "index.html").as_uri())
    page.press("input[type=range]", "End")
    seen = see(page, 500)
    assert float(seen["says_A"]) == pytest.approx(float(a), abs=0.0051)
    assert float(seen["says_B"]) == pytest.approx(float(b), abs=0.0051)


@pytest.mark.parametrize("bad", ["toString=1", "bb1=", "epoch=NaN&lr=x&A=,,"])
def test_a_second_address_counts_alone_and_a_bad_one_does_no_harm(page, bad):
    page.goto(f"{PLAY}#task=same&start=9&lr=0.1&wa1=3&days=8&epoch=40")
    see(page, 40)
    page.goto(f"{PLAY}#{bad}&start=7&epoch=30")
    assert_is_as_by_torch(page, 30, "memory", start=7)
    page.goto(f"{PLAY}#epoch=1e9&start=1e9&lr=0")
    see(page, 5000)


def test_training_and_the_slider_over_the_epochs(page):
    page.select_option("#speed", "fast")
    page.select_option("#task", "same")
    page.fill("#start", "11")
    page.click("#play")
    assert_is_as_by_torch(page, 500, "same", start=11)
    page.press("#epoch", "Home")
    see(page, 0)
    page.fill("#epoch", "3")
    assert_is_as_by_torch(page, 3, "same", start=11)


def test_a_price_a_number_and_the_link(page):
    page.goto(f"{PLAY}#task=memory&start=5&lr=0.01&company=A&epoch=500")
    before = see(page, 500)
    first = ".day[data-day='1']"
    above = {"x": 20, "y": 2}  # from 0 to 1: now it is B
    page.drag_and_drop(f"{first} .handle circle", f"{first} svg", target_position=above)
    after = see(page, 500)
    assert after["prediction_a"] == after["prediction_b"] == before["prediction_b"]
    assert before["prediction_a"] != before["prediction_b"]
    page.get_by_label("ba1 as a number").fill("-2.5")
    changed = see(page, 0)
    assert changed["ba1"] == "-2.50"
    assert changed["prediction_b"] != after["prediction_b"]
    page.get_by_label("ba1, Forget").press("Home")
    page.get_by_label("ba1, Forget").press("ArrowRight")
    changed = see(page, 0)
    assert changed["ba1"] == "-5.99"
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.click("#copy")
    link = page.evaluate("navigator.clipboard.readText()")
    page.goto("about:blank")
    page.goto(link)
    assert see(page, 0) == changed


def test_missions_are_ticked_when_they_hold(page):
    page.click("[data-preset=round]")
    twelve = taught.take("01_gate_equations", *NAMES)
    twelve = {name: f"{number:.2f}" for name, number in twelve.items()}
    assert twelve.items() <= see(page, 0).items()
    page.click("[data-preset=zeros]")
    done = page.locator("#missions li.done strong")
    for name in ("ba1", "bb1", "wc2"):
        assert done.count() == 0
        page.get_by_label(f"{name} as a number").fill("20")
        page.wait_for_timeout(400)
    assert done.all_text_contents() == ["Count."]
    page.click("#all")
    passed = "41 of 64 within 0.1 at epoch 500"  # as notebook 05 prints
    page.locator("#passed", has_text=passed).wait_for()
    page.fill("#lr", "0.1")
    page.click("#all")
    done.get_by_text("Find a better learning rate.").wait_for()
    assert done.count() == 2
