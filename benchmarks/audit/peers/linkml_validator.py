"""linkml-reference-validator on given quotations. In: JSON on stdin. Out: by id, whether it finds the quotation."""

import json
import logging
import sys

from linkml_reference_validator.models import ReferenceContent, ReferenceValidationConfig
from linkml_reference_validator.validation.supporting_text_validator import SupportingTextValidator

logging.disable(logging.CRITICAL)
request = json.load(sys.stdin)
validator = SupportingTextValidator(ReferenceValidationConfig())
references = {
    name: ReferenceContent(reference_id=f"file:{name}", content=text) for name, text in request["sources"].items()
}
answer = {
    item["id"]: validator.find_text_in_reference(item["quote"], references[item["source"]]).found
    for item in request["items"]
}
json.dump(answer, sys.stdout)
