"""What the program takes of Textual that Textual promises nobody: a release without it is told here by name."""

import asyncio
import io
import signal
import sys
from inspect import signature

import pytest
from textual import _ansi_sequences
from textual._compositor import Compositor, CompositorUpdate
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.drivers.web_driver import WebDriver
from textual.screen import Screen
from textual.widget import Widget
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager


@pytest.mark.parametrize(
    ("owner", "name", "parameters"),
    [
        (Compositor, "_regions_to_spans", "regions"),
        (Compositor, "_render_chops", "self crop is_rendered_line"),
        (Compositor, "render_partial_update", "self"),
        (CompositorUpdate, "render_segments", "self console"),
        (Screen, "_compositor_refresh", "self"),
        (Screen, "_on_timer_update", "self"),
        (Widget, "_scroll_update", "self virtual_size"),
        (Widget, "render_lines", "self crop"),
        (App, "refresh_css", "self animate"),
        (Driver, "send_message", "self message"),
        (LinuxDriver, "write", "self data"),
        (LinuxDriver, "stop_application_mode", "self"),
        (WebDriver, "run_input_thread", "self"),
        (AppService, "_build_environment", "self width height"),
        (AppService, "_open_app_process", "self width height"),
        (AppService, "run", "self"),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else value,
)
def test_what_is_called_or_replaced_takes_what_it_took(owner: type, name: str, parameters: str) -> None:
    assert " ".join(signature(getattr(owner, name)).parameters) == parameters


async def test_what_is_read_or_set_holds_what_it_held(monkeypatch: pytest.MonkeyPatch) -> None:
    # A driver for terminals handles signals of the process that it is made in.
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr(sys, "__stderr__", io.StringIO())
    async with App[None]().run_test() as pilot:
        app, screen = pilot.app, pilot.app.screen
        assert app._is_mounted is True
        assert screen._repaint_required in (True, False)
        assert isinstance(screen._dirty_widgets, set)
        assert isinstance(screen._compositor, Compositor)
        assert isinstance(screen._compositor._dirty_regions, set)
        assert screen in screen._compositor.visible_widgets
        driver = LinuxDriver(app)
        assert driver._app is app
        assert driver._loop is asyncio.get_running_loop()
        assert driver._file is sys.__stderr__


def test_a_frame_begins_and_ends_with_one_sign() -> None:
    assert (_ansi_sequences.SYNC_START, _ansi_sequences.SYNC_END) == ("\x1b[?2026h", "\x1b[?2026l")


async def test_a_served_app_is_a_process_with_its_input() -> None:
    async def nothing(*_: object) -> None:
        """Take it."""

    service = AppService("", write_bytes=nothing, write_str=nothing, close=nothing, download_manager=DownloadManager())
    assert service._process is None
    assert service._stdin is None
