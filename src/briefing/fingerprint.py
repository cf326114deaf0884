"""Names that come from content: evidence ids, fingerprints of what a section was written from, cache keys.

All are SHA-256 (FIPS 180-4) in hexadecimal, over an unambiguous JSON encoding that starts with a schema version.
"""

import hashlib
import json
from collections.abc import Iterable

from briefing.model import SCHEMA_VERSION, Block

SHORT_DIGITS = 12


def digest(*parts: object) -> str:
    """SHA-256 of JSON values, in an encoding in which no two lists of parts look alike."""
    encoded = json.dumps([SCHEMA_VERSION, *parts], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(encoded.encode("utf-8", "surrogatepass")).hexdigest()


def short(text: str) -> str:
    """The first digits of the SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:SHORT_DIGITS]


def evidence_id(source: str, text: str) -> str:
    """SOURCE/HASH of a block's text: the same wherever the block stands."""
    return f"{source}/{short(text)}"


def blocks_digest(blocks: Iterable[Block]) -> str:
    """Changes when the text, the kind, the level or a link of a block changes; not when it moves on its page."""
    return digest(
        [[b.kind, b.level, b.text, b.address, b.label, [[k.start, k.end, k.url] for k in b.links]] for b in blocks]
    )
