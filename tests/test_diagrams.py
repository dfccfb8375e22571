"""The drawings, group by group: each number beside its words and its arrows."""

import re
from xml.etree import ElementTree

import pytest

from helpers import diagrams
from helpers.figures import COMPANY_STYLES, GATE_COLORS

# A group: its words, {numbers}, arrows (>) and lines (-), in the file's order.
UNIT = """\
long_memory: > long memory {long_memory}
kept: > {kept} kept
updated_long_memory: > > updated long memory {updated_long_memory}
short_memory: - short memory {short_memory}
input_value: - today's price {input_value}
forget_gate: > forget gate sigmoid({forget_sum}) > {forget_gate} ×
input_gate: > input gate sigmoid({input_sum}) > {input_gate}
candidate: > candidate tanh({candidate_sum}) > {candidate}
output_gate: > output gate sigmoid({output_sum}) > {output_gate} ×
written: × > {written} written +
squashed: tanh > {squashed} squashed
updated_short_memory: > {updated_short_memory} updated short memory = prediction
"""
CHAIN = """\
input_value: {title}
long_memory: > long memory {long_memory_1}
short_memory: > short memory {short_memory_1}
day: day 1 gates
input_value: > price {input_value_1}
forget_gate: > forget {forget_gate_1} ×
kept: >
written: > written {written_1} +
output_gate: > output {output_gate_1} ×
updated_long_memory: > > {updated_long_memory_1}
squashed: tanh >
updated_short_memory: > {updated_short_memory_1}
"""
BACKWARD = """\
: from tomorrow's long memory to yesterday's long memory \
from the prediction, or from tomorrow to yesterday's short memory
from_tomorrow: > from_tomorrow {from_tomorrow}
d_long: + > > × d_long {d_long}
d_long_before: > d_long_before {d_long_before}
d_short: > d_short {d_short}
d_squashed: > d_squashed {d_squashed}
through_short: tanh > through_short {through_short}
forget_gate: ×
d_f: > d_f {d_f}
d_forget_sum: forget gate d_forget_sum {d_forget_sum} > × wa1
d_i: > d_i {d_i}
d_input_sum: input gate d_input_sum {d_input_sum} > × wb1
d_g: > d_g {d_g}
d_candidate_sum: candidate d_candidate_sum {d_candidate_sum} > × wc1
output_gate: ×
d_o: > d_o {d_o}
d_output_sum: output gate d_output_sum {d_output_sum} > × wd1
d_short_before: > d_short_before {d_short_before}
"""


def groups(element, name=""):
    """Return a line for each group in a drawing."""
    said, inside = [], ""
    for part in element:
        tag = part.tag.rpartition("}")[2]
        if tag == "g":
            inside += groups(part, part.get("class"))
        elif tag == "text":
            said.append(re.sub(r"{(\w+):\.\df}", r"{\1}", part.text))
        elif tag == "path":
            said.append(">" if " m" in part.get("d") else "-")
    return f"{name}: {' '.join(said)}\n" * bool(said) + inside


TABLES = [("unit", UNIT), ("chain", CHAIN), ("backward", BACKWARD)]


@pytest.mark.parametrize(("name", "table"), TABLES)
def test_each_group_has_its_words_numbers_and_arrows(name, table):
    assert groups(ElementTree.fromstring(diagrams.template(f"{name}.svg"))) == table


def test_blanks_and_zeros():
    tiny = {"forget_gate": -1e-9, "input_gate": 0.0}
    shown = diagrams.fill(diagrams.template("unit.svg"), tiny)
    assert (shown.count(">0.0000<"), shown.count("_______")) == (2, 14)
    chain = diagrams.chain()
    assert chain.count("_____") == 4 * 6 and "day 4" in chain


@pytest.mark.parametrize("name, dots", [("unit", 8), ("chain", 0), ("backward", 1)])
def test_the_house_s_colours_and_sizes(name, dots):
    svg = diagrams.template(f"{name}.svg")
    house = {f"{gate}_gate": color for gate, color in GATE_COLORS.items()}
    house["candidate"] = house.pop("candidate_gate")
    house |= {f"{name} .input_value": s["color"] for name, s in COMPANY_STYLES.items()}
    found = dict(re.findall(r"\.((?:[AB] \.)?\w+) \{ color: (#\w+); \}", svg))
    assert len(found) == 4 and found.items() < house.items()
    assert min(map(int, re.findall(r"(\d+)px", svg))) >= 15
    assert 'role="img"' in svg and "<title>" in svg and " id=" not in svg
    assert svg.count('class="dot"') == dots and svg.count('class="paper"') == 1
