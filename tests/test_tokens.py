"""Counting tokens: exactly where the table can be had, else never too few, and never waiting long."""

import os
import subprocess
import sys
import time

import pytest
import tiktoken
import tiktoken.registry

from briefing import tokens


@pytest.mark.parametrize(
    ("text", "estimated"),
    [
        ("", 0),
        ("a", 1),
        ("attention", 3),  # a token for every three letters begun
        ("is all you need", 1 + 1 + 1 + 2),  # a space belongs to its word
        ("GPT-4o", 1 + 1 + 1 + 1),
        ("2401.04088", 10),
        ("a\n\n  b", 1 + 2 + 1 + 0 + 1),
        ("é", 2),
        ("추론", 6),
        ("🎉", 4),
        ("9f86d081884c7d659a2feaa0c55ad015", 32),  # a hash: each byte
        ("\ud800", 3),
    ],
)
def test_estimates(text: str, estimated: int) -> None:
    assert tokens.estimate(text) == tokens.count(text, "some-local-model") == estimated


def test_no_name_asks_for_the_estimate() -> None:
    assert tokens.count("attention", "") == 3
    assert not tokens.is_exact("")


def test_with_a_table_the_count_is_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of tiktoken's own form, as small as can be: each byte a token, and "at" one."""
    ranks = {bytes([byte]): byte for byte in range(256)} | {b"at": 256}
    table = tiktoken.Encoding("tiny", pat_str=r"\S+|\s+", mergeable_ranks=ranks, special_tokens={"<|end|>": 257})
    monkeypatch.setitem(tiktoken.registry.ENCODINGS, "o200k_base", table)
    _forget()
    try:
        assert tokens.is_exact("gpt-4o")
        assert tokens.count("at tea <|end|>", "gpt-4o") == 1 + 1 + 3 + 1 + 7
        assert tokens.count("at" * 150_000, "gpt-4o") == 150_000
        assert tokens.count("\ud800", "gpt-4o") == 1
    finally:
        _forget()


def _forget() -> None:
    tokens._load.cache_clear()
    tokens._fetch.cache_clear()


OFFLINE = """
import socket, time
def connect(*_): raise OSError("no network")
def resolve(*_, **__):
    time.sleep({stall})
    raise OSError("no network")
socket.socket.connect, socket.getaddrinfo = connect, resolve
from briefing import tokens
tokens.PATIENCE = 0.3
begun = time.monotonic()
assert not tokens.is_exact("gpt-4o")
assert tokens.count("attention", "gpt-4o") == 3
assert tokens.count("attention", "gpt-4o-mini") == 3
print(time.monotonic() - begun)
"""


@pytest.mark.parametrize("stall", [0, 30], ids=["refused", "no answer"])
def test_without_a_table_it_estimates_soon_and_asks_once(stall: int, tmp_path: os.PathLike[str]) -> None:
    environment = {**os.environ, "TIKTOKEN_CACHE_DIR": os.fspath(tmp_path)}
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", OFFLINE.format(stall=stall)], env=environment, capture_output=True, text=True, timeout=20
    )
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) < 1.5
    assert time.monotonic() - begun < 5  # the thread that was left behind holds up nobody
