"""Where the server listens, and which names are its own."""

import ipaddress
import socket

import pytest

from annotations.errors import GoldwireError
from tui.cli.serve import exposure
from tui.serving.listening import Listener, listening


def listener(host: str, address: str, port: int = 8000) -> Listener:
    """As if it listened there."""
    return Listener(socket.socket(), host, ipaddress.ip_address(address), port)


def test_a_free_port_of_this_machine_is_taken_and_given_back() -> None:
    with listening("127.0.0.1", 0) as here:
        assert here.port > 0
        assert here.authority == f"127.0.0.1:{here.port}"
        socket.create_connection(("127.0.0.1", here.port), timeout=5).close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", here.port), timeout=5)


def test_a_port_that_is_taken_is_refused_with_the_reason() -> None:
    with (
        listening("127.0.0.1", 0) as here,
        pytest.raises(GoldwireError, match=rf"127\.0\.0\.1, port {here.port}: .*in use.*--port"),
        listening("127.0.0.1", here.port),
    ):
        pass


@pytest.mark.parametrize("host", ["192.0.2.1", "x" * 70 + ".invalid"])
def test_a_host_that_is_not_this_machine_is_refused(host: str) -> None:
    with pytest.raises(GoldwireError, match=r"cannot listen at .*--host"), listening(host, 0):
        pass


@pytest.mark.parametrize("name", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000", "[::1]:8000"])
def test_on_loopback_its_names_are_those_of_loopback(name: str) -> None:
    assert listener("127.0.0.1", "127.0.0.1").serves(name)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "",
            "127.0.0.1",
            "127.0.0.1:8001",
            "127.0.0.1:",
            "127.0.0.1:http",
            "127.0.0.1:８０００",
            "127.0.0.1:" + "8" * 5_000,
        ),
        *("rebound.invalid:8000", "localhost.invalid:8000", "localhost.:8000", "127.0.0.1.invalid:8000"),
        *("192.0.2.1:8000", "0.0.0.0:8000", "a@127.0.0.1:8000", "127.0.0.1:8000, 127.0.0.1:8000"),
    ],
)
def test_on_loopback_every_other_name_is_foreign(name: str) -> None:
    assert not listener("127.0.0.1", "127.0.0.1").serves(name)


def test_a_name_that_was_given_is_its_own_with_the_address_that_it_has() -> None:
    shared = listener("Desk.example", "192.0.2.7")
    assert shared.authority == "Desk.example:8000"
    assert shared.serves("desk.example:8000")
    assert shared.serves("192.0.2.7:8000")
    assert not shared.serves("localhost:8000")
    assert not shared.serves("192.0.2.8:8000")


def test_where_every_address_is_served_any_address_will_do_but_no_foreign_name() -> None:
    everywhere = listener("0.0.0.0", "0.0.0.0")
    assert everywhere.authority == "127.0.0.1:8000"
    for name in ("127.0.0.1", "localhost", "192.0.2.7", "[2001:db8::7]", socket.gethostname()):
        assert everywhere.serves(f"{name}:8000")
    assert not everywhere.serves("rebound.invalid:8000")


def test_addresses_of_ip_6_stand_in_brackets() -> None:
    assert listener("::1", "::1").authority == "[::1]:8000"
    assert listener("::", "::").authority == "[::1]:8000"


def test_browsers_leave_port_80_out() -> None:
    plain = listener("127.0.0.1", "127.0.0.1", 80)
    assert plain.authority == "127.0.0.1"
    assert plain.serves("127.0.0.1")
    assert plain.serves("127.0.0.1:80")
    assert plain.serves("[::1]")


def test_only_what_other_machines_reach_is_warned_of() -> None:
    assert exposure(listener("localhost", "127.0.0.1")) is None
    assert exposure(listener("::1", "::1")) is None
    for host, address in (("0.0.0.0", "0.0.0.0"), ("desk.example", "192.0.2.7")):
        warning = exposure(listener(host, address)) or ""
        assert f"warning: other machines reach {host} and nothing is encrypted" in warning
        assert "ssh -L 8000:127.0.0.1:8000" in warning
