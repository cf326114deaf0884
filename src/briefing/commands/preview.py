"""`briefing preview`. In: a manifest. Out: its page in the browser, which reloads when the files change, until Ctrl-C.

Served on this machine's loopback only, and nothing but the page, the files beside it, and the files that the manifest
names; those of text as numbered lines, so that a citation leads to its line. A request under another name than
localhost is refused: no page of the web can read it by a name of its own.
"""

import argparse
import base64
import hashlib
import html
import mimetypes
import sys
import webbrowser
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from briefing.commands.stores import add_store_option, store_of
from briefing.errors import BriefingError, OutputError
from briefing.manifest import load_manifest, run_command
from briefing.model import Manifest
from briefing.outputs import Outputs
from briefing.pipeline import outputs_of

PAGE = "briefing.html"
_VERSION = "/.version"
_RELOAD = f"""
(function () {{
  const seen = "SEEN";
  setInterval(async function () {{
    try {{
      const now = await (await fetch("{_VERSION}")).text();
      if (now && now !== seen) location.reload();
    }} catch (gone) {{}}
  }}, 500);
}})();
"""
_TEXT = {".md": "text/plain; charset=utf-8", ".json": "application/json"}
_LINED = (".md", ".markdown", ".txt")
_LINES_OF = """<!doctype html><html><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>NAME</title>
<style>body { margin: 0 auto; max-width: 60rem; padding: 1rem; color-scheme: light dark }
pre { white-space: pre-wrap; counter-reset: line; overflow-wrap: anywhere; font: .9rem/1.6 ui-monospace, monospace }
i { display: block; font-style: normal; padding-inline-start: 4em; counter-increment: line; scroll-margin-top: 30vh }
i::before { content: counter(line); float: inline-start; margin-inline-start: -4em; color: gray }
i:target { background: #fd06 }</style>
<pre dir="auto">"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("manifest", metavar="MANIFEST", type=Path, help="sources/NAME.yaml")
    add_store_option(parser)
    parser.add_argument("--port", type=int, default=0, metavar="N", help="of this machine (default: any that is free)")
    parser.add_argument("--no-open", action="store_true", help="print the address, and open no browser")


def main(options: argparse.Namespace) -> int:
    manifest, store = load_manifest(options.manifest), store_of(options)
    outputs = outputs_of(manifest, store)
    if outputs.read(PAGE) is None:
        hint = f"Make it: {run_command(options.manifest, store)}"
        raise OutputError("there is no page yet", where=f"{outputs.place}/{PAGE}", hint=hint)
    try:
        server = serve(manifest, options.port, store)
    except (OSError, OverflowError) as error:
        what = f"port {options.port} cannot be had ({error})"
        raise BriefingError(what, where="--port", hint="Leave it out to take any that is free.") from None
    address = f"http://127.0.0.1:{server.server_address[1]}/outputs/{quote(manifest.name)}/{PAGE}"
    print(f"{address}\nReloads when the files change. Ctrl-C ends it.", flush=True)
    if not options.no_open:
        webbrowser.open(address)
    try:
        server.serve_forever(poll_interval=0.2)
    except KeyboardInterrupt:
        print(file=sys.stderr)
    finally:
        server.server_close()
    return 0


def serve(manifest: Manifest, port: int = 0, store: str = "") -> ThreadingHTTPServer:
    """A server of one briefing, not yet running. store: where it stands; "" is the project."""
    made = {f"/outputs/{manifest.name}/{name}": name for name in (PAGE, "briefing.md", "briefing.json")}
    seams = {"files": _files(manifest), "made": made, "outputs": outputs_of(manifest, store)}
    return ThreadingHTTPServer(("127.0.0.1", port), type("Handler", (_Handler,), seams))


def _files(manifest: Manifest) -> dict[str, Path]:
    """The sources that may be asked for, by their paths."""
    root, folder = Path(manifest.root).resolve(), Path(manifest.path).parent
    named = [folder / place for s in manifest.sources for place in (s.path, s.fallback, s.feed) if place]
    real = [path.resolve() for path in named if "://" not in str(path)]
    return {f"/{path.relative_to(root).as_posix()}": path for path in real if path.is_relative_to(root)}


class _Handler(BaseHTTPRequestHandler):
    files: Mapping[str, Path]
    made: Mapping[str, str]  # names of outputs, by their paths
    outputs: Outputs

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base gives it
        """Say nothing: the address is all that a reader wants to see."""

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if self.headers.get("Host", "").rpartition(":")[0] not in ("127.0.0.1", "localhost"):
            self._send(HTTPStatus.FORBIDDEN, b"", "text/plain")
        elif path == _VERSION:
            self._send(HTTPStatus.OK, self._version(), "text/plain")
        elif path in self.made and (content := self._output(self.made[path])) is not None:
            name = self.made[path]
            self._send(HTTPStatus.OK, reloading(content) if name == PAGE else content, _kind(name))
        elif path in self.files and self.files[path].is_file():
            file = self.files[path]
            content = file.read_bytes()
            if file.suffix.lower() in _LINED:
                self._send(HTTPStatus.OK, lined(file.name, content), "text/html; charset=utf-8")
            else:
                self._send(HTTPStatus.OK, content, _kind(file.name))
        else:
            self._send(HTTPStatus.NOT_FOUND, b"Not a file of this briefing.", "text/plain")

    def _version(self) -> bytes:
        """Changes when the page does. While it is being replaced, there may be none."""
        page = self._output(PAGE)
        return b"" if page is None else version(page).encode()

    def _output(self, name: str) -> bytes | None:
        """None where there is none, or it cannot be read now."""
        try:
            return self.outputs.read(name)
        except OutputError:
            return None

    def _send(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        self.send_response(status)
        for name, value in (
            ("Content-Type", kind),
            ("Content-Length", str(len(content))),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)


def _kind(name: str) -> str:
    return _TEXT.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"


def lined(name: str, content: bytes) -> bytes:
    """A text as a page of its lines: #L12 leads to the twelfth."""
    lines = content.decode("utf-8", "replace").split("\n")
    made = "".join(f'<i id="L{number}">{html.escape(line)}\n</i>' for number, line in enumerate(lines, 1))
    return f"{_LINES_OF.replace('NAME', html.escape(name))}{made}</pre></html>\n".encode("utf-8", "replace")


def version(page: bytes) -> str:
    """Another one for each page."""
    return hashlib.sha256(page).hexdigest()


def reloading(page: bytes) -> bytes:
    """The page with a script that reloads it when there is another: its policy allows that script, and to ask this
    server. The script knows which page it came with, so that no change is missed while it loads."""
    script = _RELOAD.replace("SEEN", version(page))
    hashed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    allowed = f"script-src 'sha256-{hashed}' ".encode()
    page = page.replace(b"script-src ", b"connect-src 'self'; " + allowed, 1)
    return page.replace(b"</body>", f"<script>{script}</script>\n</body>".encode(), 1)
