"""The review in a browser: who gets in, and that keys there decide as in a terminal."""

import os
import re
import shutil
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientSession, WSServerHandshakeError
from playwright.async_api import Browser, Error, async_playwright

from tests.end_to_end.conftest import goldwire
from tests.end_to_end.ledger import is_sound, proposed, verdicts
from tests.end_to_end.served import Served, Shown
from tests.end_to_end.sitting import SECOND
from tests.processes import descendants, wait_for_the_end_of

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
ACCENT = "#e6b450"
"""The ground of the selected trigger in the dark theme."""


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A headless Chromium: the system's, else Playwright's own."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    async with async_playwright() as playwright:
        executable = found or playwright.chromium.executable_path
        if not Path(executable).exists():
            pytest.skip(f"no browser: none of {', '.join(BROWSERS)}, nor Playwright's own")
        try:
            # Chromium's sandbox does not work for root.
            sandbox = ["--no-sandbox"] if os.getuid() == 0 else []
            launched = await playwright.chromium.launch(executable_path=executable, args=sandbox)
        except Error as error:
            pytest.skip(f"the browser {executable} does not start: {error.message.splitlines()[0]}")
        yield launched
        await launched.close()


def served(database: Path, *more: str | Path) -> Served:
    """The server for this database, with candidates that need no extraction."""
    return Served(
        *("--db", database, "--reviewer", "ana", "--extractor", SECOND, *more),
        folder=database.parent,
    )


async def page_of(browser: Browser, address: str, words: str = r"candidate \d+ of") -> Shown:
    """A new page, when these words stand in it: a pattern, by default the place in the status line."""
    shown = Shown(await browser.new_page(viewport={"width": 1280, "height": 800}))
    await shown.page.goto(address)
    await shown.wait_until(lambda text: re.search(words, text) is not None, words)
    return shown


async def test_only_who_has_the_address_gets_in_and_no_other_site(database: Path) -> None:
    with served(database) as server:
        *_, token, _ = server.address.split("/")
        origin = server.address.removesuffix(f"/{token}/")
        wrong = origin + "/" + "A" * len(token)
        foreign = {"Origin": "http://elsewhere.invalid"}
        rebound = {"Host": "rebound.invalid", "Origin": "http://rebound.invalid"}
        own = {"Origin": origin}

        async with ClientSession() as client:

            async def page(url: str, headers: dict[str, str] | None = None) -> tuple[int, str]:
                async with client.get(url, headers=headers, allow_redirects=False) as answer:
                    return answer.status, await answer.text()

            async def websocket(url: str, headers: dict[str, str] | None = None) -> int:
                try:
                    async with client.ws_connect(url, headers=headers):
                        return 101
                except WSServerHandshakeError as refused:
                    return refused.status

            for refused in (
                await page(f"{origin}/"),
                await page(f"{wrong}/"),
                await page(f"{origin}/page/page.js"),
                await page(f"{origin}/download/0"),
                await page(server.address, foreign),
                await page(server.address, {"Host": "rebound.invalid"}),
            ):
                assert refused[0] == 403
                assert re.fullmatch(r"refused: .+\n", refused[1])
            assert await websocket(f"{origin}/ws", own) == 403
            assert await websocket(f"{wrong}/ws", own) == 403
            assert await websocket(f"{server.address}ws") == 403
            assert await websocket(f"{server.address}ws", foreign) == 403
            assert await websocket(f"{server.address}ws", rebound) == 403
            assert not descendants(server.pid)

            assert (await page(server.address))[0] == 200
            assert await websocket(f"{server.address}ws", own) == 101


async def test_keys_in_a_browser_decide(database: Path, browser: Browser) -> None:
    first = proposed(database)[0]
    with served(database) as server:
        shown = await page_of(browser, server.address)
        assert first.trigger.text in shown.text
        assert "candidate 1 of" in shown.text
        await shown.decide("a", "1 accepted")
        await shown.decide("x", "2 rejected")
        await shown.press("u")
        await shown.wait_until(lambda text: "2 rejected" not in text, "the undo")
        assert verdicts(database) == {1: "accept"}
        await shown.press("Control+r")
        await shown.wait_for("redid")
        assert verdicts(database) == {1: "accept", 2: "reject"}

        await shown.wait_for_pixels(ACCENT, 500)

        site = server.address.split("/")[2]
        assert len(shown.requests) >= 6
        assert {address.split("/")[2] for address in shown.requests} == {site}
        assert not shown.complaints


