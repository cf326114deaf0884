"""The web: each fault ends within its time and memory, as one message and exit 3, or is read rightly.

Each is met in a process of its own, whose peak of memory is measured from where it stood before.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.reading import read_apart
from tests.readers.pdf_pages import column, pdf
from tests.servers.site import Answer, Site, redirect

SECONDS = 60  # to fetch any source, wherever its server leaves us waiting
TEXT = "The kiln was fired on the fourth of May and cooled for two days before anybody opened its door again."
PAGE = f"<html><head><title>Kilns</title></head><body><article><p>{TEXT}</p></article></body></html>"
_BOMB = "".join(f"<!ENTITY {new} '{f'&{old};' * 10}'>" for old, new in zip("abcdefgh", "bcdefghi", strict=True))
_ITEM = f"<item><title>&i;</title><description>{TEXT}</description></item>"
_FEED = f"<rss version='2.0'><channel><title>T</title>{_ITEM}</channel></rss>"
_PDF = pdf([column([TEXT])])


@dataclass(frozen=True)
class Web:
    """What is answered, and what comes of it: the beginning of a message, or a part of the text that is read."""

    answer: Answer | Callable[[Site], Answer]
    refused: str = ""
    read: str = ""
    limits: tuple[tuple[str, float], ...] = ()  # of FetchOptions
    worked: int = 5  # seconds of the processor at most, to fetch and to read it
    megabytes: int = 150  # at the peak, at most, beside those that the program takes


WEB: dict[str, Web] = {
    "a redirect in a circle": Web(lambda site: redirect(site.url("/page")), "it redirects more than 8 times"),
    "a redirect to a private address": Web(redirect("http://10.0.0.1/"), "10.0.0.1 is a private address"),
    "a redirect to the cloud's metadata": Web(
        redirect("http://169.254.169.254/latest"), "169.254.169.254 is a private address"
    ),
    "a redirect to a file": Web(redirect("file:///etc/passwd"), "it redirects to where nothing is fetched"),
    "a body without end": Web(Answer(b"<p>" + b"x" * 31_000_000, length=-1), "the page is larger than"),
    "a gzip bomb": Web(Answer(b"\0" * 60_000_000, coding="gzip"), "the page is larger than"),
    "a brotli bomb": Web(Answer(b"\0" * 60_000_000, coding="br"), "the page is larger than"),
    "a bomb in a bomb": Web(Answer(b"\0" * 60_000_000, coding="gzip, gzip"), "the page is larger than"),
    "a stall in the body": Web(
        Answer(PAGE.encode(), drip=2.0), "the page did not arrive within", limits=(("total_timeout", 1.5),)
    ),
    "silence": Web(Answer(stall=4.0), "the server fell silent", limits=(("read_timeout", 0.5), ("attempts", 1))),
    "a wrong charset": Web(
        Answer(
            PAGE.replace("kiln", "kiln café").encode("cp1252"), headers={"Content-Type": "text/html; charset=utf-8"}
        ),
        read="kiln café",
    ),
    "a charset that there is not": Web(
        Answer(PAGE.encode(), headers={"Content-Type": "text/html; charset=no-such"}), read=TEXT
    ),
    "a wrong content type": Web(Answer(PAGE.encode(), headers={"Content-Type": "application/pdf"}), read=TEXT),
    "a picture said to be a page": Web(Answer(b"\x89PNG\r\n\x1a\n" + bytes(500)), "this is a PNG picture"),
    "20 MB of HTML": Web(lambda _: Answer(_long_page().encode()), read=TEXT, worked=40, megabytes=1000),
    "a million elements": Web(
        Answer(b"<p>a" * 1_000_000), "it is made of more than 500 000 elements", worked=10, megabytes=500
    ),
    "a million attributes": Web(
        Answer(("<p " + " ".join(f"{a:x}" for a in range(1_000_000)) + ">").encode()),
        "it is made of more than 10 000 attributes of one element",
    ),
    "a million attributes of many elements": Web(
        Answer(("<p " + " ".join(f"{a:x}" for a in range(200)) + ">").encode() * 5_000 + TEXT.encode()),
        "it is made of more than 500 000 attributes",
        megabytes=400,
    ),
    "a hundred thousand hidden elements in a line": Web(
        Answer(PAGE.replace("</p>", " <i hidden>boom</i>Slowly." * 100_000 + "</p>").encode()), read=TEXT, megabytes=250
    ),
    "rules of style by the ten thousand": Web(
        lambda _: Answer(_styled_page().encode()), "the page hides too much by style", worked=15, megabytes=250
    ),
    "ten thousand nested tags": Web(
        Answer(("<html><body>" + "<div>" * 10_000 + f"<p>{TEXT}</p>").encode()), "the HTML nests its tags deeper"
    ),
    "an entity bomb in a feed": Web(Answer(f"<!DOCTYPE rss [<!ENTITY a 'boom'>{_BOMB}]>{_FEED}".encode()), read=TEXT),
    "a feed of half a million paragraphs": Web(
        lambda _: Answer(_FEED.replace(_ITEM, _ITEM.replace(TEXT, "&lt;p>a b" * 50_100) * 10).encode()),
        "the items of the feed have more than 500 000 paragraphs",
        worked=40,
        megabytes=1000,
    ),
    "a PDF whose pages go in a circle": Web(Answer(_PDF.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")), "the PDF"),
    "a PDF cut short": Web(Answer(_PDF[:400]), "the PDF"),
}


def _long_page() -> str:
    """No two of its paragraphs are the same."""
    texts = (f"<p>No. {number}: {TEXT}</p>" for number in range(180_000))
    return PAGE.replace("</article>", "".join(texts) + "</article>")


def _styled_page() -> str:
    rules = ".a{display:none}.a{display:block}" * 10_000 + "".join(f".b{n}{{display:none}}" for n in range(10_000))
    texts = "".join(f'<p class="a b{n}">{TEXT}</p>' for n in range(10_000))
    return PAGE.replace("<title>", f"<style>{rules}</style><title>").replace("</article>", f"{texts}</article>")


@pytest.mark.parametrize("name", WEB)
def test_the_web(tmp_path: Path, name: str) -> None:
    fault = WEB[name]
    with Site() as site:
        site.script("/page", fault.answer if isinstance(fault.answer, Answer) else fault.answer(site))
        said, told, seconds, worked, megabytes = read_apart(site.url("/page"), tmp_path, fault.limits)
    print(f"{name}: fetched in {seconds:.1f} s, read by {worked:.1f} s of work, {megabytes:.0f} MB")
    assert seconds < SECONDS + 1
    assert worked < fault.worked
    assert megabytes < fault.megabytes
    if fault.read:
        assert (said, fault.read in told, "boom" in told) == ("", True, False)
    else:
        assert said.startswith(f"3 {fault.refused}")
        assert told  # what to do now
        assert "\n" not in said
