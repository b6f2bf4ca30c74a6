"""The processes under a program, and that they end."""

import os
import subprocess
import time
from collections.abc import Sequence

from tests.terminal import PATIENCE


def descendants(pid: int) -> list[int]:
    """The processes that this process started, and those that they did."""
    table = subprocess.run(["ps", "-A", "-o", "pid=", "-o", "ppid="], capture_output=True, text=True, check=True)
    parents = {int(child): int(parent) for child, parent in map(str.split, table.stdout.splitlines())}
    found = [pid]
    for parent in found:
        found += [child for child, its in parents.items() if its == parent]
    return found[1:]


def wait_for_the_end_of(processes: Sequence[int]) -> None:
    """Wait until none of these processes is there any more."""
    until = time.monotonic() + PATIENCE
    while left := [pid for pid in processes if is_alive(pid)]:
        assert time.monotonic() < until, f"processes that do not end: {left}"
        time.sleep(0.05)


def is_alive(pid: int) -> bool:
    """Whether there is such a process."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
