"""The benchmark of the judge: its commands run, count what they say, and hide the labels from who answers."""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.servers.model_server import Answer, ModelServer, completion
from tests.steps.kilns import write_project
from tests.steps.test_judge import TRUE, TURNED, Model, is_judging, statements, verdict

ROOT = Path(__file__).parents[1]


def benchmark(*arguments: str, **environment: str) -> str:
    command = [sys.executable, str(ROOT / "benchmarks" / "judge.py"), *arguments]
    environment = {**os.environ, "BRIEFING_MODEL": "scripted", **environment}
    return subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True, timeout=120).stdout


def test_planted_lies() -> None:
    """A judge that finds nothing carried catches all lies, and refuses all that is true."""

    def refuses(request: dict[str, Any], _: int) -> Answer:
        assert is_judging(request)
        assert not re.search(r"\blie\b|\btrue\b|unseen|pairing", request["messages"][1]["content"])
        name = re.findall(r'"reply_to" is "([^"]*)"', request["messages"][1]["content"])[-1]
        return completion(
            {"reply_to": name, "no": list(range(1, len(statements(request)) + 1)), "partly": [], "yes": []}
        )

    with ModelServer(refuses) as server:
        said = benchmark("blind", OPENAI_BASE_URL=server.base_url)
    rows = re.findall(
        r"^\| \*\*(all lies|true)\*\* \| (\d+) \| (\d+) \| (\d+) \| 0 \| 0 \| (\d+) \|$", said, re.MULTILINE
    )
    assert len(rows) == 6
    assert all(there == no == either for _, there, _, no, either in rows)
    assert f"{len(server.requests)} calls, {100 * len(server.requests):,} tokens in" in said


def test_a_folder_of_replies_stands_for_a_server(tmp_path: Path) -> None:
    """It is asked through the folder, and gives the same figures again from it."""
    command = [sys.executable, str(ROOT / "benchmarks" / "judge.py"), "blind", "--replies", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        while running.poll() is None:
            for prompt in tmp_path.glob("*.prompt.txt"):
                reply = prompt.with_name(prompt.name.replace(".prompt.txt", ".reply.json"))
                text = prompt.read_text(encoding="utf-8")
                if not reply.exists() and (name := re.findall(r'"reply_to" is "([^"]*)"\.$', text)):
                    passed = tmp_path / "reply"
                    numbers = [int(number) for number in re.findall(r"^STATEMENT (\d+)", text, re.MULTILINE)]
                    passed.write_text(json.dumps({"reply_to": name[-1], "yes": numbers, "no": [], "partly": []}))
                    passed.rename(reply)
            time.sleep(0.05)
        said = running.stdout.read() if running.stdout else ""
    assert re.search(r"\*\*true\*\* \| (\d+) \| \d+ \| 0 \| 0 \| \1 \|", said)
    assert benchmark("blind", "--replies", str(tmp_path)) == said


def test_a_run(project: Path) -> None:
    path = str(write_project(project))
    with ModelServer(Model(TURNED, TRUE, verdicts=verdict(forgives="no"))) as server:
        said = benchmark("runs", path, OPENAI_BASE_URL=server.base_url)
    assert "| kilns | en | 1 | 0 | 0 | 1 | 0 | 0 | 0 | 2 of 7 | 240 of 840 = 29 % |" in said
    assert TURNED not in said
    assert not (project / "outputs" / "kilns").exists()  # in a copy
