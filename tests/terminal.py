"""A real terminal for the real program: a pseudo-terminal with an emulator behind it, driven by keys."""

import os
import signal
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

import pexpect
import pyte

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "space": " ",
    "backspace": "\x7f",
    "ctrl+r": "\x12",
    "ctrl+p": "\x10",
    "up": "\x1b[A",
    "down": "\x1b[B",
}
PATIENCE = 60.0
"""Seconds until a test gives up: a slow machine is no failure."""


class Terminal:
    """A program in a terminal of ``columns`` × ``rows``; a context manager that ends it."""

    def __init__(
        self,
        arguments: list[str],
        *,
        folder: Path,
        columns: int = 120,
        rows: int = 40,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", "tui.cli", *arguments],
            cwd=str(folder),
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(environment or {})},
            dimensions=(rows, columns),
            timeout=PATIENCE,
        )

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._child.close(force=True)

    @property
    def text(self) -> str:
        """The screen as it is, a line a row."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def press(self, *keys: str) -> None:
        """Press keys one by one, each when the screen has come to rest after the one before."""
        for key in keys:
            self.send(KEYS.get(key, key))
            self.rest()

    def send(self, keys: str) -> None:
        """Write raw keys in one go."""
        self._child.send(keys)

    def rest(self, quiet: float = 0.25) -> None:
        """Read until the program has written nothing for ``quiet`` seconds."""
        while self._read(quiet):
            pass

    def wait_for(self, text: str) -> str:
        """Read until ``text`` stands on the screen, in one line; the screen then."""
        until = time.monotonic() + PATIENCE
        while text not in self.text:
            if not self._read(0.1) and (time.monotonic() > until or not self._child.isalive()):
                raise AssertionError(f"{text!r} is not on the screen:\n{self.text}")
        return self.text

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)
        self.rest()

    def kill(self) -> None:
        """End the program as a power cut would."""
        self._child.kill(signal.SIGKILL)
        self._child.wait()

    def wait_for_exit(self) -> int:
        """Read to the end; the program's exit code."""
        until = time.monotonic() + PATIENCE
        while self._child.isalive() and time.monotonic() < until:
            self._read(0.1)
        self._child.close(force=True)
        return int(self._child.exitstatus if self._child.exitstatus is not None else -1)

    def _read(self, seconds: float) -> bool:
        try:
            data = self._child.read_nonblocking(1 << 16, timeout=seconds)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self._stream.feed(data)
        return True
