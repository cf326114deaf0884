"""Front matter as people write it, with its mistakes."""

import pytest

from briefing.readers.front_matter import FrontMatter, front_matter


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", FrontMatter()),
        ("# Title\n", FrontMatter()),
        ("---\n---\nText", FrontMatter(2)),
        (
            "---\ntitle: Low water\nauthor: Ada\nurl: https://quay.example/low\ndate: 2024-03-09\nlang: en_GB\n---\n",
            FrontMatter(7, "Low water", "Ada", "https://quay.example/low", "2024-03-09", "en-gb"),
        ),
        (
            '---\nTitle: "Low: water"\nauthor:\n  - "[[Ada Quayle]]"\n  - "[[people/bo|Bo Fender]]"\nsite: Quay\n...\n',
            FrontMatter(7, "Low: water", "Ada Quayle, Bo Fender", site="Quay"),
        ),
        ("---\nauthor: [[Ada Quayle]]\n---\n", FrontMatter(3, author="Ada Quayle")),
        ("---\nauthors:\n- name: Ada\n  email: a@quay.example\n- Bo\n---\n", FrontMatter(6, author="Ada, Bo")),
        (
            "---\nurl: https://quay.example/?a=1&amp;b=2\nsource: slack\n---\n",
            FrontMatter(4, source="https://quay.example/?a=1&b=2"),
        ),
        ("---\nsource: javascript:alert(1)\nurl: notes/x.md\n---\n", FrontMatter(4)),
        (
            "---\ncreated: 2024-05-01\npublished: 2024-03-09T23:30:00-05:00\n---\n",
            FrontMatter(4, published="2024-03-09"),
        ),
        ("---\ndate: 2024\n---\n", FrontMatter(3, published="2024")),
        ("---\ndate: yesterday\ntitle: 1984\nauthor: null\n---\n", FrontMatter(5, title="1984")),
        ("---\ntitle: >\n  Low\n  water\n---\n", FrontMatter(5, title="Low water")),
        (
            '+++\ntitle = "Low water"\ndate = 2024-03-09T10:00:00Z\nauthors = ["Ada", "Bo"]\n[extra]\nurl = "x"\n+++\n',
            FrontMatter(7, "Low water", "Ada, Bo", published="2024-03-09"),
        ),
        ("Title: Low water\nDate: 2024-03-09\nNumber: 5\n\nText", FrontMatter(3, "Low water", published="2024-03-09")),
        ("Title: Low water\n\nText", FrontMatter(1, "Low water")),
    ],
)
def test_metadata_of_a_file(text: str, found: FrontMatter) -> None:
    assert front_matter(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "---\nThis is a text between two rules, and nothing else.\n---\n",
        "---\n- a\n- b\n---\n",
        "---\ntitle: never closed\n",
        "By: the way, this is a sentence\nand it goes on.\n\nText",
        "Date: 2024-03-09\n\nText",
        "Note: a remark\nTitle: x\n\nText",
    ],
)
def test_what_only_looks_like_it_is_text(text: str) -> None:
    assert front_matter(text) == FrontMatter()


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Low: water\nauthor: Ada\n\tlang: en\n---\n",
        '---\ntitle: "Low: water"\nauthor: Ada\ntags: [a, b\n---\n',
        "---\ntitle: Low: water\nauthor: @ada\n---\n",
        "+++\ntitle: Low: water\nauthor: Ada\n+++\n",
    ],
)
def test_a_mistake_in_it_is_noted_and_the_rest_is_read(text: str) -> None:
    found = front_matter(text)
    assert (found.title, found.lines) == ("Low: water", text.count("\n"))
    assert len(found.notes) == 1


def test_it_can_do_no_harm() -> None:
    assert front_matter("---\na: " + "[" * 50_000 + "\n---\n").title == ""
    anchors = "\n".join(f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]" for n in range(12))
    assert front_matter(f"---\na0: &a0 [x]\n{anchors}\nauthor: *a12\ntitle: T\n---\n").title == "T"
    assert front_matter("---\n!!python/object/apply:os.system ['true']: 1\ntitle: T\n---\n").title == "T"
