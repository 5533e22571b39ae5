"""Whether a folder may hold the newsroom: none that another program or machine takes part in.

A database that is open is copied in halves by a program that keeps a folder the same in a cloud,
and the locks of a network folder are not to be relied upon. Decided from what the system says,
which is handed in, so that every system's answers can be tried on any.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from newsdesk.domain.errors import StorageError, StorageProblem


@dataclass(frozen=True, slots=True, kw_only=True)
class Drive:
    """What Windows says of a drive."""

    is_remote: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemAnswers:
    """What a system says of its folders."""

    platform: str  # as `sys.platform` has it
    home: PurePath
    environment: Mapping[str, str] = field(default_factory=dict[str, str])
    mounts: str = ""  # Linux: /proc/self/mountinfo; macOS: what `mount` prints
    synced: Mapping[str, str] = field(default_factory=dict[str, str])  # folder -> who keeps it
    names_in: Callable[[PurePath], Collection[str]] = lambda _folder: ()
    drive: Callable[[str], Drive] = lambda _root: Drive()  # of Windows, by "C:\\"


def problem_with(folder: PurePath, answers: SystemAnswers) -> StorageError | None:
    """Return why a folder, whole and without links, cannot hold the newsroom; None if it can.

    The error's `detail` is the trade name of the cloud, or the kind of the network folder.
    """
    for problem, look in (
        (StorageProblem.CLOUD_FOLDER, _cloud),
        (StorageProblem.NETWORK_FOLDER, _network),
    ):
        if name := look(folder, answers):
            return StorageError(problem, str(folder), name)
    return None


# Clouds ---------------------------------------------------------------------------------------

_ONEDRIVE = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")  # environment variables
_IN_HOME = {  # what the folders are called that these programs make
    "Dropbox": r"Dropbox( \(.+\))?",
    "OneDrive": r"OneDrive( - .+)?",
    "iCloud Drive": r"iCloud ?Drive",
    "Google Drive": r"Google ?Drive|My Drive",
    "Nextcloud": r"Nextcloud\d*",
    "ownCloud": r"ownCloud\d*",
    "Box": r"Box( Sync)?",
    "pCloud": r"pCloud ?(Drive|Sync)",
    "MEGA": r"MEGA(sync)?",
    "Synology Drive": r"SynologyDrive",
}
_MARKS = {  # what they leave in the folder that they keep, and in no other
    "Dropbox": r"\.dropbox\.cache",
    "OneDrive": r"\.849C9593-D756-4E56-8D6E-42412F2A707B",
    "Google Drive": r"\.tmp\.drive(down|up)load",
    "Nextcloud": r"\.nextcloudsync\.log|\._?sync_[0-9a-f]+\.db",
    "ownCloud": r"\.owncloudsync\.log(\.\d+)?|\.OCSync_[0-9a-f]+\.db",
    "Syncthing": r"\.stfolder",
    "Synology Drive": r"\.SynologyWorkingDirectory",
    "MEGA": r"\.megaignore",
}
_ON_MACS = {"GoogleDrive": "Google Drive", "ProtonDrive": "Proton Drive", "pCloud": "pCloud"}
_CLOUD_DRIVES = {"Google Drive": "Google Drive", "pCloud Drive": "pCloud"}  # labels on Windows
_CLOUD_MOUNTS = {
    "fuse.pcloud": "pCloud",
    "fuse.google-drive-ocamlfuse": "Google Drive",
    "fuse.onedriver": "OneDrive",
    "fuse.rclone": "rclone",
    "macfuse_pcloudfs": "pCloud",
    "osxfuse_pcloudfs": "pCloud",
}


def _cloud(folder: PurePath, answers: SystemAnswers) -> str:
    for look in (_told_synced, _by_place, _by_marks, _by_drive):
        if name := look(folder, answers):
            return name
    return _CLOUD_MOUNTS.get(_mount_of(folder, answers).kind, "")


def _told_synced(folder: PurePath, answers: SystemAnswers) -> str:
    """Say who has told the system that he keeps this folder."""
    told = {answers.environment.get(name, ""): "OneDrive" for name in _ONEDRIVE}
    for root, name in {**told, **answers.synced}.items():
        if root and folder.is_relative_to(type(folder)(root)):
            return name
    return ""


def _by_place(folder: PurePath, answers: SystemAnswers) -> str:
    if not folder.is_relative_to(answers.home):
        return ""
    within: tuple[str, ...] = folder.relative_to(answers.home).parts
    if not within:
        return ""
    for name, pattern in _IN_HOME.items():
        if re.fullmatch(pattern, within[0], re.IGNORECASE):
            return name
    return _on_a_mac(within, answers) if answers.platform == "darwin" else ""


def _on_a_mac(within: tuple[str, ...], answers: SystemAnswers) -> str:
    if within[:2] == ("Library", "CloudStorage") and len(within) > 2:
        name = within[2].partition("-")[0]
        return _ON_MACS.get(name, name)
    if within[:2] == ("Library", "Mobile Documents"):
        return "iCloud Drive"
    top = "".join(within[:1])
    if top in ("Desktop", "Documents"):  # where the system itself may be told to keep them
        icloud = answers.home.joinpath("Library", "Mobile Documents", "com~apple~CloudDocs")
        return "iCloud Drive" if top in answers.names_in(icloud) else ""
    return ""


def _by_marks(folder: PurePath, answers: SystemAnswers) -> str:
    for one in (folder, *folder.parents):
        for found in answers.names_in(one):
            for name, pattern in _MARKS.items() if found.startswith(".") else ():
                if re.fullmatch(pattern, found):
                    return name
    return ""


def _by_drive(folder: PurePath, answers: SystemAnswers) -> str:
    if answers.platform != "win32" or not _letter(folder):
        return ""
    return _CLOUD_DRIVES.get(answers.drive(_letter(folder)).label, "")


# Networks -------------------------------------------------------------------------------------

_NETWORKS = frozenset(
    {
        "9p", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs2", "gpfs", "lustre", "ncpfs",
        "nfs", "nfs4", "ocfs2", "orangefs", "panfs", "prl_fs", "smb3", "smbfs", "vboxsf",
        "virtiofs", "vmhgfs",
    }
)  # fmt: skip
_LOCAL_FUSE = frozenset(  # the others that end here are somewhere else
    {
        "apfs-fuse", "bcachefs", "bindfs", "cryfs", "encfs", "exfat", "exfat-fuse", "ext2", "ext4",
        "fuse-overlayfs", "gocryptfs", "lxcfs", "mergerfs", "ntfs", "ntfs-3g", "portal", "securefs",
        "squashfuse", "unionfs", "unionfs-fuse", "veracrypt", "zfs",
    }
)  # fmt: skip
_MAC_MOUNT = re.compile(r"(?P<source>.+?) on (?P<point>/.*) \((?P<words>[^()]*)\)")


@dataclass(frozen=True, slots=True)
class _Mount:
    point: str
    kind: str
    is_local: bool


_HERE = _Mount("", "", is_local=True)


def _network(folder: PurePath, answers: SystemAnswers) -> str:
    if answers.platform == "win32":
        if not _letter(folder):
            return "SMB"
        return "SMB" if answers.drive(_letter(folder)).is_remote else ""
    mount = _mount_of(folder, answers)
    return "" if mount.is_local else mount.kind.removeprefix("fuse.")


def _letter(folder: PurePath) -> str:
    r"""Return the root of a drive that has a letter; "" for a share such as \\server\newsroom."""
    drive = re.fullmatch(r"(?:\\\\[?.]\\)?([A-Za-z]:)", folder.drive)
    return f"{drive[1]}\\" if drive else ""


def _mount_of(folder: PurePath, answers: SystemAnswers) -> _Mount:
    """Return what is mounted nearest above a folder; of two at one place the later one."""
    read = {"linux": _linux_mounts, "darwin": _mac_mounts}.get(answers.platform)
    found = _HERE
    for mount in read(answers.mounts) if read else ():
        is_above = folder.is_relative_to(type(folder)(mount.point))
        if is_above and len(mount.point) >= len(found.point):
            found = mount
    return found


def _linux_mounts(text: str) -> Iterator[_Mount]:
    for line in text.splitlines():
        before, _, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if len(fields) > 4:
            point = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[4])
            kind = kinds[0]
            name = kind.removeprefix("fuse.")
            is_fuse = kind == "fuse" or name != kind
            is_far = kind in _NETWORKS or (is_fuse and name not in _LOCAL_FUSE)
            yield _Mount(point, kind, is_local=not is_far)


def _mac_mounts(text: str) -> Iterator[_Mount]:
    for line in text.splitlines():
        if said := _MAC_MOUNT.fullmatch(line):
            kind, *words = said["words"].split(", ")
            yield _Mount(said["point"], kind, is_local="local" in words)
