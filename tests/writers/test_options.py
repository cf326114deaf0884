"""What a writer is made with, and where it comes from."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.errors import ManifestError
from briefing.model import ModelOptions
from briefing.store import Store
from briefing.writers.options import OPENAI, WriterOptions, configured, engine, refuse_what_lacks


@pytest.fixture
def plain(tmp_path: Path) -> WriterOptions:
    return WriterOptions(model=ModelOptions(), store=Store(tmp_path))


ENVIRONMENT = {
    "OPENAI_API_KEY": " sk-1 \n",
    "OPENAI_BASE_URL": "http://localhost:8080/v1/ ",
    "BRIEFING_MODEL": "small ",
}


def test_the_environment_completes(plain: WriterOptions) -> None:
    found = configured(plain, ENVIRONMENT)
    assert (found.api_key, found.base_url, found.model.name) == ("sk-1", "http://localhost:8080/v1/", "small")
    assert configured(plain, {}) == plain


def test_the_environment_overrules_nothing(plain: WriterOptions) -> None:
    given = replace(plain, model=ModelOptions(name="large"), base_url="https://one.example/v1", api_key="sk-2")
    assert configured(given, ENVIRONMENT) == given


@pytest.mark.parametrize(
    ("asked", "key", "base_url", "chosen"),
    [
        ("auto", "", "", "extractive"),
        ("auto", "sk-1", "", "openai"),
        ("auto", "", "http://localhost:8080/v1", "openai"),
        ("extractive", "sk-1", "", "extractive"),
        ("openai", "", "", "openai"),
    ],
)
def test_auto_stands_for_a_model_where_there_is_one(
    asked: str, key: str, base_url: str, chosen: str, plain: WriterOptions
) -> None:
    assert engine(asked, replace(plain, api_key=key, base_url=base_url)) == chosen


@pytest.mark.parametrize(
    ("base_url", "address", "local"),
    [
        ("", OPENAI, False),
        ("http://localhost:8080/v1/", "http://localhost:8080/v1", True),
        ("http://127.0.0.7/v1", "http://127.0.0.7/v1", True),
        ("http://[::1]:80/v1", "http://[::1]:80/v1", True),
        ("https://me:secret@one.example/v1?key=secret#x", "https://one.example/v1", False),
    ],
)
def test_the_address_is_fit_to_be_shown(base_url: str, address: str, local: bool, plain: WriterOptions) -> None:
    options = replace(plain, base_url=base_url)
    assert (options.address, options.local) == (address, local)


@pytest.mark.parametrize("base_url", ["localhost:8080", "file:///etc", "https://", "http://a:x/v1", "http://[::1/v1"])
def test_what_is_no_address_is_refused(base_url: str, plain: WriterOptions) -> None:
    with pytest.raises(ManifestError) as caught:
        replace(plain, base_url=base_url)
    assert "OPENAI_BASE_URL" in caught.value.where


@pytest.mark.parametrize("key", ["sk-1\nX-Evil: 1", "sk 1", "schlüssel"])
def test_what_is_no_key_is_refused_without_showing_it(key: str, plain: WriterOptions) -> None:
    with pytest.raises(ManifestError) as caught:
        replace(plain, api_key=key)
    assert key not in str(caught.value)


def test_the_key_is_not_in_the_repr(plain: WriterOptions) -> None:
    assert "sk-1" not in repr(replace(plain, api_key="sk-1"))


@pytest.mark.parametrize(
    ("key", "base_url", "name", "offline", "lacks"),
    [
        ("", "", "", False, "OPENAI_API_KEY is not set, and no model is named"),
        ("", "", "m", False, "OPENAI_API_KEY is not set"),
        ("", OPENAI, "m", False, "OPENAI_API_KEY is not set"),
        ("sk-1", "", "", False, "no model is named"),
        ("", "http://localhost:8080/v1", "", False, "no model is named"),
        ("sk-1", "", "m", False, ""),
        ("", "http://localhost:8080/v1", "m", False, ""),
        ("", "", "m", True, ""),
    ],
)
def test_what_lacks_is_said_all_at_once(
    key: str, base_url: str, name: str, offline: bool, lacks: str, plain: WriterOptions
) -> None:
    options = replace(plain, model=ModelOptions(name=name), api_key=key, base_url=base_url, offline=offline)
    if not lacks:
        refuse_what_lacks(options)
        return
    with pytest.raises(ManifestError) as caught:
        refuse_what_lacks(options)
    assert caught.value.what == lacks
    assert ("BRIEFING_MODEL" in caught.value.hint) == (not name)
    assert ("OPENAI_BASE_URL" in caught.value.hint) == (not key and base_url in ("", OPENAI))
