"""Content codings (RFC 9110, 8.4.1). In: a body as it came. Out: the page, whole, or a SourceError.

The client could decode too, but it takes a body that was cut short for a whole one.
"""

import zlib
from collections.abc import Callable, Mapping, Sequence

import brotli

from briefing.errors import SourceError
from briefing.fetchers.base import Passing

_STEP = 1 << 19  # bytes of output at a time
_GZIP = b"\x1f\x8b"
_UNASKED = {"compress", "dcb", "dcz", "deflate", "x-compress", "zstd"}

SAVE = "Save the page to a file of the project and name that as `fallback` or `path`."


def decoded(body: bytes, codings: Sequence[str], most: int) -> bytes:
    """Undo the codings, the last one first. No step makes more than `most` bytes, however small the body.

    A coding that is none is passed over: some servers name the charset there.
    """
    for coding in reversed(codings):
        if coding in DECODERS:
            body = DECODERS[coding](body, most)
        elif coding in _UNASKED:
            raise SourceError(f"the page came compressed in a way nobody asked for ({coding})", hint=SAVE)
    return body


def too_large(most: int) -> SourceError:
    return SourceError(f"the page is larger than {most:_} bytes".replace("_", " "), hint=SAVE)


def _cut_short() -> SourceError:
    return Passing("the page was cut short", hint="Try again later.")


def _damaged() -> SourceError:
    return Passing("the page came damaged: it cannot be decompressed", hint="Try again later.")


def _gunzip(body: bytes, most: int) -> bytes:
    """One gzip member or several (RFC 1952, 2.2); what follows them is ignored, as browsers do."""
    if not body.startswith(_GZIP):
        raise _damaged()
    page = bytearray()
    while body.startswith(_GZIP):
        stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            page += stream.decompress(body, most + 1 - len(page))
        except zlib.error as error:
            raise _damaged() from error
        if len(page) > most:
            raise too_large(most)
        if not stream.eof:
            raise _cut_short()
        body = stream.unused_data
    return bytes(page)


def _unbrotli(body: bytes, most: int) -> bytes:
    stream = brotli.Decompressor()
    page = bytearray()
    try:
        while piece := stream.process(body, output_buffer_limit=_STEP):
            page += piece
            if len(page) > most:
                raise too_large(most)
            body = b""
    except brotli.error as error:
        raise _damaged() from error
    if not stream.is_finished():
        raise _cut_short()
    return bytes(page)


DECODERS: Mapping[str, Callable[[bytes, int], bytes]] = {"br": _unbrotli, "gzip": _gunzip, "x-gzip": _gunzip}
ACCEPTED = "gzip, br"
