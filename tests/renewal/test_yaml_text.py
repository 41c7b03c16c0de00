"""yaml_text: values change at their marks; comments, layout and every other byte stay."""

from __future__ import annotations

import random
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lowcapdocs.renewal.yaml_text import YamlText, entries
from lowcapdocs.sources.rows import decode


def cleared(text: str, *keys: str) -> str:
    """`text` with the values of some keys of its root cleared."""
    changed = YamlText(text.encode())
    for name in keys:
        changed.clear(entries(changed.root)[name])
    return changed.data().decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 5\nb: 6\n", "a:\nb: 6\n"),
        ("a: 5   # five\nb: 6\n", "a:    # five\nb: 6\n"),
        ("a: '5'", "a:"),
        ("{a: 5, b: 6}\n", "{a: , b: 6}\n"),
        ('{"a":5,"b":6}\n', '{"a":,"b":6}\n'),
        ("a: [1,\n  2]  # two\nb: 6\n", "a:   # two\nb: 6\n"),
        ("a: 甲\n  乙\n# after\nb: 6\n", "a:\n# after\nb: 6\n"),
        ("a: |\n  甲\n\n  乙\n\n# after\nb: 6\n", "a:\n\n# after\nb: 6\n"),
        ("a:   # what is dropped\n  - {x: 1}  # first\n  - x: 2\n    y: 3\n# after\nb: 6\n",
         "a:   # what is dropped\n# after\nb: 6\n"),
        ("a:\n- 1\n- 2\nb: 6\n", "a:\nb: 6\n"),
        ("a:\n  x: 1\n  y:\n    - 2\n", "a:\n"),
        ("a:\r\n  - 1\r\nb: 6\r\n", "a:\r\nb: 6\r\n"),
        ("a:  # blank already\nb: 6\n", "a:  # blank already\nb: 6\n"),
    ],
)  # fmt: skip
def test_a_value_is_cleared_and_its_surroundings_stay(before: str, after: str) -> None:
    assert after == cleared(before, "a")
    assert None is yaml.safe_load(cleared(before, "a"))["a"]


def test_a_value_is_put_in_place_of_another_or_after_the_colon() -> None:
    text = YamlText(b"year:     # unknown\nstate: issued # done\n")
    text.put(entries(text.root)["year"], "2021")
    text.put(entries(text.root)["state"], "draft")
    assert b"year: 2021     # unknown\nstate: draft # done\n" == text.data()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encoding_of_the_file_stays(encoding: str) -> None:
    text = YamlText("数量: 5 # 五家\r\n名称: 甲\r\n".encode(encoding))
    text.clear(entries(text.root)["数量"])
    assert "数量:  # 五家\r\n名称: 甲\r\n" == decode(text.data())
    assert text.data()[:2] == "数量: 5 # 五家".encode(encoding)[:2]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("past:  # none\nb: 6\n", "past:  # none\n  - {x: 1}\n  # so\nb: 6\n"),
        (
            "past:\n  - {x: 0}  # old\n\n# after\nb: 6\n",
            "past:\n  - {x: 0}  # old\n  - {x: 1}\n  # so\n\n# after\nb: 6\n",
        ),
        ("past:\n- x: 0\n  y: 0\nb: 6\n", "past:\n- x: 0\n  y: 0\n- {x: 1}\n# so\nb: 6\n"),
        ("past: [{x: 0}]\nb: 6\n", "past: [{x: 0}, {x: 1}]\n# so\nb: 6\n"),
        ("past: []\nb: 6\n", "past: [{x: 1}]\n# so\nb: 6\n"),
        ("past: [\n  {x: 0},\n]\nb: 6\n", "past: [\n  {x: 0},\n{x: 1}]\n# so\nb: 6\n"),
        ("b: 6\npast:", "b: 6\npast:\n  - {x: 1}\n  # so\n"),
    ],
)
def test_an_item_is_put_at_the_end_of_a_list(before: str, after: str) -> None:
    text = YamlText(before.encode())
    text.add_items(entries(text.root)["past"], ["{x: 1}"], ["so"])
    assert after == text.data().decode()
    assert {"x": 1} == yaml.safe_load(after)["past"][-1]


@pytest.mark.parametrize(("before", "after"), [("a: 5", "a: 5\nb:\n"), ("a: 5\n...\n", "a: 5\nb:\n...\n")])
def test_a_field_is_put_at_the_end_of_the_file(before: str, after: str) -> None:
    text = YamlText(before.encode())
    text.add_field(["b:"])
    assert after == text.data().decode()


KEYS = st.lists(st.sampled_from(["a", "b", "c", "甲", "d-e"]), unique=True, min_size=1, max_size=4)
VALUES = st.recursive(
    st.sampled_from(["5", "五家", "2020-04-20", "x: y", "# no", "'", "", "- z", "1.0", "甲\n乙", "a b"]),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.sampled_from("xyz"), below, max_size=3),
    max_leaves=8,
)


@given(KEYS, st.data(), st.booleans(), st.sampled_from(["\n", "\r\n"]), st.integers())
def test_whatever_the_layout_only_the_cleared_values_go(
    names: list[str], data: st.DataObject, flow: bool, end: str, seed: int
) -> None:
    values = {name: data.draw(VALUES) for name in names}
    dumped = yaml.safe_dump(values, allow_unicode=True, default_flow_style=None if flow else False, sort_keys=False)
    text = with_comments(dumped, random.Random(seed)).replace("\n", end)
    gone = data.draw(st.sets(st.sampled_from(names)))
    after = cleared(text, *sorted(gone))
    assert {name: None if name in gone else values[name] for name in names} == yaml.safe_load(after)
    assert is_shorter(after, text)
    assert re.findall(r"^# \d+", text, re.M) == re.findall(r"^# \d+", after, re.M)


def with_comments(text: str, dice: random.Random) -> str:
    """`text` with comments before some of its root's keys, each of a number of its own."""
    lines = []
    for number, line in enumerate(text.splitlines()):
        if re.match(r"[a-z甲'\"][^\s]*:", line) and dice.random() < 0.5:
            lines.append(f"# {number}")
        lines.append(line)
    return "\n".join(lines) + "\n"


def is_shorter(after: str, before: str) -> bool:
    """Whether `after` is `before` with characters left out, and none put in or changed."""
    rest = iter(before)
    return all(character in rest for character in after)
