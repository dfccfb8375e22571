"""What the site is made of; and, with `SITE=folder`, what Sphinx built there."""

import html
import html.parser
import json
import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SITE = Path(os.environ.get("SITE", ""))
built = pytest.mark.skipif("SITE" not in os.environ, reason="SITE isn't set")


class Page(html.parser.HTMLParser):
    """A page's ids, links, loaded files and pictures."""

    def __init__(self, path):
        super().__init__()
        self.path, self.text = path, path.read_text(encoding="utf-8")
        self.ids, self.links, self.loads, self.images = set(), [], [], []
        self.feed(self.text)

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
    """{path: page} of the built site."""
    paths = [path for path in SITE.rglob("*.html") if "_static" not in path.parts]
    return {path.resolve(): Page(path.resolve()) for path in paths}


@built
def test_no_link_inside_the_site_is_dead_and_nothing_is_loaded_from_outside(pages):
    assert len(pages) > len(NOTEBOOKS)
    for page in pages.values():
        for link in page.links + page.loads:
            said, parts = (page.path.name, link), urlsplit(link)
            if parts.scheme or parts.netloc:
                assert link not in page.loads, said
                continue
            target = (page.path.parent / unquote(parts.path)).resolve()
            target = target if parts.path else page.path
            assert target.exists(), said
            # On play.html, a fragment is what the page shows.
            if parts.fragment and target in pages and target.name != "play.html":
                assert unquote(parts.fragment) in pages[target].ids, said


@built
def test_each_picture_has_a_text(pages):
    for page in pages.values():
        for image in page.images:
            alt = image.get("alt", "")
            assert alt and not alt.endswith(".png"), (page.path.name, image)


@built
def test_the_first_page_leads_everywhere(pages):
    index = pages[(SITE / "index.html").resolve()]
    lessons = [f"notebooks/{path.stem}.html" for path in NOTEBOOKS]
    start = ["docs/play.html", "notebooks/01_gate_equations.html", "TEACHING.html"]
    assert index.links == [*start, *lessons, "README.html", "CONTRIBUTING.html"]


@built
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_s_page(path, pages):
    page = pages[(SITE / "notebooks" / f"{path.stem}.html").resolve()]
    text, source = page.text, path.read_text(encoding="utf-8")
    folded = [
        cell
        for cell in json.loads(source)["cells"]
        if "hide-output" in cell["metadata"].get("tags", []) and cell["outputs"]
    ]
    assert text.count("Show code cell output") == len(folded)
    assert text.count("<details") >= source.count("<details><summary>")
    assert text.count("<table") >= source.count('"text/markdown"')
    assert "| ---" not in text and "| \u2014" not in text  # dashes, typeset
    outline, imports = text.index("<details class='outline'>"), text.index("hide-input")
    assert outline < text.index("do.</strong>") < text.index("</details>") < imports
    for said in ("og:title", "og:description", "og:image"):
        assert re.search(f'<meta property="{said}" content="[^"]+">', text), said
    copy = json.loads((SITE / "lessons" / path.name).read_text(encoding="utf-8"))
    assert not any(cell.get("outputs") for cell in copy["cells"])
    if repository := os.environ.get("GITHUB_REPOSITORY"):
        where = f"{repository}/blob/lessons/notebooks/{path.name}"
        assert f"https://colab.research.google.com/github/{where}" in page.links
        where = f"{repository}/lessons?urlpath=lab/tree/notebooks/{path.name}"
        assert f"https://mybinder.org/v2/gh/{where}" in page.links
