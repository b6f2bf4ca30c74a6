"""Every screen at every size looks as it did when someone last looked at it."""

from pathlib import Path

import pytest

from tests.end_to_end.snapshots import FOLDER, SIZES, screens


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_every_screen_looks_as_it_was_seen(columns: int, rows: int, tmp_path: Path) -> None:
    seen = (FOLDER / f"{columns}x{rows}.txt").read_text("utf-8")
    assert screens(columns, rows, tmp_path).splitlines() == seen.splitlines()
