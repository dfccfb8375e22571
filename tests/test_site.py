"""What the site is made of; and, with `SITE=folder`, what Sphinx built there."""

import html
import html.parser
import json
import os
import random
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import torch

from helpers import taught
from lstm_scratch import COMPANY_A, COMPANY_B, LSTM_Scratch

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SITE = Path(os.environ.get("SITE", ""))
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
built = pytest.mark.skipif("SITE" not in os.environ, reason="SITE isn't set")


# --- the unit, live: its JavaScript against Python -----------------------------


@pytest.fixture(scope="module")
def settings():
    """Twenty settings of the sliders, each with what Python computes from it."""
    one_day = taught.take("01_gate_equations", "one_day")["one_day"]
    draw, found = random.Random(0), []
    for _ in range(20):
        inputs = {
            "input_value": round(draw.uniform(0, 1), 2),
            "long_memory": round(draw.uniform(-5, 5), 2),
            "short_memory": round(draw.uniform(-1, 1), 2),
        }
        model = LSTM_Scratch().double()
        twelve = {n: round(draw.uniform(-5, 5), 2) for n, _ in model.named_parameters()}
        one_day.__globals__.update(twelve)
        expected = one_day(**inputs)
        with torch.no_grad():
            for name, value in twelve.items():
                model.get_parameter(name).fill_(value)
            prices = torch.tensor([COMPANY_A, COMPANY_B], dtype=torch.float64)
            predictions = model(prices).tolist()
            today = torch.tensor(list(inputs.values()), dtype=torch.float64)
            memories = model.lstm_unit(*today)
        assert expected["updated_long_memory"] == pytest.approx(memories[0].item())
        assert expected["updated_short_memory"] == pytest.approx(memories[1].item())
        found.append((inputs | twelve, expected, predictions))
    return found


def four_decimals(number):
    return f"{round(number, 4) + 0.0:.4f}"


@pytest.mark.skipif(not shutil.which("node"), reason="needs Node.js")
def test_the_page_computes_what_python_computes(settings):
    script = (ROOT / "docs" / "live_unit.js").read_text(encoding="utf-8")
    script += """
    const settings = JSON.parse(require("fs").readFileSync(0));
    const days = settings.map(
      (w) => oneDay(w, w.input_value, w.long_memory, w.short_memory));
    console.log(JSON.stringify(days.map((day) => Object.fromEntries(
      Object.entries(day).map(([name, number]) => [name, fourDecimals(number)])))));
    """
    given = json.dumps([sliders for sliders, _, _ in settings])
    run = subprocess.run(
        ["node", "-e", script], input=given, capture_output=True, text=True, check=True
    )
    for got, (_, expected, _) in zip(json.loads(run.stdout), settings, strict=True):
        assert got == {name: four_decimals(n) for name, n in expected.items()}


# Moves the page's own sliders, and writes down what the page then shows.
MOVE_SLIDERS = """<script>
const seen = SETTINGS.map((sliders) => {
  for (const [name, value] of Object.entries(sliders)) {
    const slider = document.querySelector(`.live-sliders [name=${name}]`);
    slider.value = value;
    slider.dispatchEvent(new Event("input"));
  }
  const numbers = [...document.querySelectorAll(".live-unit svg [data-name]")];
  const texts = numbers.map((text) => [text.dataset.name, text.textContent]);
  const said = [...document.querySelectorAll(".live-days strong")];
  return [Object.fromEntries(texts), said.map((text) => text.textContent)];
});
document.body.innerHTML = `<pre>${JSON.stringify(seen)}</pre>`;
</script>"""


@built
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_tables_that_code_shows_are_tables(notebook):
    page = (SITE / "notebooks" / f"{notebook.stem}.html").read_text(encoding="utf-8")
    shown = notebook.read_text(encoding="utf-8").count('"text/markdown"')
    assert page.count("<table") >= shown
    assert "| ---" not in page and "| \u2014" not in page  # dashes, typeset


@built
@pytest.mark.skipif(not BROWSER, reason="needs Chromium or Chrome")
def test_a_browser_shows_what_python_computes(settings, tmp_path):
    given = json.dumps([sliders for sliders, _, _ in settings])
    page = (SITE / "docs" / "unit.html").read_text(encoding="utf-8")
    moved = MOVE_SLIDERS.replace("SETTINGS", given)
    (tmp_path / "unit.html").write_text(page + moved, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    options += ["--disable-background-networking", f"--user-data-dir={tmp_path}"]
    command = [BROWSER, *options, (tmp_path / "unit.html").as_uri()]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    seen = json.loads(html.unescape(re.search("<pre>(.*)</pre>", shown, re.S)[1]))
    for (texts, said), (_, expected, predictions) in zip(seen, settings, strict=True):
        for name, number in expected.items():
            found = re.findall(r"-?\d+\.\d{4}", texts[name])
            assert found == [four_decimals(number)], name
        assert said == [four_decimals(prediction) for prediction in predictions]


# --- the built pages -----------------------------------------------------------


class Page(html.parser.HTMLParser):
    """A page's ids, links, loaded files and pictures."""

    def __init__(self, path):
        super().__init__()
        self.path = path
        self.ids, self.links, self.loads, self.images = set(), [], [], []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.ids |= {given.get("id"), given.get("name")}
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        if tag in ("img", "script") and given.get("src"):
            self.loads.append(given["src"])
        if tag == "link" and given.get("rel") in ("stylesheet", "preload"):
            self.loads.append(given["href"])
        if tag == "img":
            self.images.append(given)


@pytest.fixture(scope="module")
def pages():
    paths = [path for path in SITE.rglob("*.html") if "_static" not in path.parts]
    return {path.resolve(): Page(path.resolve()) for path in paths}


@built
def test_no_link_inside_the_site_is_dead_and_nothing_is_loaded_from_outside(pages):
    assert len(pages) > len(NOTEBOOKS)
    for page in pages.values():
        for link in page.links + page.loads:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                assert link not in page.loads, (page.path.name, link)
                continue
            target = (page.path.parent / unquote(parts.path)).resolve()
            target = page.path if not parts.path else target
            assert target.exists(), (page.path.name, link)
            if parts.fragment and target in pages:
                ids = pages[target].ids
                assert unquote(parts.fragment) in ids, (page.path.name, link)


@built
def test_each_picture_has_a_text(pages):
    for page in pages.values():
        for image in page.images:
            alt = image.get("alt", "")
            assert alt and not alt.endswith(".png"), (page.path.name, image)


@built
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_s_page(path, pages):
    page = pages[(SITE / "notebooks" / f"{path.stem}.html").resolve()]
    text = page.path.read_text(encoding="utf-8")
    source = path.read_text(encoding="utf-8")
    folded = [
        cell
        for cell in json.loads(source)["cells"]
        if "hide-output" in cell["metadata"].get("tags", []) and cell["outputs"]
    ]
    assert text.count("Show code cell output") == len(folded)
    assert text.count("<details") >= source.count("<details><summary>")
    if repository := os.environ.get("GITHUB_REPOSITORY"):
        where = f"{repository}/blob/lessons/notebooks/{path.name}"
        assert f"https://colab.research.google.com/github/{where}" in page.links
        where = f"{repository}/lessons?urlpath=lab/tree/notebooks/{path.name}"
        assert f"https://mybinder.org/v2/gh/{where}" in page.links
