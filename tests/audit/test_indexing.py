"""Sources that are read, and documents that are judged, by copies of the process: the same as by one."""

import pickle
from collections.abc import Callable

import pytest

from briefing.audit.audit import audit
from briefing.audit.corpus import Corpus
from briefing.audit.indexed import Indexed, pieces
from briefing.audit.indexing import MUCH, indexed
from briefing.audit.persons import full_names, small_words
from briefing.audit.postings import postings
from briefing.audit.sentence import written
from briefing.errors import SourceError
from briefing.executors.forks import processors
from briefing.model import Document
from tests.audit.archive import ARCHIVE, FALSE, TRUE
from tests.audit.documents import document

TEXT = """# The tower of Vik

Oda Holm fired the kiln 312 times. “It holds,” said [Emil Strand](https://example.org/strand), who built it.

```
rows = fired(kiln)
```

灯台は七月に完成した。Naïve tests ran twice.
"""
SOURCE = document(TEXT, "vik.md")


@pytest.mark.parametrize("find", [postings, pieces, full_names, small_words, written])
def test_what_is_found_once_crosses_with_the_source(find: Callable[[Document], object]) -> None:
    here = Indexed(SOURCE)
    found = here.once(find)
    there: Indexed = pickle.loads(pickle.dumps(here))  # noqa: S301 - our own
    assert (there.source, there.document) == (here.source, here.document)
    assert there._found == here._found  # it is not looked for again
    assert there.once(find) == found == find(here.document)


@pytest.mark.parametrize(
    ("term", "sentences"),
    [("kiln", [1, 3]), ("fir", [1, 3]), ("312", [1]), ("the", []), ("完成", [4]), ("naïv", [5]), ("test", [5])],
)
def test_the_sentences_that_have_a_term(term: str, sentences: list[int]) -> None:
    found = postings(SOURCE)
    assert found.get(term) == sentences, [Corpus([SOURCE]).text(n) for n in found.get(term)]
    assert found.count(term) == len(sentences)


def test_words_of_code_are_not_those_of_the_text() -> None:
    told, code = pieces(SOURCE)
    assert "kiln" in told and "fired(kiln)" in code
    assert not any("tower" in piece for piece in told | code)  # of a heading


@pytest.mark.parametrize("size", [0, MUCH])
def test_sources_are_indexed_in_their_order_and_the_first_that_fails_is_told(size: int) -> None:
    sources = [document(f"# {n}\n\nKiln {n} was fired.\n", f"kiln-{n}.md") for n in range(5)]
    assert [each.source for each in indexed(sources, lambda source: source, size)] == sources

    def fail(source: Document) -> Document:
        if source in sources[2:]:
            raise SourceError(f"no {source.source}")
        return source

    with pytest.raises(SourceError, match=sources[2].source):
        indexed(sources, fail, size)


@pytest.mark.skipif(processors() < 2, reason="one processor, or a system without safe copies")
def test_copies_find_what_one_process_finds() -> None:
    told = [*TRUE, *(text for text, _ in FALSE)]
    links = "See [the paper](https://arxiv.org/abs/2406.99999) and [the paper](https://arxiv.org/abs/2406.99999)."
    log = "```\n" + "kiln 312\n" * 2_500 + "```"  # as long as a document must be, and soon looked through
    long = document("# A briefing\n\n" + "\n\n".join([links, *told, log, links]))
    sources = [document(ARCHIVE, "archive.md"), SOURCE]
    assert audit(long, indexed(sources, lambda source: source, MUCH), 2) == audit(long, sources)


def test_what_terms_tell_together_does_not_hang_on_their_order() -> None:
    corpus = Corpus([SOURCE, *(document(f"Kiln {n} of Vik was fired {n} times.\n", f"k{n}.md") for n in range(30))])
    terms = ["kiln", "vik", "strand", "312", "test", "fir", "time", "tower", "hold"]
    assert len({corpus.weight([*terms[n:], *terms[:n]]) for n in range(len(terms))}) == 1
