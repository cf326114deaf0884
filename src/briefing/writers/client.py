"""One call to a model's server: the edge to httpx2 and to the openai package, where their errors become ours.

A chat completion is one POST, and made by httpx2, on which the openai package stands: to import that package takes half
a second, most of it for types of what is not asked for here. Batches, which nobody waits for, go through it.

In: the body of a chat completion. Out: an Answer, or one of two things to be dealt with (Passing: worth asking again;
Refused: the request as put), or a ModelError. No message holds the key; and as a foreign error carries its request,
with the key in it, none is chained to ours.
"""

import json
import os
import re
import socket
import ssl
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

from briefing import __version__
from briefing.errors import ManifestError, ModelError
from briefing.writers.options import OPENAI, WriterOptions
from briefing.writers.reply import Answer, Unreadable, answer

_MOST_BYTES = 8_000_000  # of an answer; a reply of 32,768 tokens is about 150 kB
_MOST_OF_A_FILE = 1_000_000_000  # the replies of a batch: up to 50,000 of them (batch.py)
_CHAT = "/chat/completions"
_CONNECT = 10.0  # seconds
_NO_KEY = "none"  # servers that need no key still want the header to be there
_PASSING = (408, 409, 425, 429)  # and all from 500, but 501
_FINAL_CODES = ("insufficient_quota", "billing")  # a 429 that no waiting mends
_SECRETS = re.compile(r"\b(?:sk-|gsk_|xai-)[\w*.\-]{6,}|(?<=Bearer )\S+", re.IGNORECASE)

T = TypeVar("T")


class Passing(Exception):  # noqa: N818 - the name says what it is
    """What may go better when asked again. `wait`: seconds that the server asks for. `paid`: whether the server may
    have done its work nevertheless, so that it has to be counted."""

    def __init__(self, kind: str, reason: str, *, wait: float | None = None, paid: bool = False) -> None:
        super().__init__(reason)
        self.kind, self.wait, self.paid = kind, wait, paid


class Refused(Exception):  # noqa: N818
    """The server refuses the request as it was put."""

    def __init__(self, status: int, message: str, code: str = "") -> None:
        super().__init__(message)
        self.status, self.message, self.code = status, message, code


class Client:
    """Made without what it needs to import; the first call brings it in. Used by several threads at once."""

    def __init__(self, options: WriterOptions) -> None:
        self._options = options
        self._http: Any = None
        self._lock = threading.Lock()

    def chat(self, body: dict[str, Any]) -> Answer:
        """Raises Passing, Refused, ModelError."""
        import httpx2  # 60 ms

        problem: Exception
        try:
            base = httpx2.URL(self._options.base_url or OPENAI)
            url = base.copy_with(path=base.path.rstrip("/") + _CHAT)
            found = self._transport().post(url, json=body, headers=self._headers())
            if found.is_success:
                return answer(found.text)
            problem = self._by_status(found.status_code, *_error_in(found.text), found.headers)
        except Unreadable as error:
            problem = Passing("no completion", str(error), paid=True)
        except (UnicodeError, httpx2.InvalidURL):  # http://a..b, http://999.1.1.1
            problem = _unknown()
        except httpx2.HTTPError as error:
            problem = self._unconnected(error)
        raise problem

    def ask(self, do: Callable[[Any], T]) -> T:
        """do(the openai client). Raises Passing, Refused, ModelError."""
        import httpx2
        import openai  # 500 ms

        problem: Exception
        try:
            return do(self._client())
        except Unreadable as error:
            problem = Passing("no completion", str(error), paid=True)
        except openai.APIConnectionError as error:
            problem = self._unconnected(error.__cause__)
        except (UnicodeError, httpx2.InvalidURL):
            problem = _unknown()
        except openai.APIStatusError as error:
            problem = self._by_status(error.status_code, error.body, str(error.message), error.response.headers)
        raise problem

    def close(self) -> None:
        with self._lock:
            if self._http is not None:
                self._http.close()

    def _headers(self) -> dict[str, str]:
        """With the organization and the project that a key is used for, where the environment names them, as the openai
        package does."""
        named = {"OpenAI-Organization": "OPENAI_ORG_ID", "OpenAI-Project": "OPENAI_PROJECT_ID"}
        return {
            "Authorization": f"Bearer {self._options.api_key or _NO_KEY}",
            "Accept": "application/json",
            "User-Agent": f"briefing/{__version__}",
            **{header: os.environ[name] for header, name in named.items() if os.environ.get(name)},
        }

    def _transport(self) -> Any:
        with self._lock:
            if self._http is None:
                self._http = _transport(self._options)
                weakref.finalize(self, self._http.close)  # whoever forgets to close a writer leaves no sockets behind
            return self._http

    def _client(self) -> Any:
        """The openai client: its own retries off, no redirects (they would carry the sources elsewhere)."""
        import openai

        options = self._options
        return openai.OpenAI(
            base_url=options.base_url or OPENAI,
            api_key=options.api_key or _NO_KEY,
            max_retries=0,
            http_client=self._transport(),
        )

    def _unconnected(self, cause: BaseException | None) -> Passing:
        import httpx2

        if isinstance(cause, Unreadable):
            return Passing("no completion", str(cause), paid=True)
        if any(isinstance(error, socket.gaierror) for error in _chain(cause)):
            return _unknown()
        if isinstance(cause, (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout)):
            return Passing("unreachable", f"no connection ({self.shown(str(cause))})")
        if isinstance(cause, httpx2.TimeoutException):
            return Passing("timeout", f"no whole answer came within {self._options.timeout:g} s", paid=True)
        return Passing("broken off", "the connection broke off", paid=True)

    def _by_status(self, status: int, body: object, text: str, headers: Any) -> Exception:
        """body: what the server says of the error, as it was read; text: the same as it came."""
        message = self.shown(_message(body) or text or f"Error code: {status}")
        code = str(body.get("code") or body.get("type") or "") if isinstance(body, dict) else ""
        if status == 429 and any(word in code for word in _FINAL_CODES):
            return ModelError(
                f"the account behind the key has nothing left ({message})",
                where=self._options.address,
                hint="Check its plan and billing.",
            )
        if status in _PASSING or (status >= 500 and status != 501):
            wait = _retry_after(headers)
            asked = f", and asks to wait {wait:g} s" if wait else ""
            kind = "busy" if status == 429 else "status"
            return Passing(kind, f"the server answered {status} ({message}){asked}", wait=wait)
        return Refused(status, message, code)

    def shown(self, message: str) -> str:
        """A message of the server's, fit to be shown: one line, short, without keys."""
        if key := self._options.api_key:
            message = message.replace(key, "***")
        line = " ".join("".join(c if c.isprintable() else " " for c in message[:2000]).split())
        line = _SECRETS.sub("***", line)
        return line if len(line) <= 240 else line[:240] + "…"


