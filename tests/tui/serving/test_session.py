"""What goes between a page and the program that runs in it."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import ClientWebSocketResponse, WSCloseCode, WSMsgType

from tests.tui.serving.conftest import PATIENCE, Site, site
from tui.serving import session

PROTOCOL = r"""
import os, sys
out = sys.stdout.buffer
def write(kind, payload):
    out.write(kind + len(payload).to_bytes(4, "big") + payload)
    out.flush()
def packets():
    read = sys.stdin.buffer.read
    while kind := read(1):
        yield kind + read(int.from_bytes(read(4), "big"))
out.write(b"__GANGLION__\n")
"""
ECHO = (
    PROTOCOL
    + r"""
write(b"D", f"{os.environ['COLUMNS']}x{os.environ['ROWS']} {os.environ['TEXTUAL_DRIVER']}".encode())
for packet in packets():
    write(b"D", packet)
    if b'"quit"' in packet or packet == b"Dq":
        write(b"M", b'{"type": "exit"}')
        break
"""
)
"""Draws its size, then whatever is sent to it, until it is asked to quit."""
DELIVER = (
    PROTOCOL
    + r"""
write(b"M", b'{"type": "deliver_file_start", "key": "k1", "path": "/a/my notes.svg", "open_method": "browser", '
            b'"mime_type": "image/svg+xml", "encoding": ""}')
chunks = [b"0:", b"5:<svg>"]
for packet in packets():
    if b"deliver_chunk_request" in packet:
        write(b"P", b"ts13:deliver_chunks2:k1" + chunks.pop() + b"e")
    elif b'"quit"' in packet:
        break
"""
)
"""Delivers a file."""
DEAF = r"""
import signal, sys, time
from pathlib import Path
sys.stdout.write("__GANGLION__\n")
sys.stdout.flush()
signal.signal(signal.SIGTERM, signal.SIG_IGN)
Path(sys.argv[1]).write_text("begun")
time.sleep(60)
Path(sys.argv[1]).write_text("ended by itself")
"""
LOUD = r"""
import sys
from pathlib import Path
out = sys.stdout.buffer
out.write(b"__GANGLION__\n")
for _ in range(1000):
    out.write(b"D" + (4096).to_bytes(4, "big") + b"." * 4096)
