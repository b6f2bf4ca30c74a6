"""What file system a path lies on, told by an invented list of mounts."""

from pathlib import Path

import pytest

from annotations.store.mounts import NETWORK_FILE_SYSTEMS, file_system, network_file_system

MOUNTS = """\
/dev/vda / ext4 rw,relatime 0 0
tmpfs /run tmpfs rw 0 0
desk:/wire /srv/wire nfs4 rw,vers=4.2 0 0
/dev/vdb /srv/wire/local xfs rw 0 0
//desk/gold /mnt/the\\040gold\\134share cifs rw 0 0
desk:/b /mnt/Büro nfs rw 0 0
"""


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    listed = tmp_path / "mounts"
    listed.write_text(MOUNTS, "utf-8")
    return listed


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ana/goldwire.db", "ext4"),
        ("/srv/wire/goldwire.db", "nfs4"),
        ("/srv/wireless/goldwire.db", "ext4"),
        ("/srv/wire/local/goldwire.db", "xfs"),
        ("/mnt/the gold\\share/goldwire.db", "cifs"),
        ("/mnt/Büro/goldwire.db", "nfs"),
    ],
)
def test_the_innermost_mount_counts(mounts: Path, path: str, kind: str) -> None:
    assert file_system(Path(path), mounts) == kind


def test_of_two_mounts_over_one_folder_the_later_counts(mounts: Path) -> None:
    mounts.write_text(MOUNTS + "/dev/vdc /srv/wire btrfs rw 0 0\n", "utf-8")
    assert file_system(Path("/srv/wire/goldwire.db"), mounts) == "btrfs"


def test_a_link_is_followed_to_where_it_leads(mounts: Path, tmp_path: Path) -> None:
    link = tmp_path / "goldwire.db"
    link.symlink_to("/srv/wire/goldwire.db")
    assert network_file_system(link, mounts) == "nfs4"


def test_a_local_file_system_is_no_network(mounts: Path) -> None:
    assert network_file_system(Path("/home/ana/goldwire.db"), mounts) is None
    assert "ext4" not in NETWORK_FILE_SYSTEMS


def test_names_that_are_not_utf_8_are_read_all_the_same(mounts: Path) -> None:
    mounts.write_bytes(MOUNTS.encode() + b"desk:/x /mnt/caf\xe9 nfs rw 0 0\n")
    assert file_system(Path("/srv/wire/goldwire.db"), mounts) == "nfs4"


def test_where_no_mounts_are_listed_nobody_can_say(tmp_path: Path) -> None:
    assert file_system(Path("/srv/wire/goldwire.db"), tmp_path / "none") is None
    assert network_file_system(Path("/srv/wire/goldwire.db"), tmp_path / "none") is None


def test_a_loop_of_links_is_somewhere(mounts: Path, tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert file_system(loop, mounts) == "ext4"
