"""What the action asks of GitHub. In: a pull request or a comment to be. Out: it is there, once.

The REST API, version 2022-11-28: docs.github.com/rest.
"""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote, urlencode

_PAGE = 100
_TIMEOUT = 30  # seconds


class GitHubError(Exception):
    """The message is for people."""


class Forbidden(GitHubError):  # noqa: N818
    """The token may not do this."""


class GitHub:
    def __init__(self, environment: Mapping[str, str]) -> None:
        self._api = environment.get("GITHUB_API_URL", "https://api.github.com")
        self._repository = environment["GITHUB_REPOSITORY"]
        self._token = environment["GITHUB_TOKEN"]

    def propose(self, branch: str, base: str, title: str, body: str) -> str:
        """Open a pull request from the branch, or bring the one that is open up to date. Returns its address."""
        owner = self._repository.partition("/")[0]
        pulls = f"/repos/{self._repository}/pulls"
        query = urlencode({"state": "open", "head": f"{owner}:{branch}"})
        said = {"title": title, "body": body}
        for pull in self._ask("GET", f"{pulls}?{query}"):
            return str(self._ask("PATCH", f"{pulls}/{pull['number']}", said)["html_url"])
        return str(self._ask("POST", pulls, {**said, "head": branch, "base": base})["html_url"])

    def comment(self, number: int, marker: str, body: str) -> None:
        """Comment on a pull request, or replace the comment that begins with the marker."""
        for comment in self._comments(number):
            if str(comment["body"]).startswith(marker):
                if comment["body"] != body:
                    self._ask("PATCH", f"/repos/{self._repository}/issues/comments/{comment['id']}", {"body": body})
                return
        self._ask("POST", f"/repos/{self._repository}/issues/{number}/comments", {"body": body})

    def _comments(self, number: int) -> Iterator[Any]:
        page, found = 1, [None] * _PAGE
        while len(found) == _PAGE:
            address = f"/repos/{self._repository}/issues/{number}/comments?per_page={_PAGE}&page={page}"
            found = self._ask("GET", address)
            yield from found
            page += 1

    def _ask(self, method: str, path: str, value: object = None) -> Any:
        request = urllib.request.Request(
            self._api + quote(path, safe="/?&=%:"),
            method=method,
            data=None if value is None else json.dumps(value).encode(),
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {self._token}",
                "Content-Type": "application/json",
                "X-GitHub-Api-Version": "2022-11-28",
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=_TIMEOUT) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            kind = Forbidden if error.code in (401, 403) else GitHubError
            raise kind(f"GitHub answered {error.code} to {method} {path.partition('?')[0]}: {_reason(error)}") from None
        except (OSError, ValueError) as error:
            raise GitHubError(f"GitHub could not be asked ({error}): {method} {path.partition('?')[0]}") from None


def _reason(error: urllib.error.HTTPError) -> str:
    try:
        return str(json.load(error)["message"])[:200]
    except (OSError, ValueError, KeyError, TypeError):
        return error.reason
