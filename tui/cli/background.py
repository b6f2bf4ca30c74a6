"""An extraction in a process of its own, while the app is on the screen."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from annotations.ontology import Ontology

PATIENCE = 10.0
"""Seconds that the process has to finish its article when it is asked to end."""


class Background:
    """``goldwire extract`` in a process of its own; what it says goes into a file, not onto the screen."""

    def __init__(self, process: subprocess.Popen[bytes], said: IO[bytes]) -> None:
        self._process = process
        self._said = said

    def poll(self) -> int | None:
        """The exit code, None while it runs."""
        return self._process.poll()

    def last_words(self) -> str:
        """The last line that it wrote to standard error."""
        self._said.seek(0)
        lines = self._said.read().decode("utf-8", "replace").splitlines()
        return lines[-1] if lines else f"the extraction ended with exit code {self.poll()}"

    def end(self) -> None:
        """End it, politely first."""
        self._process.terminate()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@contextmanager
def background(database: Path, known: Ontology, model: str | None) -> Iterator[Background]:
    """An extraction of all that is left in the database, for as long as the block runs."""
    # -P: a folder named like a package, where the user happens to work, is none.
    command = [sys.executable, "-P", "-m", "tui.cli", "extract"]
    command += ["--db", str(database), "--ontology", str(known.folder)]
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [*command, *(["--model", model] if model else [])],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
        )
        extraction = Background(process, said)
        try:
            yield extraction
        finally:
            extraction.end()
