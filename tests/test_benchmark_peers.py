"""What the other tools are given and told: the same content in every form, without any of them installed."""

import re
from pathlib import Path

import pytest
from benchmarks.peers.answers import contents, extractions, wanted
from benchmarks.peers.compare import Desk, Pace
from benchmarks.peers.material import frame, months
from benchmarks.reply_tokens import typed

ROOT = Path(__file__).parents[1]
PROMPT = """[1] Kilns cool in 12 hours.
[2 heading] Kilns
[3] They may crack.
L1 in [1]: Kilns (https://example.org/kilns_(old))
L2 in [3]: cracks (https://example.org/cracks)"""
REQUEST = {"messages": [{"role": "user", "content": PROMPT}]}
REPLY = {
    "reply_to": "2024-01",
    "key": {"link": 1, "sentence": None},
    "idea": [{"text": "It cools.", "cites": [1, 2]}],
    "quote": [3],
    "others": [2],
}
BRIEFING = {
    "evidence": {"a/1": {"text": "Kilns cool in 12 hours. They may crack."}},
    "sections": [
        {
            "title": "March 2024: kilns",
            "fields": {
                "idea": {
                    "kind": "prose",
                    "sentences": [{"text": "It cools.", "cites": [{"evidence": "a/1", "start": 0, "end": 23}]}],
                },
                "key": {"kind": "reference", "text": "Kilns", "url": "https://example.org/"},
                "quote": {"kind": "quote", "text": "They may crack."},
            },
        }
    ],
    "overview": {"fields": {}},
}
CONTENT = {
    "others": [],
    "main_idea": [{"text": "It cools.", "quotes": ["Kilns cool in 12 hours."]}],
    "key_paper": {"title": "Kilns", "url": "https://example.org/"},
    "quote": "They may crack.",
}


def test_a_reply_is_typed_out() -> None:
    assert typed(REQUEST, REPLY) == {
        "reply_to": "2024-01",
        "key": {"title": "Kilns", "url": "https://example.org/kilns_(old)"},
        "idea": [{"text": "It cools.", "cites": ["Kilns cool in 12 hours.", "Kilns"]}],
        "quote": ["They may crack."],
        "others": [{"title": "cracks", "url": "https://example.org/cracks"}],
    }


def test_evidence_may_keep_its_numbers() -> None:
    assert typed(REQUEST, REPLY, claims=False)["idea"] == REPLY["idea"]


def test_the_content_is_what_the_briefing_says() -> None:
    assert contents(BRIEFING) == {"March 2024: kilns": CONTENT, "": {}}


def test_the_content_as_extractions() -> None:
    assert extractions(CONTENT)["extractions"] == [
        {"main_idea": "Kilns cool in 12 hours.", "main_idea_attributes": {"text": "It cools."}},
        {"key_paper": "Kilns", "key_paper_attributes": {"url": "https://example.org/"}},
        {"quote": "They may crack.", "quote_attributes": {}},
    ]


@pytest.mark.parametrize(
    ("prompt", "found"),
    [
        ("## March 2024: kilns\nKilns cool.", "month"),
        ("Q: ## March 2024: kilns\nKilns cool.\nA:", "month"),
        ("## March 2024: kilns\n## April 2024: glazes", "whole"),
    ],
)
def test_a_request_is_known_by_its_headings(prompt: str, found: str) -> None:
    known = {"March 2024: kilns": {"quote": "month"}, "April 2024: glazes": {}, "": {"quote": "whole"}}
    assert wanted({"messages": [{"role": "user", "content": prompt}]}, known)["quote"] == found


def test_the_server_answers_a_tool_as_a_tool() -> None:
    desk = Desk(Pace("at once", lambda _: 0.0), {"March 2024: kilns": CONTENT, "": {}})
    request = {
        "messages": [{"role": "user", "content": "## March 2024: kilns"}],
        "tools": [{"type": "function", "function": {"name": "send_output"}}],
    }
    body = desk(request, 1).body
    call = body["choices"][0]["message"]["tool_calls"][0]["function"]  # type: ignore[index, call-overload]
    assert call["name"] == "send_output" and "They may crack." in call["arguments"]
    assert desk.outgoing > 0 and desk.ingoing > 0


def test_the_sample_has_twelve_months_and_a_frame() -> None:
    folder = ROOT / "sources" / "raschka-2024"
    assert [month.title.split()[0] for month in months(folder)][::11] == ["January", "December"]
    assert "## Outlook for 2025" in frame(folder) and "## March" not in frame(folder)


def test_the_others_need_nothing_of_ours() -> None:
    for script in (ROOT / "benchmarks" / "peers").glob("with_*.py"):
        assert not re.search(r"^(from|import) (briefing|benchmarks)", script.read_text(encoding="utf-8"), re.MULTILINE)
