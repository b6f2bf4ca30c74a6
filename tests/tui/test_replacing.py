"""A file that is written is there whole, or stays as it was."""

import stat
from pathlib import Path
from typing import BinaryIO

import pytest

from annotations.errors import GoldwireError
from tests.stories import write
from tui.replacing import replaced


def fail_half_way(stream: BinaryIO) -> None:
    stream.write(b"half")
    stream.flush()
    raise ZeroDivisionError


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = write(tmp_path / "out.jsonl", "before")
    path.chmod(0o640)
    with pytest.raises(ZeroDivisionError), replaced(path) as stream:
        fail_half_way(stream)
    assert path.read_bytes() == b"before"
    with replaced(path) as stream:
        stream.write(b"after")
        assert path.read_bytes() == b"before"
    assert path.read_bytes() == b"after"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link_to_what_is_replaced(tmp_path: Path) -> None:
    path = write(tmp_path / "real.jsonl", "before")
    (tmp_path / "link.jsonl").symlink_to(path)
    with replaced(tmp_path / "link.jsonl") as stream:
        stream.write(b"after")
    assert (tmp_path / "link.jsonl").is_symlink()
    assert path.read_bytes() == b"after"


def test_a_folder_without_permission_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path))

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with (
        pytest.raises(GoldwireError, match=r"out\.jsonl: Permission denied; nothing was written"),
        replaced(tmp_path / "out.jsonl"),
    ):
        pass
