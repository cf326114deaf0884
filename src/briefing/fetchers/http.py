"""Pages from the web. In: an address. Out: a Page, and a snapshot of it for the next time.

One source is one conversation: redirects, tries and pauses share one deadline, and cookies live no longer than it.
"""

import contextlib
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from pathlib import Path

import httpx2
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, stop_before_delay

from briefing import __version__
from briefing.errors import SourceError
from briefing.fetchers.base import FetchOptions, Passing
from briefing.fetchers.coding import ACCEPTED, SAVE, decoded, too_large
from briefing.fetchers.dial import Deadline
from briefing.fetchers.guard import shown
from briefing.fetchers.snapshot import Snapshot, keep, kept, without_fragment
from briefing.fetchers.transport import Transport
from briefing.model import Origin, Page
from briefing.store import Store

_HEADERS = {
    "User-Agent": f"briefing/{__version__} (reads the pages that its user names; not a crawler)",
    "Accept": "text/html, application/xhtml+xml, application/pdf, application/xml;q=0.9, text/*;q=0.9, */*;q=0.5",
    "Accept-Encoding": ACCEPTED,
}
_PAUSE = 0.5  # seconds before the second try; each further pause is twice as long
_LONGEST_PAUSE = 30.0  # seconds, however long a server asks for
_PASSING = {429, 500, 502, 503, 504}

_LOOK = "Open the address in a browser to see why."
_HINTS = {
    401: f"The page wants a password. {SAVE}",
    402: f"The page wants to be paid for. {SAVE}",
    403: f"The server turns programs away, or the page is not public. {SAVE}",
    404: "Check the address; if the page has moved, name its new one.",
    410: f"The page is gone for good. Name an archived copy, if there is one. {SAVE}",
    429: "The server has had too many requests. Try again later.",
    451: f"The page is blocked where you are, by law. {SAVE}",
}


def fetch_http(source: str, place: str, root: Path, store: Store, options: FetchOptions) -> Page:  # noqa: ARG001
    """Ask for the page at an address, anew or for a change since the snapshot. Raises SourceError."""
    last = None if options.refresh else kept(store, place)
    deadline = Deadline(options.total_timeout)
    tries = Retrying(
        retry=retry_if_exception_type(Passing),
        stop=stop_after_attempt(options.attempts) | stop_before_delay(options.total_timeout),
        wait=lambda state: _pause(state) * options.wait,
        reraise=True,
    )
    try:
        with _client(options, deadline) as client:
            page = tries(_converse, client, _address(place), last, options)
    except SourceError as error:
        raise SourceError(error.what, where=shown(place), hint=error.hint) from error
    if page is not last:
        keep(store, place, page)
    return page.page(source, Origin.LIVE)


def _client(options: FetchOptions, deadline: Deadline) -> httpx2.Client:
    timeout = httpx2.Timeout(options.read_timeout, connect=options.connect_timeout)
    return httpx2.Client(transport=Transport(options, deadline), headers=_HEADERS, timeout=timeout)


def _pause(state: RetryCallState) -> float:
    """Seconds before the next try."""
    error = state.outcome.exception() if state.outcome else None
    after = error.after if isinstance(error, Passing) else None
    return min(_PAUSE * 2 ** (state.attempt_number - 1) if after is None else after, _LONGEST_PAUSE)


def _address(address: str) -> httpx2.URL:
    """The address as one that may be asked. Its host is checked by the transport."""
    try:
        url = httpx2.URL(without_fragment(address))
    except httpx2.InvalidURL:
        raise SourceError("this is not an address", hint="An address looks like https://example.org/page.") from None
    if url.scheme not in ("http", "https"):
        raise SourceError(f"addresses with {url.scheme}: are not fetched", hint="Only http and https are.")
    if url.userinfo:
        raise SourceError("an address with a user or a password is not fetched", hint="Take them out of the address.")
    if url.port is not None and not 0 < url.port < 65_536:
        raise SourceError(f"there is no port {url.port}", hint="Check the address.")
    return url


def _converse(client: httpx2.Client, url: httpx2.URL, last: Snapshot | None, options: FetchOptions) -> Snapshot:
    """One try: from the address, along its redirects, to a page; or to `last`, where it has not changed."""
    for _ in range(options.max_redirects + 1):
        request = client.build_request("GET", url, headers=_conditions(last, url))
        with contextlib.closing(client.send(request, stream=True)) as response:
            if response.next_request is None:
                return _read(response, last, options)
            url = _target(response.next_request.url)
    raise SourceError(f"it redirects more than {options.max_redirects} times", hint="Check the address in a browser.")


def _target(url: httpx2.URL) -> httpx2.URL:
    try:
        return _address(str(url))
    except SourceError as error:
        raise SourceError(f"it redirects to where nothing is fetched: {error.what}", hint=error.hint) from error


def _conditions(last: Snapshot | None, url: httpx2.URL) -> dict[str, str]:
    """Headers that ask for a page only if it is not the one that we have (RFC 9110, 13.1)."""
    if last is None or last.url != str(url):
        return {}
    conditions = {"If-None-Match": last.etag, "If-Modified-Since": last.modified}
    return {name: value for name, value in conditions.items() if value and value.isascii()}


def _read(response: httpx2.Response, last: Snapshot | None, options: FetchOptions) -> Snapshot:
    if response.status_code == HTTPStatus.NOT_MODIFIED and last is not None and _conditions(last, response.url):
        return last
    if response.status_code not in (HTTPStatus.OK, HTTPStatus.NON_AUTHORITATIVE_INFORMATION):
        raise _refusal(response)
    headers = response.headers
    return Snapshot(
        url=str(response.url),
        content=_content(response, options.max_bytes),
        media_type=headers.get("Content-Type", "").partition(";")[0].strip().lower(),
        charset=(response.charset_encoding or "").strip().lower(),
        etag=headers.get("ETag", ""),
        modified=headers.get("Last-Modified", ""),
    )


def _content(response: httpx2.Response, most: int) -> bytes:
    length = response.headers.get("Content-Length", "")
    if length.isdecimal() and int(length) > most:
        raise too_large(most)
    body = bytearray()
    for piece in response.iter_raw():
        body += piece
        if len(body) > most:
            raise too_large(most)
    codings = response.headers.get_list("Content-Encoding", split_commas=True)
    content = decoded(bytes(body), [coding.lower() for coding in codings], most)
    if not content:
        raise SourceError("the server sent an empty page", hint=_LOOK)
    return content


def _refusal(response: httpx2.Response) -> SourceError:
    status = response.status_code
    try:
        answer = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        answer = str(status)
    what = f"the server answered {answer}"
    if status in _PASSING:
        return Passing(what, hint=_HINTS.get(status, "Try again later."), after=_retry_after(response.headers))
    if status < 400:
        return SourceError(f"{what} and sent no page", hint=_LOOK)
    return SourceError(what, hint=_HINTS.get(status, _LOOK))


def _retry_after(headers: httpx2.Headers) -> float | None:
    """Seconds to wait, from either form of Retry-After (RFC 9110, 10.2.3); a date is held against the server's own."""
    value = headers.get("Retry-After", "").strip()
    if value.isdecimal():
        return float(value)
    then = _date(value)
    now = _date(headers.get("Date", "")) or datetime.fromtimestamp(time.time(), UTC)
    return max(0.0, (then - now).total_seconds()) if then else None


def _date(value: str) -> datetime | None:
    try:
        date = parsedate_to_datetime(value)
    except ValueError:
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)