out.flush()
Path(sys.argv[1]).write_text("all written")
"""


@asynccontextmanager
async def page(there: Site, query: str = "") -> AsyncIterator[ClientWebSocketResponse]:
    """The websocket of a page that opens."""
    async with there.client.ws_connect(f"{there.root}/ws{query}", headers={"Origin": there.origin}) as websocket:
        yield websocket


async def drawn(websocket: ClientWebSocketResponse, until: bytes = b"") -> str:
    """What is drawn until these words are, or until the page is closed where none are given."""
    shown = b""
    async with asyncio.timeout(PATIENCE):
        while not until or until not in shown:
            message = await websocket.receive()
            if message.type is not WSMsgType.BINARY:
                assert not until, f"the page was closed after {shown!r}"
                break
            shown += message.data
    return shown.decode()


def last_words(shown: str) -> str:
    """What stands on the page that is left."""
    return shown.rpartition(session.EMPTY)[2]


async def test_a_program_draws_in_the_size_of_its_page_and_gets_what_is_typed() -> None:
    async with site("-c", ECHO) as there, page(there, "?width=100&height=30") as websocket:
        assert await drawn(websocket, b"PageDriver") == "100x30 tui.serving.driver:PageDriver"
        await websocket.send_str(json.dumps(["stdin", "añ\ud800"]))
        assert await drawn(websocket, b"?") == "Dañ?"
        await websocket.send_str(json.dumps(["resize", {"width": 90, "height": 20}]))
        assert json.loads((await drawn(websocket, b"}"))[1:]) == {"type": "resize", "width": 90, "height": 20}
        await websocket.send_str(json.dumps(["focus"]))
        assert "focus" in await drawn(websocket, b"}")
        await websocket.send_str(json.dumps(["ping", "7"]))
        assert (await websocket.receive_json(timeout=PATIENCE)) == ["pong", "7"]


@pytest.mark.parametrize("query", ["?width=-3&height=x", "?width=0&height=100000", "?width=９９&height="])
async def test_a_size_that_no_page_has_is_that_of_any_terminal(query: str) -> None:
    async with site("-c", ECHO) as there, page(there, query) as websocket:
        assert (await drawn(websocket, b" ")).startswith("80x24 ")


async def test_what_no_page_sends_does_nothing_and_what_is_no_message_closes() -> None:
    async with site("-c", ECHO) as there, page(there) as websocket:
        await drawn(websocket, b"PageDriver")
        for odd in (
            "[]",
            "{}",
            "7",
            '["stdin"]',
            '["stdin", 7]',
            '["resize", {"width": 9999, "height": 1}]',
            '["quit"]',
        ):
            await websocket.send_str(odd)
        await websocket.send_str(json.dumps(["stdin", "still here"]))
        assert await drawn(websocket, b"here") == "Dstill here"
        await websocket.send_str("{")
        await drawn(websocket)
        assert websocket.close_code == WSCloseCode.INVALID_TEXT


async def test_a_program_that_ends_says_that_all_is_saved() -> None:
    async with site("-c", ECHO) as there, page(there) as websocket:
        await websocket.send_str(json.dumps(["stdin", "q"]))
        assert last_words(await drawn(websocket)) == "The review is closed; every decision is saved."


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("import sys; sys.exit('news.db is no database')", "news.db is no database"),
        ("import sys; print('first', file=sys.stderr); sys.exit('last \\x1b]0;title\\x07')", "last ␛]0;title␇"),
        ("import sys; sys.exit(3)", "the review ended with exit code 3; every decision is saved"),
        ("print('no app')", "The review is closed; every decision is saved."),
        (ECHO + "\nsys.exit('place not kept: disk full')", "place not kept: disk full"),
    ],
)
async def test_what_a_program_said_last_stays_on_its_page(program: str, words: str) -> None:
    async with site("-c", program) as there, page(there) as websocket:
        await websocket.send_str(json.dumps(["stdin", "q"]))
        assert last_words(await drawn(websocket)) == words


async def test_what_a_program_said_before_it_ended_stands_in_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    said = "import sys; sys.exit('first\\n \\x1b[2Jsecond')"
    async with site("-c", said) as there, page(there) as websocket:
        await drawn(websocket)
    assert capsys.readouterr().err == "first\n␛[2Jsecond\n"


async def test_when_the_page_closes_its_program_is_asked_to_end(tmp_path: Path) -> None:
    asked = tmp_path / "asked"
    async with site("-c", f"{ECHO}\nopen(sys.argv[1], 'wb').write(packet)", str(asked)) as there:
        async with page(there) as websocket:
            await drawn(websocket, b"PageDriver")
        async with asyncio.timeout(PATIENCE):
            while not asked.exists():
                await asyncio.sleep(0.01)
    assert json.loads(asked.read_text()[1:]) == {"type": "quit"}


async def test_a_program_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "PATIENCE", 0.2)
    said = tmp_path / "said"
    async with site("-c", DEAF, str(said)) as there, page(there):
        async with asyncio.timeout(PATIENCE):
            while not said.exists():
                await asyncio.sleep(0.01)
    # The server waits for its programs before it ends.
    assert said.read_text() == "begun"


async def test_a_program_is_read_to_its_end_though_its_page_is_gone(tmp_path: Path) -> None:
    said = tmp_path / "said"
    async with site("-c", LOUD, str(said)) as there:
        async with page(there) as websocket:
            await websocket.receive(timeout=PATIENCE)
        async with asyncio.timeout(PATIENCE):
            while not said.exists():
                await asyncio.sleep(0.01)


async def test_when_the_server_ends_its_pages_say_so() -> None:
    async with site("-c", ECHO) as there, page(there) as websocket:
        await drawn(websocket, b"PageDriver")
        pages = asyncio.create_task(drawn(websocket))
        await there.runner.shutdown()
        assert last_words(await pages) == "The server has ended; every decision is saved."


async def test_a_file_that_the_program_delivers_is_fetched_with_the_token() -> None:
    async with site("-c", DELIVER) as there, page(there) as websocket:
        kind, told = await websocket.receive_json(timeout=PATIENCE)
        assert (kind, told) == ("open_url", {"url": f"/{there.token}/download/k1", "new_tab": True})
        async with there.client.get(f"{there.origin}/download/k1") as answer:
            assert answer.status == 403
        async with there.client.get(there.origin + told["url"]) as answer:
            assert await answer.text() == "<svg>"
            assert answer.headers["Content-Type"] == "image/svg+xml"
            assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''my%20notes.svg"
