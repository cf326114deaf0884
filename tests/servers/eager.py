"""A model that takes up what is new: honest at first; where it is to revise, it says every new sentence after the first
that was there."""

import re
from typing import Any

from tests.servers import honest


def answer(request: dict[str, Any]) -> dict[str, Any]:
    found = honest.answer(request)
    asked = request["messages"][-1]["content"]
    new = re.findall(r"\[(\d+)\]", "".join(re.findall(r"^New or reworded since: (.*)$", asked, re.MULTILINE)))
    lines = dict(re.findall(r"^\[(\d+)[^\]]*\] (.*)$", request["messages"][1]["content"], re.MULTILINE))
    for key, shape in request["response_format"]["json_schema"]["schema"]["properties"].items():
        if new and "anyOf" in shape.get("anyOf", [{}])[0].get("items", {}):
            found[key] = [1, *({"text": lines[number], "cites": [int(number)]} for number in new if number in lines)]
    return found
