"""With `SITE=folder`: what Sphinx built there."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup  # nbconvert brings it along

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))
SITE = Path(os.environ.get("SITE", "")).resolve()
pytestmark = pytest.mark.skipif("SITE" not in os.environ, reason="SITE isn't set")


@pytest.fixture(scope="module")
def pages():
    """{path: page} of the built site."""
    paths = [path for path in SITE.rglob("*.html") if "_static" not in path.parts]
    texts = {path: path.read_text(encoding="utf-8") for path in paths}
    return {path: BeautifulSoup(text, "html.parser") for path, text in texts.items()}


def links_of(page):
    return [link["href"] for link in page.select("a[href]")]


def test_no_link_is_dead_no_picture_wordless_and_nothing_is_loaded_from_outside(pages):
    assert len(pages) > len(NOTEBOOKS)
    for path, page in pages.items():
        loaded = [one["src"] for one in page.select("img[src], script[src]")]
        loaded += [
            one["href"] for one in page.select("[rel=stylesheet], [rel=preload]")
        ]
        assert not any(urlsplit(link).netloc for link in loaded), path
        for link in links_of(page) + loaded:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            name = unquote(parts.path)
            target = (path.parent / name).resolve() if name else path
            assert target.exists(), (path, link)
            # On play.html, a fragment is what the page shows.
            if parts.fragment and target in pages and target.name != "play.html":
                place = unquote(parts.fragment)
                assert pages[target].find(id=place), (path, link)
        for image in page.find_all("img"):
            assert image["alt"] and not image["alt"].endswith(".png"), (path, image)


def test_each_page_can_be_shared_and_the_playground_is_small(pages):
    for path, page in pages.items():
        if path.name != "unit.html":  # the playground's old address
            for said in ("og:title", "og:description", "og:image"):
                assert page.find("meta", property=said)["content"], (path, said)
            picture = page.find("meta", property="og:image")["content"]
            assert (SITE / picture[picture.index("_static") :]).exists(), path
    assert (SITE / "docs" / "play.html").stat().st_size < 250_000


def test_the_first_page_leads_everywhere(pages):
    lessons = [f"notebooks/{path.stem}.html" for path in NOTEBOOKS]
    start = ["docs/play.html", "notebooks/01_gate_equations.html", "TEACHING.html"]
    links = links_of(pages[SITE / "index.html"])
    assert links == [*start, *lessons, "README.html", "CONTRIBUTING.html"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_s_page(path, pages):
    page = pages[SITE / "notebooks" / f"{path.stem}.html"]
    text, source = str(page), path.read_text(encoding="utf-8")
    assert text.count("Show code cell output") == source.count('"hide-output"')
    assert text.count("<details") >= source.count("<details><summary>")
    assert text.count("<table") >= source.count('"text/markdown"')
    assert "| ---" not in text and "| \u2014" not in text  # dashes, typeset
    outline = page.select_one("details.outline")
    assert "do." in outline.strong.text
    assert outline.find_next(class_="tag_hide-input") == page.select_one(".cell")
    copy = (SITE / "lessons" / path.name).read_text(encoding="utf-8")
    assert '"output_type"' not in copy
    if repository := os.environ.get("GITHUB_REPOSITORY"):
        colab = f"https://colab.research.google.com/github/{repository}/blob/lessons"
        binder = f"https://mybinder.org/v2/gh/{repository}/lessons?urlpath=lab/tree"
        for address in (colab, binder):
            assert f"{address}/notebooks/{path.name}" in links_of(page)
