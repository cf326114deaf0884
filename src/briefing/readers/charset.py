"""Bytes of text into characters. In: bytes, and the charset that somebody declared. Out: text, always.

What is believed, in this order: a byte order mark; the declared charset; what the page says of itself (meta, XML
declaration); UTF-8; a guess. A declaration is believed only as far as the bytes bear it out. Labels mean what the
Encoding Standard (encoding.spec.whatwg.org) says that they mean: "iso-8859-1" is windows-1252.
"""

import codecs
import re
from collections.abc import Iterator

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

_MEANT = {  # the codec that a label means, where Python's codec of that name reads less
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "utf-16": "utf-16-le",
}
_SINGLE = frozenset(
    [f"cp125{n}" for n in range(9)]
    + [f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)]
    + ["cp866", "cp874", "koi8-r", "koi8-u", "mac-cyrillic", "mac-roman"]
)
_DOUBLE = frozenset(["big5hkscs", "cp932", "cp949", "euc_jp", "gb18030", "iso2022_jp"])
_UNICODE = frozenset(["utf-8", "utf-16-le", "utf-16-be"])
_LABELS = {  # labels that Python does not know
    "dos-874": "cp874",
    "iso-8859-8-i": "iso8859-8",
    "koi": "koi8-r",
    "unicode": "utf-16-le",
    "windows-31j": "cp932",
}
_GUESSED = [  # what old text without a declaration is written in, the commonest first
    *["cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r"],
    *["cp932", "euc_jp", "gb18030", "big5hkscs", "cp949"],
]
_HEAD = 8192  # bytes in which a page may say what it is written in; browsers look at the first 1024
_SAMPLE = 65_536  # bytes that are enough for a guess
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_OWN = re.compile(
    rb"""<\?xml[^>]*?\bencoding\s*=\s*["']([\w:.-]+)|<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)""", re.I
)

# Every byte has a meaning in windows-1252 as the standard has it: five that Python's codec refuses are controls.
_WINDOWS_1252 = {n: bytes([n]).decode("cp1252", "ignore") or chr(n) for n in range(0x80, 0xA0)}


def decode(content: bytes, declared: str = "", html: bool = False) -> str:
    """The text of these bytes, without a byte order mark and without NUL characters.

    declared: the charset that HTTP gave, "" for none. html: look into the page for its own word too.
    """
    text = _decode(content, declared, html)
    return text.replace("\0", "") if 0 in content else text  # no charset has another byte for NUL


def _decode(content: bytes, declared: str, html: bool) -> str:
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(codec, "replace")
    named = [codec for codec in (_codec(declared), _own_codec(content) if html else "") if codec]
    for codec in (*_by_form(content), *named, "utf-8"):
        text = _strictly(content, codec)
        if text is not None and not (codec in _SINGLE and _is_utf8(content)):
            return text
    return _mended(content, named) or _guessed(content)


def _codec(label: str) -> str:
    """The name of Python's codec for a label; "" where there is none, or none that pages may ask for."""
    if not label:
        return ""
    name = label.strip().strip("\"'").lower()
    if not re.fullmatch(r"[\w:.-]{2,40}", name, re.ASCII):
        return ""
    for spelling in (name, name.removeprefix("x-")):
        try:
            found = codecs.lookup(_LABELS.get(spelling, spelling)).name
        except LookupError:
            continue
        codec = _MEANT.get(found, found)
        return codec if codec in _SINGLE | _DOUBLE | _UNICODE else ""
    return ""


def _own_codec(content: bytes) -> str:
    """What a page says of itself. That it is UTF-16 it could not say in bytes that can be read as ASCII: UTF-8 then."""
    head = content[:_HEAD]
    small = head.lower()
    if b"charset" not in small and b"encoding" not in small:
        return ""  # told quicker than by the pattern
    found = _OWN.search(_COMMENT.sub(b"", head))
    codec = _codec((found[1] or found[2]).decode("ascii", "replace")) if found else ""
    return "utf-8" if codec.startswith("utf-16") else codec


def _by_form(content: bytes) -> Iterator[str]:
    """What shows in the bytes themselves: the escapes of ISO-2022-JP, and the zero bytes of UTF-16 without a mark."""
    if b"\x1b" in content and b"\x1b$" in content and content.isascii():  # one byte is found much quicker than two
        yield "iso2022_jp"
    head = content[:_HEAD]
    if 0 not in head:
        return
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) // 8 and odd > 8 * even:
        yield "utf-16-le"
    if even > len(head) // 8 and even > 8 * odd:
        yield "utf-16-be"


def _strictly(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except (UnicodeDecodeError, ValueError):
        return None


def _is_utf8(content: bytes) -> bool:
    """True for UTF-8 beyond ASCII. Text in an 8-bit charset is all but never valid UTF-8; servers often mislabel it."""
    return not content.isascii() and _strictly(content, "utf-8") is not None


def _mended(content: bytes, named: list[str]) -> str:
    """The text where it is plainly of a charset but for a few bytes, which become U+FFFD; "" where it is of none.

    UTF-8 proves itself by its form (other text read as UTF-8 is broken in four of five places), so one bad character in
    three is borne, and a short text may end in a cut one; of other charsets only one in fifty.
    """
    for codec in (*named, "utf-8"):
        text = content.decode(codec, "replace")
        foreign = sum(1 for character in text if character > "\x7f")
        if text.count("\ufffd") * (3 if codec == "utf-8" else 50) <= foreign:
            return text
    return ""


def _guessed(content: bytes) -> str:
    """Of the guesses that are about as good as the best, the commonest charset; windows-1252 where there is none."""
    from charset_normalizer import from_bytes  # costs 15 ms, for text that nobody declared

    matches = from_bytes(content[:_SAMPLE], cp_isolation=_GUESSED)
    best = matches.best()
    if best:
        near = [m for m in matches if m.chaos <= best.chaos + 0.1 and m.coherence >= best.coherence - 0.1]
        fit = {codec for match in near for codec in match.could_be_from_charset}
        texts = [content.decode(codec, "replace") for codec in _GUESSED if codec in fit]
        sound = [text for text in texts if text.count("\ufffd") * 50 <= len(text)]
        if sound:
            return min(sound, key=_shouts)
    return content.decode("latin-1").translate(_WINDOWS_1252)


def _shouts(text: str) -> bool:
    """True where most letters beyond ASCII are capitals, as in Russian read in the other one of its two charsets."""
    foreign = [character for character in text if character > "\x7f"]
    return sum(map(str.isupper, foreign)) > sum(map(str.islower, foreign))
