"""The one way to a border's title: a text from outside stands there as it reads, and is neither markup nor control."""

from textual.content import Content
from textual.widget import Widget

from tui.safe import one_line


class Titled(Widget, can_focus=False):
    """A widget that can have a title in its border."""

    _entitled = ""

    def entitle(self, title: str) -> None:
        """Have a title in the border; the same one again draws nothing."""
        if title != self._entitled:
            self._entitled = title
            self.border_title = Content(one_line(title))
