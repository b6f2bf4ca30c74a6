"""An extraction in a process of its own, while the app is on the screen."""

import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from annotations.errors import ExtractorError
from annotations.ontology import Ontology
from tui.cli.errors import DONE

PATIENCE = 10.0
"""Seconds that the process has to finish its article when it is asked to end."""


class Background:
    """``goldwire extract`` in a process of its own; what it says goes into a file, not onto the screen."""

    def __init__(self, command: Sequence[str], said: IO[bytes], has_something_left: Callable[[], bool]) -> None:
        self.has_something_left = has_something_left
        """Whether there is anything to extract."""
        self.has_begun = False
        """Whether there was a beginning, be it only to see that nothing is left."""
        self._command = command
        self._said = said
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        """Begin where something is left to extract; once it has begun, do nothing.

        Raises:
            GoldwireError: it cannot be told whether anything is left, or no process begins.
        """
        if self.has_begun:
            return
        try:
            if self.has_something_left():
                self._process = subprocess.Popen(
                    self._command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self._said
                )
        except (OSError, sqlite3.Error) as error:
            raise ExtractorError(f"extraction cannot begin: {error}") from error
        self.has_begun = True

    def poll(self) -> int | None:
        """The exit code, None before it ends; where nothing was left it ended well."""
        if self._process is None:
            return DONE if self.has_begun else None
        return self._process.poll()

    def last_words(self) -> str:
        """The last line that it wrote to standard error."""
        self._said.seek(0)
        lines = self._said.read().decode("utf-8", "replace").splitlines()
        return lines[-1] if lines else f"the extraction ended with exit code {self.poll()}"

    def end(self) -> None:
        """End it, politely first."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@contextmanager
def background(
    database: Path, known: Ontology, model: str | None, has_something_left: Callable[[], bool]
) -> Iterator[Background]:
    """An extraction of all that is left in the database, to be begun while the block runs; it ends with it."""
    # -P: a folder named like a package, where the user happens to work, is none.
    command = [sys.executable, "-P", "-m", "tui.cli", "extract"]
    command += ["--db", str(database), "--ontology", str(known.folder)]
    with tempfile.TemporaryFile() as said:
        extraction = Background([*command, *(["--model", model] if model else [])], said, has_something_left)
        try:
            yield extraction
        finally:
            extraction.end()
