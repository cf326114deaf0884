"""A real object store over HTTP: moto's server, which speaks S3, as a process of its own.

with object_store() as environment:
    ...  # environment: what a process needs to reach the bucket s3://briefings
"""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from socket import create_server

BUCKET = "s3://briefings"


def missing() -> str:
    """Why there is no object store here, or ""."""
    absent = [name for name in ("moto", "flask", "s3fs") if find_spec(name) is None]
    return f"needs {' and '.join(absent)} (pip install 'moto[server]' s3fs)" if absent else ""


@contextmanager
def object_store() -> Iterator[dict[str, str]]:
    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    quiet = {**os.environ, "PYTHONWARNINGS": "ignore"}
    server = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=quiet,
    )  # fmt: skip
    try:
        _wait_for(f"{address}/moto-api/", server)
        bucket = urllib.request.Request(f"{address}/briefings", method="PUT", data=b"")
        bucket.add_header(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=k/20310101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=x",
        )
        urllib.request.urlopen(bucket, timeout=10).close()
        yield {
            "AWS_ACCESS_KEY_ID": "key-of-the-store", "AWS_SECRET_ACCESS_KEY": "secret-of-the-store",
            "AWS_DEFAULT_REGION": "us-east-1", "AWS_ENDPOINT_URL": address, "NO_PROXY": "127.0.0.1",
        }  # fmt: skip
    finally:
        server.kill()
        server.wait()


def _wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(300):
        if server.poll() is not None:
            raise AssertionError("the object store ended before it began")
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the object store does not answer")
