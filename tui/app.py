"""The full-screen app: themes, the screens, the palette, and a look now and then at what other processes wrote."""

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import PurePath
from time import monotonic
from typing import ClassVar, Protocol

from textual import events, on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.screen import Screen
from textual.theme import ThemeProvider

from annotations.errors import GoldwireError
from annotations.review.key_name import key_name
from annotations.review.outcome import Outcome, refused
from annotations.review.session import ReviewSession
from tui import theme
from tui.actions import ACTIONS
from tui.keys import Keymap, keys_of
from tui.reviewing import Reviewing
from tui.safe import one_line
from tui.screens.review import ReviewScreen

LOOK_EVERY = 1.0
"""Seconds between looks for new articles and candidates while an extraction is under way."""
LOOK_SELDOM = 5.0
"""The same while none is."""


class Extraction(Protocol):
    """An extraction in another process."""

    def begin(self) -> None:
        """Begin, unless it has begun.

        Raises:
            GoldwireError: it cannot.
        """

    def poll(self) -> int | None:
        """The exit code, None before it ends."""


class GoldwireApp(App[None]):
    """Reviews a session. ``extraction`` is one in the background, if any; it begins once the app stands.

    ``remember`` is given the theme that was chosen in the palette and says what came of keeping it.
    """

    TITLE = "goldwire"
    # The first screen's style sheet too: Textual reads those of screens only when they are pushed.
    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/review.tcss"]
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+p", "command_palette", id="palette", show=False, priority=True),
        Binding("ctrl+c", "help_quit", show=False, priority=True),
    ]
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = True

    def __init__(
        self,
        session: ReviewSession,
        *,
        keymap: Keymap | None = None,
        chosen: str | None = None,
        remember: Callable[[str], Outcome] | None = None,
        extraction: Extraction | None = None,
    ) -> None:
        # Without colours there are no greys either: Textual makes some unless told so before it begins.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.reviewing = Reviewing(session, keymap or Keymap())
        self._extraction = extraction
        self._looked = monotonic()
        self._review = ReviewScreen(self.reviewing)
        self._remember = remember
        for known in theme.OURS:
            self.register_theme(known)
        begun = self.available_themes[chosen or theme.DARK.name]
        self._kept_theme = (theme.for_few_colors(begun) if self._has_few_colors else begun).name
        self.theme = self._kept_theme
        palette = self.reviewing.keymap.keys("palette")
        self.set_keymap({"palette": ",".join(palette)})
        # The palette's binding is the one that may be replaced.
        fixed = Binding.make_bindings((*App.BINDINGS, *self.BINDINGS))
        self._own_keys = frozenset((*palette, *(one.key for one in fixed if one.priority and one.id is None)))

    def get_driver_class(self) -> type[Driver]:
        """As Textual's, but where that is the terminal's, ours is."""
        found = super().get_driver_class()
        if found.__module__ != "textual.drivers.linux_driver":
            return found
        # There is none where there are no such terminals.
        from tui.driver import FrameDriver  # noqa: PLC0415

        return FrameDriver

    def get_default_screen(self) -> Screen[None]:
        """The review screen is what the app begins with."""
        return self._review

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The hues of the roles, for whatever theme is chosen."""
        return theme.variables(self.current_theme)

    def refresh_css(self, animate: bool = True) -> None:
        """As Textual's, which parses every style sheet anew; those of a theme to begin with are not parsed yet."""
        if self._is_mounted:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    @property
    def _has_few_colors(self) -> bool:
        return self.no_color or self.console.color_system not in ("256", "truecolor")

    def watch_theme(self, chosen: str) -> None:
        """Keep what was chosen for the next start."""
        self.set_class(self.current_theme.ansi or self._has_few_colors, "-few-colors")
        if chosen != self._kept_theme and self._remember is not None:
            self._kept_theme = chosen
            self.reviewing.say(self._remember(chosen))
            self._review.update_soon()

    def on_mount(self) -> None:
        """Begin to look for what other processes write."""
        self.set_interval(LOOK_EVERY, self._look)
        # What is there now stays: no look for garbage need go through it.
        gc.freeze()
        gc.enable()
        if sys.platform != "win32":
            # Whoever is asked to end leaves the terminal as it was.
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self.exit)

    def on_ready(self) -> None:
        """Have the extraction begin, unless it has: nobody waits for what it looks up first."""
        if self._extraction is None:
            return
        try:
            self._extraction.begin()
        except GoldwireError as error:
            self._extraction = None
            self.reviewing.say(refused(str(error)))
            self._review.update_soon()

    def on_unmount(self) -> None:
        """Remember where the reviewer is; where that is refused, the terminal says so afterwards."""
        kept = self.reviewing.session.keep_place()
        if not kept.ok:
            self.exit(message=one_line(kept.message))

    @on(events.DeliveryComplete)
    def _say_where(self, event: events.DeliveryComplete) -> None:
        """As Textual's, which takes the file's path for markup."""
        if event.path is not None:
            event.prevent_default()
            self.notify(one_line(f"saved as {event.path}"), title="Screenshot", markup=False)

    async def on_event(self, event: events.Event) -> None:
        """As Textual's, but what is typed over the review reaches it at once, not by way of its messages."""
        typed = isinstance(event, events.Key | events.Paste) and not event.is_forwarded and self.screen is self._review
        if typed and isinstance(event, events.Paste):
            self._review.on_paste(event)
        elif typed and isinstance(event, events.Key) and self._own_keys.isdisjoint(keys_of(event)):
            self._review.on_key(event)
        else:
            await super().on_event(event)
        if typed and not self.message_queue_size:
            self._review.draw()

    async def action_quit(self) -> None:
        """Quit as the key of the review does: not while something is unsaved, which is said there."""
        self._command("quit")

    def action_help_quit(self) -> None:
        """Go back to the review, whatever lies over it, and say how to quit, or what is unsaved and stays open."""
        self._back()
        if self.reviewing.leave():
            self.reviewing.say(Outcome(f"all is saved: {self.reviewing.keymap.name('quit')} quits"))
        self._review.update_soon()

    def action_command_palette(self) -> None:
        """As Textual's, with a palette that is left once; after quitting none opens."""
        from tui.screens.palette import Palette  # noqa: PLC0415

        if not (self.reviewing.left or isinstance(self.screen, Palette)):
            self.push_screen(Palette())

    def search_themes(self) -> None:
        """As Textual's, with the same palette."""
        from tui.screens.palette import Palette  # noqa: PLC0415

        self.push_screen(Palette([ThemeProvider], placeholder="Search for themes…"))

    def _look(self) -> None:
        """Take in new articles and candidates, and say when the extraction ended badly."""
        ended = self._extraction.poll() if self._extraction is not None else None
        if self._extraction is None and monotonic() - self._looked < LOOK_SELDOM:
            return
        self._looked = monotonic()
        # What is being edited is decided as it was seen: who was faster is told when it is saved.
        if not self.reviewing.is_at_work and self.reviewing.session.refresh():
            self._review.update_soon()
        if ended is not None:
            self._extraction = None
            if ended != 0:
                self.reviewing.say(
                    Outcome(f"extraction stopped with exit code {ended}: goldwire extract goes on", ok=False)
                )
                self._review.update_soon()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action by name, then what Textual offers."""
        for action in ACTIONS:
            keys = self.reviewing.keymap.keys(action.id)
            if action.place == "review" and action.letters is None and action.id != "palette":
                named = f"key {key_name(keys[0])}" if keys else "no key"
                yield SystemCommand(action.help, named, partial(self._command, action.id))
        for command in super().get_system_commands(screen):
            if command.title in ("Theme", "Screenshot"):
                yield command

    def _command(self, action: str) -> None:
        # The palette opens over other screens too, and nothing is decided behind one.
        self._back()
        self._review.do(action, monotonic())

    def _back(self) -> None:
        while self.screen is not self._review:
            self.pop_screen()
