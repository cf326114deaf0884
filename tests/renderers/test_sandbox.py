"""What a template may read is what Jinja's own sandbox lets it read, the first time and again."""

from types import SimpleNamespace
from typing import Any

import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefing.renderers.sandbox import Sandbox

GENERATOR = (n for n in ())
READ: list[tuple[Any, str]] = [
    ("", "upper"),
    ("", "__class__"),
    ("", "_hidden"),
    ([], "append"),
    ([], "index"),
    ({}, "keys"),
    ({}, "clear"),
    (set(), "add"),
    (pytest.fixture, "__globals__"),
    (str, "mro"),
    (str, "upper"),
    (GENERATOR, "gi_frame"),
    (GENERATOR, "send"),
]


def test_the_answer_is_jinjas_own() -> None:
    ours, jinjas = Sandbox(), ImmutableSandboxedEnvironment()
    for _ in range(2):
        for value, name in READ:
            assert ours.is_safe_attribute(value, name, None) == jinjas.is_safe_attribute(value, name, None), name


def test_what_one_value_may_be_asked_another_of_its_type_may_too() -> None:
    ours = Sandbox()
    assert ours.from_string("{{ a.upper() }}{{ b.upper() }}").render(a="x", b="y") == "XY"


def test_an_attribute_that_was_safe_once_is_asked_again_where_it_can_be_called() -> None:
    ours = Sandbox()
    plain, formats = SimpleNamespace(say="x"), SimpleNamespace(say="{0.__class__}".format)
    shown = ours.from_string("{{ a.say }}")
    assert shown.render(a=plain) == shown.render(a=plain) == "x"
    assert ours.from_string("{{ a.say('') }}").render(a=formats) == ""  # and not the name of the class
    assert ours.from_string("{{ a.nothing }}").render(a=plain) == ""
