"""The server on a free port of this machine, with a program of the test's own in its pages."""

import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import ClientSession, ClientTimeout, web

from tui.cli.errors import note
from tui.serving.guard import Guard
from tui.serving.listening import listening
from tui.serving.server import Server

PATIENCE = 20.0
"""Seconds until a test gives up."""


@dataclass(frozen=True, slots=True)
class Site:
    """A running server, and a client that knows nothing of it."""

    origin: str
    token: str
    client: ClientSession
    runner: web.AppRunner

    @property
    def root(self) -> str:
        """The address that the user is given, without the last slash."""
        return f"{self.origin}/{self.token}"


@asynccontextmanager
async def site(*program: str) -> AsyncIterator[Site]:
    """Serve what Python does with these arguments."""
    command: Sequence[str] = [sys.executable, *program]
    with listening("127.0.0.1", 0) as listener:
        guard = Guard(listener.serves)
        runner = web.AppRunner(Server(guard, command, note).application(), access_log=None)
        await runner.setup()
        await web.SockSite(runner, listener.socket).start()
        try:
            async with ClientSession(timeout=ClientTimeout(total=PATIENCE)) as client:
                yield Site(f"http://{listener.authority}", guard.token, client, runner)
        finally:
            await runner.cleanup()
