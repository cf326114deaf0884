"""langextract's aligner on given quotations of one source. In: JSON on stdin. Out: seconds, and where it puts each.

All quotations in one call, as `Resolver.align` makes it. What it does once for a source, whatever is asked, is told by
a call with one quotation that stands there to the letter, which needs no fuzzy alignment.
"""

import json
import sys
import time

from langextract.core.data import AlignmentStatus, Extraction
from langextract.resolver import WordAligner


def align(quotes, source):
    groups = [[Extraction(extraction_class="quote", extraction_text=quote) for quote in quotes]]
    start = time.perf_counter()
    (aligned,) = WordAligner().align_extractions(groups, source)
    return time.perf_counter() - start, aligned


def told(extraction):
    place = extraction.char_interval
    exact = extraction.alignment_status == AlignmentStatus.MATCH_EXACT
    return None if place is None else (place.start_pos, place.end_pos, not exact)


request = json.load(sys.stdin)
source, quotes = request["source"], request["quotes"]
once, _ = align([source[:60].rsplit(" ", 1)[0]], source)
whole, aligned = align(quotes, source)
answer = {"once": once, "each": max(0.0, whole - once) / len(quotes), "given": [told(each) for each in aligned]}
json.dump(answer, sys.stdout)
