"""Draws README's picture: the real app over the sample corpus, after a few keys. Run by ``make readme``."""

import asyncio
from pathlib import Path

from examples.sample import picture_of, sample_app
from tui.app import GoldwireApp

PICTURE = Path(__file__).with_name("review.svg")
SIZE = (120, 36)
KEYS = "aasaj"
"""Three accepted, one skipped, and the one after looked at."""


async def draw(app: GoldwireApp) -> str:
    """The app's screen as SVG, after the keys."""
    async with app.run_test(size=SIZE) as pilot:
        for key in KEYS:
            await pilot.pause()
            await pilot.press(key)
        await pilot.pause()
        return picture_of(app)


def main() -> None:
    """Draw it."""
    with sample_app() as app:
        PICTURE.write_text(asyncio.run(draw(app)), "utf-8")


if __name__ == "__main__":
    main()
