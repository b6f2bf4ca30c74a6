"""Draws README's picture: the real app over the sample corpus, after a few keys. Run by ``make readme``."""

import asyncio
import os
import re
import tempfile
from contextlib import closing
from pathlib import Path

from annotations import ontology
from annotations.extraction.builtin import MakeRules
from annotations.extraction.running import extract
from annotations.formats.importing import import_files
from annotations.review.session import ReviewSession
from annotations.store import reading
from annotations.store.connection import open_database
from tui.app import GoldwireApp

ROOT = Path(__file__).resolve().parents[1]
PICTURE = Path(__file__).with_name("review.svg")
SIZE = (120, 36)
KEYS = "aasaj"
"""Three accepted, one skipped, and the one after looked at."""


async def draw(session: ReviewSession) -> str:
    """The app's screen as SVG, after the keys."""
    app = GoldwireApp(session)
    async with app.run_test(size=SIZE) as pilot:
        for key in KEYS:
            await pilot.pause()
            await pilot.press(key)
        await pilot.pause()
        return app.export_screenshot(title="goldwire")


def main() -> None:
    """Import and extract the sample corpus in a folder of its own, and draw it in full colour."""
    os.environ["COLORTERM"] = "truecolor"
    os.environ.pop("NO_COLOR", None)
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_database(Path(folder) / "db", create=True)) as connection,
    ):
        conflict = ontology.load()
        list(import_files(connection, [str(ROOT / "seeds")], conflict))
        list(extract(connection, conflict, MakeRules(ontology.DEFAULT), list(reading.article_ids(connection))))
        picture = asyncio.run(draw(ReviewSession(connection, conflict, "ana")))
    # The picture is to be read offline: whatever monospace font there is will do.
    PICTURE.write_text(re.sub(r"@font-face\s*\{.*?\}", "", picture, flags=re.DOTALL), "utf-8")


if __name__ == "__main__":
    main()
