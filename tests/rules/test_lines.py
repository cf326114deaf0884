"""Where things stand in a JSON text, however it is laid out."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.rules.lines import Place, lines_of, nearest

TEXT = """{
  "a": [
    1, "x: {",
    {"b": null}
  ],
  "c": {},
  "d"
    : "\\"]\\n"
}
"""
EXPECTED: dict[Place, tuple[int, int]] = {
    (): (1, 9),
    ("a",): (2, 5),
    ("a", 0): (3, 3),
    ("a", 1): (3, 3),
    ("a", 2): (4, 4),
    ("a", 2, "b"): (4, 4),
    ("c",): (6, 6),
    ("d",): (7, 8),
}


def test_every_place_has_its_lines() -> None:
    assert dict(lines_of(TEXT)) == EXPECTED


@pytest.mark.parametrize(
    ("place", "lines"), [(("a", 2, "b"), (4, 4)), (("a", 7), (2, 5)), (("e", "f"), (1, 9)), ((), (1, 9))]
)
def test_the_nearest_place_that_is_there(place: Place, lines: tuple[int, int]) -> None:
    assert nearest(lines_of(TEXT), place) == lines


def places(value: Any, place: Place = ()) -> set[Place]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return {place}.union(*(places(each, (*place, key)) for key, each in inner))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(JSON, st.sampled_from([None, 0, 2]), st.booleans())
def test_any_json_has_all_its_places(value: Any, indent: int | None, escaped: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=escaped)
    found = lines_of(text)
    assert set(found) == places(value)
    assert found[()] == (1, text.count("\n") + 1)
    assert all(1 <= first <= last <= found[()][1] for first, last in found.values())
