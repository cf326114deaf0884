"""Bodies whole, cut short, damaged, too large, and coded more than once."""

import gzip
import hashlib
import zlib
from functools import partial

import brotli  # type: ignore[import-untyped]
import pytest

from briefing.errors import SourceError
from briefing.fetchers.base import Passing
from briefing.fetchers.coding import decoded

# Does not compress, so that what is cut off a body is missing from its page.
NOISE = b"".join(hashlib.sha256(number.to_bytes(2)).digest() for number in range(6250))
MOST = 1_000_000
zipped = partial(gzip.compress, mtime=0)  # bytes name tests, and have to be the same in every process


@pytest.mark.parametrize(
    ("codings", "body"),
    [
        ([], NOISE),
        (["identity"], NOISE),
        (["utf-8"], NOISE),
        (["gzip"], zipped(NOISE)),
        (["x-gzip"], zipped(NOISE)),
        (["gzip"], zipped(NOISE[:1000]) + zipped(NOISE[1000:])),
        (["gzip"], zipped(NOISE) + b"\0" * 100),
        (["br"], brotli.compress(NOISE)),
        (["gzip", "br"], brotli.compress(zipped(NOISE))),
        (["br", "gzip"], zipped(brotli.compress(NOISE))),
    ],
)
def test_whole(codings: list[str], body: bytes) -> None:
    assert decoded(body, codings, MOST) == NOISE
    assert decoded(body, codings, 200_200) == NOISE


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_empty(coding: str) -> None:
    body = {"gzip": zipped(b""), "br": brotli.compress(b"")}[coding]
    assert decoded(body, [coding], MOST) == b""


@pytest.mark.parametrize("cut", [1, 4, 8, 100, 100_000, 199_000])
@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_cut_short(coding: str, cut: int) -> None:
    body = {"gzip": zipped(NOISE), "br": brotli.compress(NOISE)}[coding]
    with pytest.raises(Passing, match="cut short"):
        decoded(body[:-cut], [coding], MOST)


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", b""),
        ("gzip", b"<p>not gzip</p>"),
        ("gzip", zlib.compress(NOISE)),
        ("gzip", zipped(NOISE)[:-8] + bytes(8)),  # a wrong checksum
        ("br", b"<p>not brotli</p>"),
    ],
)
def test_damaged(coding: str, body: bytes) -> None:
    with pytest.raises(Passing, match="cannot be decompressed"):
        decoded(body, [coding], MOST)


@pytest.mark.parametrize(
    ("codings", "body"),
    [
        (["gzip"], zipped(bytes(MOST + 1))),
        (["gzip"], zipped(bytes(MOST)) + zipped(b"x")),
        (["gzip", "gzip"], zipped(zipped(bytes(MOST + 1)))),
        (["br"], brotli.compress(bytes(MOST + 1))),
    ],
)
def test_too_large(codings: list[str], body: bytes) -> None:
    assert len(body) < 5000
    with pytest.raises(SourceError, match="larger than 1 000 000 bytes"):
        decoded(body, codings, MOST)


@pytest.mark.parametrize("coding", ["compress", "deflate", "zstd"])
def test_unasked(coding: str) -> None:
    with pytest.raises(SourceError, match=f"nobody asked for \\({coding}\\)"):
        decoded(NOISE, [coding], MOST)
