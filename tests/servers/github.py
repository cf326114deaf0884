"""A scripted GitHub: pull requests and comments of one repository, as its REST API shows them. Over real HTTP."""

import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

REPOSITORY = "mira/kilns"


class GitHubServer:
    """As a context manager: serves while it is open. `refuse`: the status with which every change is refused."""

    def __init__(self, refuse: int = 0) -> None:
        self.pulls: list[dict[str, Any]] = []
        self.comments: list[dict[str, Any]] = []
        self.changes: list[str] = []
        self.tokens: set[str] = set()
        self.refuse = refuse

    def __enter__(self) -> "GitHubServer":
        server = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                pass

            def do_GET(self) -> None:
                self._answer("GET", None)

            def do_POST(self) -> None:
                self._answer("POST", self._body())

            def do_PATCH(self) -> None:
                self._answer("PATCH", self._body())

            def _body(self) -> Any:
                return json.loads(self.rfile.read(int(self.headers["Content-Length"])))

            def _answer(self, method: str, body: Any) -> None:
                server.tokens.add(self.headers.get("Authorization", ""))
                status, value = server.answer(method, self.path, body)
                payload = json.dumps(value).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(payload)))
                self.end_headers()
                self.wfile.write(payload)

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def answer(self, method: str, path: str, body: Any) -> tuple[int, Any]:
        parts = urlsplit(path)
        query = {key: values[0] for key, values in parse_qs(parts.query).items()}
        if method != "GET":
            if self.refuse:
                return self.refuse, {"message": "Resource not accessible by integration"}
            self.changes.append(f"{method} {parts.path}")
        rest = parts.path.removeprefix(f"/repos/{REPOSITORY}")
        if rest == "/pulls" and method == "GET":
            open_ = [p for p in self.pulls if f"{REPOSITORY.partition('/')[0]}:{p['head']}" == query["head"]]
            return 200, open_
        if rest == "/pulls":
            number = len(self.pulls) + 1
            self.pulls.append({**body, "number": number, "html_url": f"https://github.example/{number}"})
            return 201, self.pulls[-1]
        if found := re.fullmatch(r"/pulls/(\d+)", rest):
            self.pulls[int(found[1]) - 1] |= body
            return 200, self.pulls[int(found[1]) - 1]
        if re.fullmatch(r"/issues/\d+/comments", rest) and method == "GET":
            first = (int(query["page"]) - 1) * int(query["per_page"])
            return 200, self.comments[first : first + int(query["per_page"])]
        if re.fullmatch(r"/issues/\d+/comments", rest):
            self.comments.append({"id": len(self.comments) + 1, **body})
            return 201, self.comments[-1]
        if found := re.fullmatch(r"/issues/comments/(\d+)", rest):
            self.comments[int(found[1]) - 1] |= body
            return 200, self.comments[int(found[1]) - 1]
        return 404, {"message": "Not Found"}
