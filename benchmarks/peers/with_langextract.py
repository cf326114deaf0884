"""The year with langextract: one extraction a month, the source's words as its text and ours as an attribute; then one
of the whole, from what came.

A month is one chunk, which is the fewest calls that it can do with; its default of 1,000 characters would take more.

    python with_langextract.py SOURCES OUT        # OPENAI_BASE_URL, OPENAI_API_KEY
"""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import langextract as lx
from material import JOBS, MODEL, OVERVIEW, SECTION, frame, months

CHUNK = 100_000  # characters
HOW = " Each extraction's text is the source's own words; what you say of them is its attribute `text`."
EXAMPLE = (
    "The key paper of the month is [Kilns](https://example.org/kilns). A kiln cools in 12 hours. It may crack. "
    "The gain is small."
)
SECTIONS = [
    lx.data.ExampleData(
        text=EXAMPLE,
        extractions=[
            lx.data.Extraction("key_paper", "Kilns", attributes={"url": "https://example.org/kilns"}),
            lx.data.Extraction("main_idea", "A kiln cools in 12 hours.", attributes={"text": "It cools in 12 hours."}),
            lx.data.Extraction("quote", "It may crack."),
            lx.data.Extraction("relevance", "The gain is small.", attributes={"text": "Little is gained."}),
            lx.data.Extraction("other", "Kilns", attributes={"url": "https://example.org/kilns"}),
        ],
    )
]
WHOLE = [
    lx.data.ExampleData(
        text=EXAMPLE,
        extractions=[
            lx.data.Extraction(name, "The gain is small.", attributes={"text": "Little is gained."})
            for name in ("introduction", "conclusions", "outlook", "overall")
        ],
    )
]


def extracted(texts: Sequence[str], task: str, examples: list[lx.data.ExampleData]) -> list[lx.data.AnnotatedDocument]:
    return list(
        lx.extract(
            [lx.data.Document(text=text) for text in texts],
            prompt_description=task + HOW,
            examples=examples,
            config=lx.factory.ModelConfig(
                model_id=MODEL,
                provider="OpenAILanguageModel",
                provider_kwargs={
                    "api_key": os.environ["OPENAI_API_KEY"],
                    "base_url": os.environ["OPENAI_BASE_URL"],
                    "max_workers": JOBS,
                    "temperature": 0.0,
                },
            ),
            max_char_buffer=CHUNK,
            batch_length=JOBS,
            max_workers=JOBS,
            show_progress=False,
        )
    )


def words(extraction: lx.data.Extraction) -> str:
    attributes = extraction.attributes or {}
    return str(attributes.get("text") or f"{extraction.extraction_text} {attributes.get('url', '')}".strip())


def main() -> None:
    sources, out = Path(sys.argv[1]), Path(sys.argv[2])
    year = months(sources)
    found = extracted([month.text for month in year], SECTION, SECTIONS)
    parts = [
        "\n\n".join([f"## {month.title}", *(words(one) for one in document.extractions or [])])
        for month, document in zip(year, found, strict=True)
    ]
    (whole,) = extracted(["\n\n".join([frame(sources), *parts])], OVERVIEW, WHOLE)
    out.mkdir(parents=True, exist_ok=True)
    (out / "briefing.md").write_text(
        "\n\n".join([*(words(one) for one in whole.extractions or []), *parts]) + "\n", encoding="utf-8"
    )
    lx.io.save_annotated_documents([*found, whole], output_dir=out, output_name="extractions.jsonl")
    every = [one for document in [*found, whole] for one in document.extractions or []]
    own = sum("text" in (one.attributes or {}) for one in every)
    unfound = sum(one.char_interval is None for document in found for one in document.extractions or [])
    done = sum(bool(document.extractions) for document in found)
    print(json.dumps({"sections": done, "sentences": own, "quotes not found": unfound}))


if __name__ == "__main__":
    main()
