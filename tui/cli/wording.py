"""Numbers in sentences, examples in help texts, and what is said of a value that is none of those that there are."""

from collections.abc import Sequence

import click

from annotations.nearest import suggestion


class OneOf(click.Choice[str]):
    """One of a few words; another one is refused with the nearest."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(list(words))

    def get_invalid_choice_message(self, value: str, ctx: click.Context | None) -> str:
        """What is said of ``value``."""
        words = ", ".join(map(repr, self.choices))
        return f"{value!r} is none of {words}; {suggestion(value, self.choices, 'take one of them')}"

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None) -> str:
        """What is said where there is none of them; Click's own takes several lines."""
        return f"Take one of {', '.join(map(repr, self.choices))}"


class Whole(click.ParamType[int]):
    """A whole number; another value is refused with how small and large it may be."""

    name = "whole number"

    def __init__(self, least: int, most: int | None = None) -> None:
        self._least, self._most = least, most

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """``value`` as a number.

        Raises:
            click.BadParameter: it is none, or too small or large.
        """
        digits = str(value)
        number = int(digits) if digits.isdecimal() else -1
        if number < self._least or (self._most is not None and number > self._most):
            to = f"to {self._most}" if self._most is not None else "up"
            self.fail(f"{digits!r} is no whole number from {self._least} {to}", param, ctx)
        return number


def counted(number: int, noun: str) -> str:
    """``1 article``, ``1,200 articles``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def clock(seconds: float) -> str:
    """Seconds as ``0:07``, ``12:30`` or ``1:02:03``."""
    minutes, second = divmod(round(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02}:{second:02}" if hour else f"{minute}:{second:02}"


def examples(*lines: str) -> str:
    """Commands as the last part of a help text, each on its own line."""
    return "\n".join(["\b", "Examples:", *(f"  {line}" for line in lines)])
