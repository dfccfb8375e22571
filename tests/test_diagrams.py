"""The drawings' blanks, zeros and colours. Notebooks 01, 02 and 06 compare the rest."""

import re

import pytest

from helpers import diagrams
from helpers.figures import COMPANY_STYLES, GATE_COLORS


def test_blanks_and_zeros():
    tiny = {"forget_gate": -1e-9, "input_gate": 0.0}
    shown = diagrams.fill(diagrams.template("unit.svg"), tiny)
    assert (shown.count(">0.0000<"), shown.count("_______")) == (2, 14)
    chain = diagrams.chain()
    assert chain.count("_____") == 4 * 6 and "day 4" in chain


@pytest.mark.parametrize("name", ["unit", "chain", "backward"])
def test_the_house_s_colours_and_sizes(name):
    svg = diagrams.template(f"{name}.svg")
    house = {f"{gate}_gate": color for gate, color in GATE_COLORS.items()}
    house["candidate"] = house.pop("candidate_gate")
    house |= {f"{name} .input_value": s["color"] for name, s in COMPANY_STYLES.items()}
    found = dict(re.findall(r"\.((?:[AB] \.)?\w+) \{ color: (#\w+); \}", svg))
    assert len(found) == 4 and found.items() < house.items()
    assert min(map(int, re.findall(r"(\d+)px", svg))) >= 15
    assert 'role="img"' in svg and "<title>" in svg and " id=" not in svg
