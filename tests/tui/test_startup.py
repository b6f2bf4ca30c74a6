"""What the app imports before it paints."""

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import asyncio, sys
from pathlib import Path
from annotations import ontology
from annotations.review.session import ReviewSession
from annotations.store.connection import open_database
from tui.app import GoldwireApp

async def main():
    app = GoldwireApp(ReviewSession(open_database(Path(sys.argv[1])), ontology.load(), "ana"))
    async with app.run_test() as pilot:
        await pilot.pause(0.1)
        await pilot.press("a")
        await pilot.pause(0.1)
        assert app.reviewing.session.candidates[0].state == "accepted"
        print(" ".join(sorted({name.partition(".")[0] for name in sys.modules})))

asyncio.run(main())
"""


def test_review_paints_and_decides_without_the_heavy_libraries(database: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(database)], capture_output=True, text=True, check=False, timeout=120
    )
    assert run.returncode == 0, run.stderr
    loaded = set(run.stdout.split())
    assert "textual" in loaded
    assert not loaded & {"spacy", "numpy", "sqlite_utils", "thinc", "pandas"}
