"""The playground: its training in JavaScript against PyTorch's, and its page."""

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


def train_by_torch(seeds, epochs):
    """As notebook 05: return losses, (starts, epochs), and numbers, (starts, 12)."""
    taken = taught.take("05_many_starts", "starts", "many_models", "train_many")
    many = taken["many_models"]([taken["starts"][seed] for seed in seeds])
    losses = taken["train_many"](many, num_epochs=epochs)
    return losses.T, torch.stack([n.detach() for n in many.parameters()], dim=1)


BY_NODE = """
import { train } from "LSTM";
import { readFileSync } from "node:fs";
const { starts, companies } = JSON.parse(readFileSync(0));
const trained = starts.map((start) => train(start, companies, [0, 1]));
const losses = trained.map((epochs) => epochs.map((epoch) => epoch.loss));
const numbers = trained.map((epochs) => Object.values(epochs.at(-1).numbers));
console.log(JSON.stringify([losses, numbers]));
"""


@pytest.mark.skipif(not shutil.which("node"), reason="needs Node.js")
def test_javascript_trains_all_64_as_pytorch_does_to_six_decimals():
    models = taught.take("05_many_starts", "starts")["starts"]
    starts = [{n: p.item() for n, p in m.named_parameters()} for m in models]
    given = json.dumps({"starts": starts, "companies": [COMPANY_A, COMPANY_B]})
    script = BY_NODE.replace("LSTM", (ROOT / "docs" / "lstm.js").as_uri())
    command = ["node", "--input-type=module", "-e", script]
    run = subprocess.run(command, input=given, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    for ours, wanted in zip(json.loads(run.stdout), train_by_torch(range(64), 500)):
        ours = torch.tensor(ours, dtype=torch.float64)
        torch.testing.assert_close(ours, wanted, rtol=0, atol=5e-7)


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


def assert_is_as_by_torch(page, epoch, start):
    seen = see(page, epoch)
    losses, numbers = train_by_torch([start], epoch)
    assert float(seen["loss"]) == pytest.approx(losses[0, -1].item(), abs=6e-5)
    for name, number in zip(NAMES, numbers[0].tolist()):
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


def test_addresses_and_the_first_page_show_what_readme_and_notebook_03_print(page):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    page.goto(f"{PLAY}#task=same&start=5&epoch=500")
    seen = see(page, 500)
    said = [seen["prediction_a"], seen["prediction_b"]]
    assert said == re.findall(r"pred_value: (\S+)", readme)

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
    assert seen["says_A"] == f"{float(a):.2f}"
    assert seen["says_B"] == f"{float(b):.2f}"


@pytest.mark.parametrize("bad", ["toString=1", "bb1=", "epoch=NaN&lr=x&A=,,"])
def test_a_second_address_counts_alone_and_a_bad_one_does_no_harm(page, bad):
    page.goto(f"{PLAY}#task=same&start=9&lr=0.1&wa1=3&days=8&epoch=40")
    see(page, 40)
    page.goto(f"{PLAY}#{bad}&start=7&epoch=30")
    assert_is_as_by_torch(page, 30, start=7)
    assert page.input_value("#start") == "7"  # empty where numbers are one's own
    page.goto(f"{PLAY}#epoch=1e9&start=1e9&lr=0")
    see(page, 5000)


def test_training_and_the_slider_over_the_epochs(page):
    page.select_option("#speed", "fast")
    page.fill("#start", "11")
    page.click("#play")
    assert_is_as_by_torch(page, 500, start=11)
    page.press("#epoch", "Home")
    see(page, 0)
    page.fill("#epoch", "3")
    assert_is_as_by_torch(page, 3, start=11)


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
    passed = "41 of 64 starts pass at epoch 500"  # as notebook 05 prints
    page.locator("#passed", has_text=passed).wait_for()
    page.fill("#lr", "0.1")
    page.click("#all")
    done.get_by_text("Find a better learning rate.").wait_for()
    assert done.count() == 2
