"""langextract's aligner on given quotations. In: JSON on stdin. Out: by id, whether it grounds the quotation.

"default" is what `Resolver.align` does unless it is told otherwise; a quotation stands when it is given a place in the
source. "exact" switches fuzzy alignment and partial matches off.
"""

import json
import sys

from langextract.core.data import Extraction
from langextract.resolver import WordAligner


def stands(quote: str, source: str, mode: str) -> bool:
    extraction = Extraction(extraction_class="quote", extraction_text=quote)
    exact = {"enable_fuzzy_alignment": False, "accept_match_lesser": False} if mode == "exact" else {}
    try:
        ((aligned,),) = WordAligner().align_extractions([[extraction]], source, **exact)
    except ValueError:  # nothing in the quotation that it could align
        return False
    return aligned.char_interval is not None


request = json.load(sys.stdin)
answer = {
    item["id"]: stands(item["quote"], request["sources"][item["source"]], request["mode"]) for item in request["items"]
}
json.dump(answer, sys.stdout)
