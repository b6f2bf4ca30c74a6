"""A real terminal for the real program: a pseudo-terminal with an emulator behind it, driven by keys."""

import os
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType

import pexpect  # type: ignore[import-untyped]
import pyte
from pyte.screens import Char

COMMAND = Path(sys.executable).with_name("goldwire")
"""The console command, as the project's installation put it beside its Python."""
KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "space": " ",
    "backspace": "\x7f",
    "ctrl+f": "\x06",
    "ctrl+r": "\x12",
    "ctrl+p": "\x10",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "f1": "\x1bOP",
}
PATIENCE = 40.0
"""Seconds until a test gives up: a slow machine is no failure."""
ANSWER = 0.6
"""Seconds that a key has to begin to change the screen; some keys change nothing."""
CHORD = 0.2
"""Seconds after which an escape is certainly a key of its own and no beginning of a chord."""
QUIET = 0.05
"""Seconds without output after which the screen is at rest."""


def environment(**variables: str) -> dict[str, str]:
    """The environment of a program under test: this one, without what would steer the program from outside."""
    steering = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "COLUMNS", "LINES", "GOLDWIRE_", "TEXTUAL")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(steering)}
    own = {"GOLDWIRE_CONFIG": os.devnull}
    return {**kept, **own, "TERM": "xterm-256color", "COLORTERM": "truecolor", **variables}


class Terminal:
    """goldwire in a terminal of ``columns`` × ``rows``; a context manager that closes it.

    The screen is what was read of the program's output so far; every method that waits reads.
    """

    def __init__(
        self,
        *arguments: str | Path,
        folder: Path,
        columns: int = 120,
        rows: int = 40,
        variables: Mapping[str, str] | None = None,
    ) -> None:
        self.written = bytearray()
        """Every byte that the program wrote."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._child = pexpect.spawn(
            str(COMMAND),
            [str(argument) for argument in arguments],
            cwd=str(folder),
            env=environment(**(variables or {})),
            dimensions=(rows, columns),
            timeout=PATIENCE,
        )
        self._child.delaybeforesend = None

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the terminal, as closing its window does; what still runs in it ends."""
        self._child.close(force=True)

    @property
    def pid(self) -> int:
        """The program's process."""
        return int(self._child.pid)

    # The screen

    @property
    def rows(self) -> list[str]:
        """The screen as it is, row by row."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The screen as it is, a line a row."""
        return "\n".join(self.rows)

    def grid(self) -> list[list[Char]]:
        """Every cell of the screen with its attributes; the second cell of a wide character is empty."""
        screen = self._screen
        return [[screen.buffer[row][column] for column in range(screen.columns)] for row in range(screen.lines)]

    # Keys

    def press(self, *keys: str) -> None:
        """Press keys one by one, each when the screen has come to rest after the one before."""
        for key in keys:
            self.send(KEYS.get(key, key))
            self._read(ANSWER)
            self.rest(CHORD if key == "escape" else QUIET)

    def send(self, keys: str) -> None:
        """Write keys in one go, without waiting for anything."""
        self._child.send(keys)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self.rest()
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)
        self._read(ANSWER)
        self.rest()

    # Waiting

    def rest(self, quiet: float = QUIET) -> None:
        """Read until the program has written nothing for ``quiet`` seconds."""
        until = time.monotonic() + PATIENCE
        while self._read(quiet):
            assert time.monotonic() < until, f"the screen never comes to rest:\n{self.text}"

    def wait_for(self, text: str) -> str:
        """Read until ``text`` stands on the screen, in one row, and the screen is at rest; the screen then."""
        return self.wait_until(lambda screen: text in screen, repr(text))

    def wait_until(self, condition: Callable[[str], bool], what: str) -> str:
        """Read until the screen's text meets ``condition`` and is at rest; the screen then.

        Raises:
            AssertionError: the program ended, or patience did; with ``what`` was waited for and the screen.
        """
        until = time.monotonic() + PATIENCE
        waited = False
        while not condition(self.text):
            waited = True
            alive = self._read(0.1) or self._child.isalive()
            assert alive, f"the program ended without {what} on the screen:\n{self.text}"
            assert time.monotonic() < until, f"{what} is not on the screen:\n{self.text}"
        if waited:
            self.rest()
        return self.text

    # Ends

    def kill(self) -> None:
        """End the program as a power cut would."""
        self._child.kill(signal.SIGKILL)
        self._child.wait()

    def terminate(self) -> None:
        """Ask the program to end."""
        self._child.kill(signal.SIGTERM)

    def wait_for_exit(self) -> int:
        """Read to the end; the program's exit code."""
        until = time.monotonic() + PATIENCE
        while self._child.isalive():
            self._read(0.1)
            assert time.monotonic() < until, f"the program does not end:\n{self.text}"
        self.rest()
        code = self._child.exitstatus
        assert code is not None, f"the program was ended by signal {self._child.signalstatus}"
        return int(code)

    def _read(self, seconds: float) -> bool:
        """Take in what the program writes within ``seconds``; whether that was anything."""
        try:
            output = self._child.read_nonblocking(1 << 16, timeout=seconds)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.written += output
        self._stream.feed(output)
        return True
