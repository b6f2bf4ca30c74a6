"""The sample, imported and extracted once by the program itself, and copies of that database for tests to work on."""

import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.end_to_end.sitting import SECOND
from tests.terminal import COMMAND, PATIENCE, environment

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@dataclass(frozen=True, slots=True)
class Run:
    """What a command without a terminal came to."""

    code: int
    output: bytes
    notes: str
    """What it said on standard error."""


def goldwire(*arguments: str | Path) -> Run:
    """Run the program without a terminal, with nothing to read."""
    ended = subprocess.run(
        [COMMAND, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(),
        timeout=PATIENCE,
        check=False,
    )
    return Run(ended.returncode, ended.stdout, ended.stderr.decode())


@dataclass(frozen=True, slots=True)
class Sample:
    """The project's own corpus in a database, and what making it said."""

    seeds: Path
    database: Path
    made: Run


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """``goldwire review seeds`` without a terminal: everything imported and extracted, nothing decided.

    What the rules propose is there once more as another extractor's.
    """
    folder = tmp_path_factory.mktemp("sample")
    seeds = folder / "seeds"
    seeds.mkdir()
    for source in SEEDS.glob("ceasefires-*.txt"):  # Whatever else a user put there stays out.
        shutil.copy(source, seeds)
    database = folder / "goldwire.db"
    made = goldwire("review", seeds, "--db", database, "--reviewer", "ana")
    predictions = folder / "predictions.jsonl"
    goldwire("export", "--candidates", "rules", "-o", predictions, "--db", database)
    again = goldwire("import", predictions, "--predictions", SECOND, "--db", database)
    assert again.code == 0, made.notes + again.notes
    return Sample(seeds, database, made)


@pytest.fixture(scope="session")
def copy_of(sample: Sample) -> Callable[[Path], Path]:
    """Copies the sample's database to a path; what its write-ahead log holds is copied with it."""

    def copied(path: Path) -> Path:
        with closing(sqlite3.connect(sample.database)) as original, closing(sqlite3.connect(path)) as copy:
            original.backup(copy)
        return path

    return copied


@pytest.fixture
def database(copy_of: Callable[[Path], Path], tmp_path: Path) -> Path:
    """The sample's database for one test to work on."""
    return copy_of(tmp_path / "goldwire.db")
