"""What file system a path lies on."""

import os
import re
from pathlib import Path

MOUNTS = Path("/proc/self/mounts")
"""Where Linux lists what is mounted: device, folder, type …; spaces and the like in octal."""

NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "davfs", "ceph", "glusterfs", "lustre"}
    | {f"fuse.{name}" for name in ("sshfs", "rclone", "glusterfs", "gvfsd-fuse", "s3fs")}
)


def network_file_system(path: Path, mounts: Path = MOUNTS) -> str | None:
    """The type of the network file system that ``path`` lies on; None where it is local or nobody can say."""
    kind = file_system(path, mounts)
    return kind if kind in NETWORK_FILE_SYSTEMS else None


def file_system(path: Path, mounts: Path = MOUNTS) -> str | None:
    """The type of the file system that ``path`` lies on, where the system lists its mounts; else None."""
    try:
        lines = os.fsdecode(mounts.read_bytes()).splitlines()
    except OSError:
        return None
    # Path.resolve raises at a loop of symbolic links before Python 3.13.
    place = Path(os.path.realpath(path))
    found: tuple[int, str] | None = None
    for line in lines:
        _, point, kind, *_ = line.split(" ")
        folder = Path(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), point))
        # What is mounted later over the same folder covers what was there.
        if place.is_relative_to(folder) and (found is None or len(folder.parts) >= found[0]):
            found = (len(folder.parts), kind)
    return found[1] if found else None