def _transport(options: WriterOptions) -> Any:
    """The HTTP client. Raises ManifestError where the proxies or certificates that the environment names are none."""
    import httpx2

    try:
        return httpx2.Client(
            verify=_certificates(options.base_url or OPENAI),
            headers={"Accept-Encoding": "identity"},
            timeout=httpx2.Timeout(options.timeout, connect=min(_CONNECT, options.timeout)),
            limits=httpx2.Limits(max_connections=options.jobs, max_keepalive_connections=options.jobs),
            event_hooks={"request": [_start], "response": [_bound_to(options.timeout)]},
        )
    except (ValueError, httpx2.InvalidURL) as error:
        hint = "Check HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY."
        raise ManifestError("a proxy that the environment names is none", where="the network", hint=hint) from error
    except OSError as error:
        hint = "Check SSL_CERT_FILE and SSL_CERT_DIR."
        what = f"the certificates cannot be read ({error.strerror})"
        raise ManifestError(what, where="the network", hint=hint) from error


def _certificates(url: str) -> ssl.SSLContext | bool:
    """Whom to trust: httpx2's choice of authorities, which takes 20 ms to load; nobody, where no TLS is spoken."""
    return url.lower().startswith("https:") or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _unknown() -> Passing:
    return Passing("unknown", "no host of this name can be found")


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error, and what it came from."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _bound_to(seconds: float) -> Callable[[Any], None]:
    """A hook for responses. The timeout of httpx2 is between two reads: a server that drips would hold us for ever.
    What is packed could unpack without end, and what a server calls its charset be none: JSON is UTF-8 (RFC 8259)."""
    import httpx2

    class Bounded(httpx2.SyncByteStream):
        def __init__(self, response: Any) -> None:
            self._stream, self._request = response.stream, response.request

        def __iter__(self) -> Iterator[bytes]:
            deadline = self._request.extensions["started"] + seconds
            most = _MOST_OF_A_FILE if self._request.url.path.endswith("/content") else _MOST_BYTES
            size = 0
            for chunk in self._stream:
                size += len(chunk)
                if time.monotonic() > deadline:
                    raise httpx2.ReadTimeout("the answer is too slow", request=self._request)
                if size > most:
                    raise Unreadable(f"the server's answer is longer than {most // 1_000_000} MB")
                yield chunk

        def close(self) -> None:
            self._stream.close()

    def bound(response: Any) -> None:
        if response.headers.pop("content-encoding", "identity").lower() != "identity":
            response.close()
            raise Unreadable("the server's answer is packed, although it was asked not to be")
        response.encoding = "utf-8"
        response.stream = Bounded(response)

    return bound


def _start(request: Any) -> None:
    request.extensions["started"] = time.monotonic()


def _error_in(text: str) -> tuple[object, str]:
    """What a server says of an error, read as JSON where it is that, and as it came."""
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        return text, text
    return (body.get("error", body) if isinstance(body, dict) else body), text


def _message(body: object) -> str:
    """The message in the body of an error; servers put it in different places."""
    if isinstance(body, dict):
        inner = body.get("error", body)
        found = inner.get("message") or inner.get("detail") if isinstance(inner, dict) else inner
        return str(found or body)
    return "a web page" if str(body or "").lstrip().startswith("<") else str(body or "")


def _retry_after(headers: Any) -> float | None:
    """Seconds, from Retry-After (RFC 9110, 10.2.3: seconds or a date) or the retry-after-ms that OpenAI sends."""
    try:
        if milliseconds := headers.get("retry-after-ms"):
            return max(0.0, float(milliseconds) / 1000)
        value = headers.get("retry-after", "")
        if re.fullmatch(r"\s*\d+(\.\d+)?\s*", value):
            return float(value)
        date = parsedate_to_datetime(value)
        aware = date if date.tzinfo else date.replace(tzinfo=UTC)
        return max(0.0, (aware - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return None