async def test_who_quits_may_open_again_where_they_left(database: Path, browser: Browser) -> None:
    with served(database) as server:
        shown = await page_of(browser, server.address)
        await shown.decide("a", "1 accepted")
        await shown.press("q")
        await shown.wait_for("The review is closed; every decision is saved.")
        await shown.page.get_by_role("button", name="Open again").wait_for()
        await shown.press("Enter")
        await shown.wait_for("candidate 2 of")


async def test_two_pages_decide_in_one_database(database: Path, browser: Browser) -> None:
    with served(database) as server:
        first = await page_of(browser, server.address)
        second = await page_of(browser, server.address)
        await first.decide("a", "1 accepted")
        await second.press("G")
        await second.decide("x", "rejected")
        decided = verdicts(database)
        assert sorted(decided.values()) == ["accept", "reject"]
        await second.wait_until(lambda text: re.search(r" 2 of \d+ decided", text) is not None, "the other's decision")
    assert is_sound(database)


async def test_ctrl_c_ends_the_server_and_every_page(database: Path, browser: Browser) -> None:
    with served(database) as server:
        shown = await page_of(browser, server.address)
        await shown.decide("a", "1 accepted")
        under_it = descendants(server.pid)
        assert under_it
        assert server.interrupt() == 130
        assert server.notes.splitlines()[-1] == "stopped; every decision is saved"
        await shown.wait_for("The server has ended; every decision is saved.")
    wait_for_the_end_of(under_it)
    assert not database.with_name("goldwire.db-wal").exists()
    assert is_sound(database)
    assert verdicts(database) == {1: "accept"}
    with served(database) as server:
        await page_of(browser, server.address)


async def test_a_server_that_is_killed_leaves_nothing_running(database: Path, browser: Browser) -> None:
    with served(database) as server:
        shown = await page_of(browser, server.address)
        await shown.decide("a", "1 accepted")
        under_it = descendants(server.pid)
        server.kill()
    wait_for_the_end_of(under_it)
    assert is_sound(database)
    assert verdicts(database) == {1: "accept"}


async def test_a_review_that_is_refused_says_why_in_its_page(database: Path, browser: Browser) -> None:
    with served(database) as server:
        database.write_text("no database any more " * 100)
        shown = await page_of(browser, server.address, "is no database")
        await shown.page.get_by_role("button", name="Open again").wait_for()


async def test_what_is_new_is_imported_and_extracted_as_by_a_review(tmp_path: Path, browser: Browser) -> None:
    (tmp_path / "news").mkdir()
    text = (
        "Rebels shell Orva port\n\nTOREN (Coastal Wire) - Rebels shelled the port of Orva on Tuesday, officials said.\n"
    )
    (tmp_path / "news" / "orva.txt").write_text(text)
    with Served("news", "--reviewer", "ana", folder=tmp_path) as server:
        assert "extracting the first article" in server.notes
        shown = await page_of(browser, server.address)
        await shown.decide("a", "1 accepted")
    assert list(verdicts(tmp_path / "goldwire.db").values()) == ["accept"]


def test_nothing_to_review_is_refused_before_anything_is_served(tmp_path: Path) -> None:
    refused = goldwire("serve", "--db", tmp_path / "none.db")
    assert (refused.code, refused.output, refused.notes.count("\n")) == (1, b"", 1)
    assert list(tmp_path.iterdir()) == []


def test_a_port_that_is_taken_is_refused_in_one_line(database: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refused = goldwire("serve", "--db", database, "--port", str(port))
    assert (refused.code, refused.output, refused.notes.count("\n")) == (1, b"", 1)
    assert f"port {port}" in refused.notes
