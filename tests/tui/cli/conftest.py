"""The program as a user calls it: in a process and a folder of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Ended:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """What it said on standard error, line by line."""
        return self.err.splitlines()


class Program:
    """``goldwire``, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        kept = {key: value for key, value in os.environ.items() if not key.startswith("GOLDWIRE_")}
        self.environment = {**kept, "GOLDWIRE_CONFIG": os.devnull}

    def __call__(self, *arguments: str | Path, stdin: bytes = b"", **environment: str) -> Ended:
        """Run it to its end."""
        ended = subprocess.run(
            self.command(*arguments),
            cwd=self.folder,
            input=stdin,
            capture_output=True,
            env=self.environment | environment,
            check=False,
            timeout=120,
        )
        return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    def done(self, *arguments: str | Path, stdin: bytes = b"") -> str:
        """Run it; it must end well. What it wrote to standard output."""
        ended = self(*arguments, stdin=stdin)
        assert ended.code == 0, ended
        return ended.out

    def refusal(self, *arguments: str | Path, stdin: bytes = b"") -> str:
        """Run it; it must refuse with one line and without output."""
        ended = self(*arguments, stdin=stdin)
        assert (ended.code, ended.out, len(ended.lines)) == (1, "", 1), ended
        return ended.lines[0]

    def begin(self, *arguments: str | Path, environment: Mapping[str, str] | None = None) -> "subprocess.Popen[str]":
        """Start it."""
        return subprocess.Popen(
            self.command(*arguments),
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self.environment | dict(environment or {}),
            text=True,
        )

    @staticmethod
    def command(*arguments: str | Path) -> list[str]:
        """The command line."""
        return [sys.executable, "-m", "tui.cli", *map(str, arguments)]


@pytest.fixture
def goldwire(tmp_path: Path) -> Program:
    """The program in an empty folder."""
    return Program(tmp_path)
