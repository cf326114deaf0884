"""Where a text stands in a stretch of a source: words that are there by chance do not widen the slice."""

import pytest

from briefing.audit.align import align

SOURCE = (
    "The kiln was lit at dawn by nine potters from the lower valley. "
    "Smoke hung over the yard, the dogs slept, and somebody sang until the glaze was dry."
)


@pytest.mark.parametrize(
    ("text", "slice_"),
    [
        ("The kiln was lit at dawn", "The kiln was lit at dawn"),
        ("The kiln was lit at dusk by nine potters", "The kiln was lit at dawn by nine potters"),
        ("kiln was not lit at dawn", "kiln was lit at dawn"),
        # The last words are of another passage; one of them stands further on, too.
        (
            "by nine potters from the lower valley people seldom say of glaze",
            "by nine potters from the lower valley",
        ),
        ("glaze somehow reached all nine potters from the lower valley", "nine potters from the lower valley"),
        ("dawn that somehow reached the dogs slept, and somebody sang", "the dogs slept, and somebody sang"),
    ],
)
def test_slice(text: str, slice_: str) -> None:
    found = align(text, SOURCE)
    assert found is not None
    assert SOURCE[found.start : found.end] == slice_


def test_no_word_in_common() -> None:
    assert align("zebras eat quietly", SOURCE) is None
