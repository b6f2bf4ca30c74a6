"""The one place that writes to standard error and decides exit codes: 0 done, 1 refused, 2 usage; as shells have it,
130 for Ctrl-C and 141 where the reader of the output went away."""

import os
import sqlite3
import sys
from collections.abc import Sequence
from io import TextIOWrapper

import click

from annotations.errors import GoldwireError
from tui.safe import one_line

DONE, REFUSED, USAGE, STOPPED, READER_GONE = 0, 1, 2, 130, 141


class Stopped(Exception):  # noqa: N818
    """The user stopped a command; the text says what is kept and how to go on."""


def note(text: str) -> None:
    """Say something on standard error, in one line that cannot steer the terminal."""
    # Not click.echo, which would write past a progress bar that keeps such lines above itself.
    if sys.stderr is not None:
        sys.stderr.write(one_line(text) + "\n")


def run(command: click.Command, arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code; each refusal is one line on standard error."""
    if "_GOLDWIRE_COMPLETE" in os.environ:  # A shell asks what a word may become.
        command.main(prog_name="goldwire")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _code(command, sys.argv[1:] if arguments is None else arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        return READER_GONE
    except OSError as error:
        if error.filename is None:
            # What is left in the buffer could not be written either when the interpreter flushes it.
            _drop_output()
        note(f"{error.filename or 'standard output'}: {error.strerror or error}")
        return REFUSED
    return code


def _code(command: click.Command, arguments: Sequence[str]) -> int:
    try:
        with command.make_context("goldwire", list(arguments)) as context:
            return int(command.invoke(context) or DONE)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "goldwire"
        message = error.format_message()
        if "\n" in message:  # The help itself.
            click.echo(message, err=True)
        else:
            note(f"{where}: {message} (see `{where} --help`)")
        return USAGE
    except Stopped as error:
        note(str(error))
        return STOPPED
    except KeyboardInterrupt:
        note("stopped")
        return STOPPED
    except (GoldwireError, sqlite3.Error) as error:
        for line in error.args:
            note(str(line))
        return REFUSED


def _drop_output() -> None:
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
