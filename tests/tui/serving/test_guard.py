"""Who is refused, whatever is asked for: the page, its files, its websocket."""

from collections.abc import Mapping

import pytest
from aiohttp import WSServerHandshakeError

from tests.tui.serving.conftest import Site, site
from tui.serving.guard import Guard

PATHS = ("/", "/page/page.js", "/terminal/js/textual.js", "/download/0", "/nothing")
NO_PROGRAM = ("-c", "")


async def asked(there: Site, url: str, headers: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Status and text of the answer."""
    async with there.client.get(url, headers=headers, allow_redirects=False) as answer:
        return answer.status, await answer.text()


async def opened(there: Site, url: str, headers: Mapping[str, str]) -> int:
    """Status of the answer to who wants a websocket; 101 is one."""
    try:
        async with there.client.ws_connect(url, headers=headers):
            return 101
    except WSServerHandshakeError as refused:
        return refused.status


async def test_with_the_token_page_and_files_are_given() -> None:
    async with site(*NO_PROGRAM) as there:
        for path in PATHS[:3]:
            assert (await asked(there, there.root + path))[0] == 200
        assert await asked(there, there.root + "/download/0") == (404, "no such file\n")
        assert (await asked(there, there.root + "/nothing"))[0] == 404
        assert await opened(there, there.root + "/ws", {"Origin": there.origin}) == 101


@pytest.mark.parametrize("path", PATHS)
async def test_without_the_token_nothing_is_given(path: str) -> None:
    async with site(*NO_PROGRAM) as there:
        wrong = there.token[:-1] + ("A" if there.token[-1] != "A" else "B")
        for start in ("", f"/{wrong}", "/", f"/{there.token.swapcase()}", "/%C3%A9%FF", f"/{there.token}x"):
            status, text = await asked(there, there.origin + start + path)
            assert (status, text.count("\n")) == (403, 1)
            assert "token" in text
            assert there.token not in text


@pytest.mark.parametrize("path", PATHS)
async def test_a_foreign_host_is_refused_with_the_token_too(path: str) -> None:
    async with site(*NO_PROGRAM) as there:
        for host in ("rebound.invalid", there.origin.replace("http://127.0.0.1", "rebound.invalid"), "127.0.0.1:1"):
            status, text = await asked(there, there.root + path, {"Host": host})
            assert (status, text.count("\n")) == (403, 1)
            assert "another host" in text


@pytest.mark.parametrize("path", PATHS)
async def test_a_foreign_origin_is_refused_with_the_token_too(path: str) -> None:
    async with site(*NO_PROGRAM) as there:
        for origin in ("http://elsewhere.invalid", "null", "http://127.0.0.1:1", there.origin.replace("http", "https")):
            status, text = await asked(there, there.root + path, {"Origin": origin})
            assert (status, text.count("\n")) == (403, 1)
            assert "another site" in text


async def test_a_websocket_needs_the_token_the_host_and_an_origin() -> None:
    async with site(*NO_PROGRAM) as there:
        own = {"Origin": there.origin}
        for path in ("/ws", "/wrong/ws", "//ws"):
            assert await opened(there, there.origin + path, own) == 403
        for headers in (
            {},
            {"Origin": "null"},
            {"Origin": "http://elsewhere.invalid"},
            {"Origin": "http://127.0.0.1:1"},
            {"Host": "rebound.invalid", "Origin": "http://rebound.invalid"},
            own | {"Host": "rebound.invalid"},
        ):
            assert await opened(there, there.root + "/ws", headers) == 403


async def test_loopback_may_be_called_by_name_if_the_page_comes_from_that_name() -> None:
    async with site(*NO_PROGRAM) as there:
        named = there.origin.replace("127.0.0.1", "localhost")
        host = named.removeprefix("http://")
        assert (await asked(there, there.root + "/", {"Host": host}))[0] == 200
        assert await opened(there, there.root + "/ws", {"Host": host, "Origin": named}) == 101
        assert await opened(there, there.root + "/ws", {"Host": host, "Origin": there.origin}) == 403


@pytest.mark.parametrize("path", ["/x", "/x/ws"])
async def test_every_answer_keeps_the_address_to_itself_and_loads_nothing_from_elsewhere(path: str) -> None:
    async with site(*NO_PROGRAM) as there:
        for url in (there.root + "/", there.root + "/nothing", there.origin + path):
            async with there.client.get(url) as answer:
                headers = answer.headers
                assert headers["Referrer-Policy"] == "no-referrer"
                assert headers["X-Content-Type-Options"] == "nosniff"
                assert headers["Cache-Control"] == "no-store"
                policy = headers["Content-Security-Policy"]
                assert policy.startswith("default-src 'none'; script-src 'self';")
                assert "frame-ancestors 'none'" in policy
                assert "Set-Cookie" not in headers


async def test_two_host_headers_are_refused() -> None:
    async with site(*NO_PROGRAM) as there:
        own = there.origin.removeprefix("http://")
        twice = [("Host", own), ("Host", "rebound.invalid")]
        async with there.client.get(there.root + "/", headers=twice) as answer:
            assert answer.status in (400, 403)


def test_each_server_has_a_token_of_its_own_that_is_not_shown_by_accident() -> None:
    first, second = Guard(bool), Guard(bool)
    assert first.token != second.token
    assert len(first.token) >= 43
    assert first.token not in repr(first)
