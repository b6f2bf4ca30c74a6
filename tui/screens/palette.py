"""The palette: everything by name."""

from textual import events, on
from textual.command import Command, CommandPalette
from textual.widgets import OptionList


class Palette(CommandPalette):
    """As Textual's, but however many keys and clicks were read at once, it is left once and what it runs is run once.

    Textual's closes for each of them, whatever screen lies on top by then, and empties its list under a second click.
    """

    @on(OptionList.OptionSelected)
    def _run(self, event: OptionList.OptionSelected) -> None:
        event.stop().prevent_default()
        if self.is_active and isinstance(event.option, Command):
            # What lies below would flash before the command has changed it.
            self.app.delay_update()
            self.dismiss()
            self.app.call_later(event.option.hit.command)

    @on(events.Click)
    def _click(self, event: events.Click) -> None:
        if not self.is_active:
            event.stop().prevent_default()
