"""The year with DocETL: a pipeline of a map over the months and a reduce over what came.

python with_docetl.py SOURCES OUT        # OPENAI_BASE_URL, OPENAI_API_KEY
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from docetl.runner import DSLRunner
from material import JOBS, MODEL, OVERVIEW, SECTION, Month, frame, months

SENTENCES = "list[{text: str, quotes: list[str]}]"
LINKS = "list[{title: str, url: str}]"
SECTION_SHAPE = {
    "key_paper": "{title: str, url: str}",
    "main_idea": SENTENCES,
    "quote": "str",
    "relevance": SENTENCES,
    "others": LINKS,
}
OVERVIEW_SHAPE = dict.fromkeys(("introduction", "conclusions", "outlook", "overall"), SENTENCES)
SHOWN = """{% for month in inputs %}

## {{ month.title }}
{{ month.key_paper.title }} {{ month.key_paper.url }}
{% for sentence in month.main_idea %}{{ sentence.text }}
{% endfor %}> {{ month.quote }}
{% for sentence in month.relevance %}{{ sentence.text }}
{% endfor %}{% for link in month.others %}- {{ link.title }} {{ link.url }}
{% endfor %}{% endfor %}"""


def pipeline(year: list[Month], begin: str, out: Path) -> dict[str, Any]:
    data = out / "months.json"
    data.write_text(json.dumps([{"title": month.title, "text": month.text} for month in year]), encoding="utf-8")
    base = {"type": "openai", "litellm_completion_kwargs": {"temperature": 0}}
    return {
        "default_model": f"openai/{MODEL}",
        "default_lm_api_base": os.environ["OPENAI_BASE_URL"],
        "datasets": {"months": {"type": "file", "path": str(data)}},
        "operations": [
            {
                "name": "write",
                **base,
                "type": "map",
                "prompt": f"{SECTION}\n\n{{{{ input.text }}}}",
                "output": {"schema": SECTION_SHAPE},
            },
            {
                "name": "join",
                **base,
                "type": "reduce",
                "reduce_key": "_all",
                "prompt": f"{OVERVIEW}\n\n{begin}{SHOWN}",
                "output": {"schema": OVERVIEW_SHAPE},
            },
        ],
        "pipeline": {
            "steps": [
                {"name": "sections", "input": "months", "operations": ["write"]},
                {"name": "overview", "input": "sections", "operations": ["join"]},
            ],
            "output": {"type": "file", "path": str(out / "overview.json"), "intermediate_dir": str(out / "steps")},
        },
    }


def main() -> None:
    sources, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    year = months(sources)
    DSLRunner(pipeline(year, frame(sources), out), max_threads=JOBS).load_run_save()
    (whole,) = json.loads((out / "overview.json").read_text(encoding="utf-8"))
    (kept,) = (out / "steps" / "sections").glob("write*.json")
    sections = json.loads(kept.read_text(encoding="utf-8"))
    sentences = sum(len(whole[key]) for key in OVERVIEW_SHAPE)
    sentences += sum(len(section["main_idea"]) + len(section["relevance"]) for section in sections)
    print(json.dumps({"sections": len(sections), "sentences": sentences}))


if __name__ == "__main__":
    main()
