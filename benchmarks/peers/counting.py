"""Tokens, counted on the server's side and so alike for all tools.

By the table of gpt-4o (o200k_base), which comes inside of litellm; without it by this program's own estimate.
"""

import json
import os
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import tiktoken
from benchmarks.peers.environments import FOLDER

from briefing import tokens

TABLE = "o200k_base"


@cache
def _counter() -> tuple[str, Callable[[str], int]]:
    folder = next(FOLDER.glob("docetl/lib/python*/site-packages/litellm/litellm_core_utils/tokenizers"), None)
    if folder is None:
        return "an estimate on the high side, the same for all", tokens.estimate
    os.environ["TIKTOKEN_CACHE_DIR"] = str(folder)
    encoding = tiktoken.get_encoding(TABLE)
    return f"{TABLE}, the tokens of gpt-4o", lambda text: len(encoding.encode_ordinary(text))


def counted_by() -> str:
    return _counter()[0]


def count(text: str) -> int:
    return _counter()[1](text)


def of_request(request: Mapping[str, Any]) -> int:
    """What is sent: the messages, and the schema of the reply or of the tools."""
    texts = [str(message.get("content") or "") for message in request["messages"]]
    texts += [json.dumps(request[key]) for key in ("response_format", "tools") if key in request]
    return sum(count(text) for text in texts)
