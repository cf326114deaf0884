"""The check that verbatim-rag makes of what a model extracted (verbatim-core, of which verbatim-rag is made), on given
quotations. In: JSON on stdin. Out: by id, whether it keeps the quotation.

A client that answers with the quotation takes the place of the model; all else is LLMSpanExtractor as it comes.
"""

import json
import logging
import sys
from types import SimpleNamespace

from verbatim_core.extractors import LLMSpanExtractor


class Given:
    """Answers each request with one quotation."""

    def __init__(self, quote: str) -> None:
        self.quote = quote

    def extract_relevant_spans(self, question: str, text: str) -> list[str]:
        return [self.quote]


def stands(quote: str, source: str, mode: str) -> bool:
    extractor = LLMSpanExtractor(llm_client=Given(quote), extraction_mode="individual", span_match_mode=mode)
    kept = extractor.extract_spans("What does the source say?", [SimpleNamespace(text=source)])
    return bool(kept[source])


logging.disable(logging.CRITICAL)
request = json.load(sys.stdin)
answer = {
    item["id"]: stands(item["quote"], request["sources"][item["source"]], request["mode"]) for item in request["items"]
}
json.dump(answer, sys.stdout)
