"""Which sentences are central."""

from briefing.writers.selection.centrality import LIMIT, centrality, likeness, vectors

KILN = ("wood", "kiln", "harrow")
TALK = [KILN, ("wood", "kiln", "ash"), ("kiln", "harrow", "fire"), ("wood", "harrow", "guild"), ("rain", "tuesday")]


def test_the_sentence_that_shares_most_is_central() -> None:
    found = centrality(vectors(TALK))
    assert max(found) == found[0] == 1
    assert min(found) == found[-1] > 0


def test_long_texts_are_measured_against_their_centre() -> None:
    found = centrality(vectors(TALK * (LIMIT // len(TALK) + 1)))
    assert len(found) > LIMIT
    assert max(found) == found[0] == 1
    assert min(found) == found[len(TALK) - 1] < 0.5


def test_a_term_that_all_have_weighs_least() -> None:
    (first, *_) = vectors([("kiln", "ash"), ("kiln", "sand"), ("kiln", "rain")])
    assert first["ash"] > first["kiln"]


def test_likeness() -> None:
    same, other, none, empty = vectors([KILN, KILN[:2], ("rain",), ()])
    assert likeness(same, same) > 0.999
    assert 0.5 < likeness(same, other) < 1
    assert likeness(same, none) == likeness(same, empty) == 0


def test_nothing_is_central_in_nothing() -> None:
    assert centrality([]) == []
    assert centrality(vectors([(), ()])) == [1, 1]  # equals, none before the other
