"""The text for a terminal."""

from msgspec.structs import replace

from briefing.reports.diff_text import as_text
from briefing.reports.difference import Cause, Part
from tests.reports.differences import HAND, MOVED, REWORDED, difference, hostile, part


def test_a_change_stands_word_by_word_with_its_cause() -> None:
    assert as_text(difference(part(REWORDED)), colour=False) == (
        "Kilns in 2031: 1 sentence reworded\n"
        "since HEAD (0123456); 2 lines of briefing.md removed, 2 added\n"
        "because report changed in 1 sentence\n"
        "\n"
        "January 2031\n"
        "  ~ Main idea, reworded: The Atlas saw [-312-]{+319+}.\n"
        "      because report reworded: It took [-312-]{+319+} firings."
    )


def test_colour_strikes_what_was_removed() -> None:
    text = as_text(difference(part(REWORDED)), colour=True)
    assert "\x1b[31;9m312\x1b[0m\x1b[32m319\x1b[0m" in text
    assert "[-" not in text


def test_what_a_person_did_comes_first_and_what_only_moved_last() -> None:
    text = as_text(
        difference(
            part(MOVED), part(REWORDED, title="February"), part(replace(REWORDED, causes=(HAND,)), title="March")
        ),
        colour=False,
    )
    assert text.index("because edited by hand") < text.index("because report changed")
    assert text.index("March") < text.index("January 2031: 3 links now lead to another place in report.md")
    assert "1 link" not in text.split("\n")[0]


def test_what_somebody_moved_by_hand_is_not_quiet() -> None:
    text = as_text(difference(part(replace(MOVED, causes=(HAND,)))), colour=False)
    assert text.split("\n")[0] == "Kilns in 2031: 3 links moved"


def test_sections_that_were_written_anew_in_the_same_words_stand_together() -> None:
    causes = (Cause("style", "prompts/base/section.j2"),)
    parts = [Part(id_, id_.title(), "changed", (), rewritten=causes) for id_ in ("one", "two")]
    text = as_text(difference(*parts), colour=False)
    assert text.count("because the style changed: prompts/base/section.j2") == 2  # above, and below
    assert "One: written anew, in the same words\nTwo: written anew, in the same words\n" in text


def test_nothing_is_one_line_and_so_is_all() -> None:
    assert as_text(difference(), colour=False) == "Kilns in 2031: nothing changed since HEAD (0123456)"
    new = replace(difference(), new=True, titles=(("a", "A"), ("b", "B")))
    assert as_text(new, colour=False) == (
        "Kilns in 2031: everything is new (2 sections): there is no briefing.json of it at HEAD (0123456)"
    )


def test_a_terminal_gets_no_orders_from_a_stranger() -> None:
    text = as_text(hostile("a\x1b]0;owned\x07 \u202eb\x9b31m"), colour=False)
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(text)
