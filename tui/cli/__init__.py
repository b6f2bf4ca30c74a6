"""The command line: a small file for each command, and one that owns standard error and the exit codes."""

import gc
import sys
from typing import NoReturn

COLLECT_AFTER = (50_000, 20, 50)
"""When Python looks for garbage: seldom. Importing makes much that stays, and a look amid a key's answer is felt."""


def main() -> NoReturn:
    """What the console command ``goldwire`` does."""
    gc.set_threshold(*COLLECT_AFTER)
    from tui.cli.commands import goldwire  # noqa: PLC0415
    from tui.cli.errors import run  # noqa: PLC0415

    sys.exit(run(goldwire))
