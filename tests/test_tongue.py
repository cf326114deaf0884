"""Languages by their tags."""

import pytest

from briefing.tongue import same, tag


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("en", "en", True), ("en", "en-us", True), ("EN-gb", "en_US", True), ("en", "de", False), ("", "en", False),
        ("zh-hans", "zh-hant", False), ("zh", "zh-hant", True), ("zh-Hant-TW", "zh-hant", True),
        ("de-1901", "de", True),
    ],
)  # fmt: skip
def test_two_tags_of_one_language(one: str, other: str, is_same: bool) -> None:
    assert same(one, other) is is_same
    assert same(other, one) is is_same


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("en", "en"), (" pt_BR ", "pt-br"), ("zh-Hant-TW", "zh-hant-tw"), ("", ""), ("English", ""), ("en us", ""),
        ("en-", ""), ("e", ""), ("日本語", ""),
    ],
)  # fmt: skip
def test_the_tag_that_a_document_means(said: str, meant: str) -> None:
    assert tag(said) == meant
