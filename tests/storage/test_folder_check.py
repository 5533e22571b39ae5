"""Where a newsroom may lie, by what each of the three systems says of its folders."""

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from newsdesk.domain.errors import StorageProblem
from newsdesk.storage.folder_check import Drive, SystemAnswers, problem_with

CLOUD, NETWORK = StorageProblem.CLOUD_FOLDER, StorageProblem.NETWORK_FOLDER

MOUNTINFO = r"""
22 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw,errors=remount-ro
23 22 0:21 / /proc rw,nosuid shared:12 - proc proc rw
30 22 259:3 / /home rw,relatime shared:30 - btrfs /dev/nvme0n1p3 rw,subvol=/home
41 22 0:50 / /mnt/office rw,relatime shared:200 - nfs4 server:/office rw,vers=4.2
42 22 0:51 / /mnt/press\040office rw,relatime shared:201 - cifs //server/press rw,vers=3.1.1
43 22 0:52 / /mnt/smb rw - smb3 //server/other rw
44 30 0:53 / /home/dana/far rw,nosuid - fuse.sshfs dana@host:/srv rw,user_id=1000
45 22 0:54 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
46 22 0:55 / /mnt/c rw - 9p C:\134 rw,dirsync
47 22 0:56 / /mnt/host rw - vboxsf host rw
48 30 0:57 / /home/dana/remote rw - fuse.rclone office: rw
49 30 0:58 / /home/dana/vault rw - fuse.gocryptfs /home/dana/.vault rw
50 22 8:17 / /media/dana/STICK rw - fuseblk /dev/sdb1 rw,blksize=4096
51 22 0:59 / /mnt/unknown rw - fuse.cloudyfs cloudy rw
52 22 0:60 / /mnt/twice rw - nfs server:/twice rw
53 52 8:18 / /mnt/twice rw - ext4 /dev/sdc1 rw
54 41 8:19 / /mnt/office/local rw - xfs /dev/sdd1 rw
55 22 0:61 / /mnt/dav rw - fuse https://cloud.example.org/dav rw
a line that is none
""".strip()

MAC_MOUNTS = """
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect)
//dana@server._smb._tcp.local/press on /Volumes/press (smbfs, nodev, nosuid, mounted by dana)
server:/office on /Volumes/the office (nfs, nodev, nosuid, mounted by dana)
/dev/disk5s1 on /Volumes/STICK (msdos, local, nodev, nosuid, noowners)
dana@host:/srv on /Volumes/far (macfuse_sshfs, nodev, nosuid, synchronous, mounted by dana)
pCloud.fs on /Users/dana/Elsewhere (macfuse_pcloudfs, nodev, nosuid, mounted by dana)
""".strip()


def linux(**told: object) -> SystemAnswers:
    return SystemAnswers(
        platform="linux",
        home=PurePosixPath("/home/dana"),
        mounts=MOUNTINFO,
        **told,  # type: ignore[arg-type]
    )


def mac(*in_icloud: str, **told: object) -> SystemAnswers:
    icloud = PurePosixPath("/Users/dana/Library/Mobile Documents/com~apple~CloudDocs")
    return SystemAnswers(
        platform="darwin",
        home=PurePosixPath("/Users/dana"),
        mounts=MAC_MOUNTS,
        names_in=lambda folder: in_icloud if folder == icloud else (),
        **told,  # type: ignore[arg-type]
    )


def windows(**told: object) -> SystemAnswers:
    drives = {
        "C:\\": Drive(label="System"),
        "G:\\": Drive(label="Google Drive"),
        "P:\\": Drive(label="pCloud Drive"),
        "S:\\": Drive(is_remote=True),
    }
    return SystemAnswers(
        platform="win32",
        home=PureWindowsPath(r"C:\Users\dana"),
        drive=lambda root: drives[root.upper()],
        **told,  # type: ignore[arg-type]
    )


def found(folder: PurePath, answers: SystemAnswers) -> tuple[StorageProblem, str] | None:
    error = problem_with(folder, answers)
    if error is None:
        return None
    assert error.path == str(folder)
    return error.problem, error.detail


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("/home/dana/.local/share/newsdesk", None),
        ("/srv/newsroom", None),
        ("/mnt/office", (NETWORK, "nfs4")),
        ("/mnt/office/press/newsroom", (NETWORK, "nfs4")),
        ("/mnt/office-not", None),
        ("/mnt/office/local/newsroom", None),
        ("/mnt/press office/newsroom", (NETWORK, "cifs")),
        ("/mnt/smb/newsroom", (NETWORK, "smb3")),
        ("/home/dana/far/newsroom", (NETWORK, "sshfs")),
        ("/run/user/1000/gvfs/smb-share:server=a,share=b", (NETWORK, "gvfsd-fuse")),
        ("/mnt/c/Users/dana", (NETWORK, "9p")),
        ("/mnt/host", (NETWORK, "vboxsf")),
        ("/mnt/unknown/newsroom", (NETWORK, "cloudyfs")),
        ("/mnt/dav/newsroom", (NETWORK, "fuse")),
        ("/home/dana/remote/newsroom", (CLOUD, "rclone")),
        ("/home/dana/vault/newsroom", None),
        ("/media/dana/STICK/newsroom", None),
        ("/mnt/twice/newsroom", None),
        ("/home/dana/Dropbox/newsroom", (CLOUD, "Dropbox")),
        ("/home/dana/Dropbox (Office)/newsroom", (CLOUD, "Dropbox")),
        ("/home/dana/Dropboxes/newsroom", None),
        ("/home/dana/Nextcloud/newsroom", (CLOUD, "Nextcloud")),
        ("/home/dana/Nextcloud2/newsroom", (CLOUD, "Nextcloud")),
        ("/home/dana/ownCloud/newsroom", (CLOUD, "ownCloud")),
        ("/home/dana/pCloudDrive/newsroom", (CLOUD, "pCloud")),
        ("/home/dana/Box Sync/newsroom", (CLOUD, "Box")),
        ("/home/dana/Inbox/newsroom", None),
        ("/home/noa/Dropbox/newsroom", None),
        ("/home/dana", None),
    ],
)
def test_linux_says_by_its_mounts(folder: str, expected: tuple[StorageProblem, str] | None) -> None:
    assert found(PurePosixPath(folder), linux()) == expected


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("/Users/dana/Library/Application Support/newsdesk", None),
        ("/Volumes/press/newsroom", (NETWORK, "smbfs")),
        ("/Volumes/the office/newsroom", (NETWORK, "nfs")),
        ("/Volumes/far/newsroom", (NETWORK, "macfuse_sshfs")),
        ("/Volumes/STICK/newsroom", None),
        ("/Users/dana/Elsewhere/newsroom", (CLOUD, "pCloud")),
        ("/Users/dana/Library/CloudStorage/Dropbox/newsroom", (CLOUD, "Dropbox")),
        ("/Users/dana/Library/CloudStorage/OneDrive-Office/newsroom", (CLOUD, "OneDrive")),
        ("/Users/dana/Library/CloudStorage/GoogleDrive-d@example.org/x", (CLOUD, "Google Drive")),
        ("/Users/dana/Library/CloudStorage/Box-Box/newsroom", (CLOUD, "Box")),
        ("/Users/dana/Library/Mobile Documents/com~apple~CloudDocs/x", (CLOUD, "iCloud Drive")),
        ("/Users/dana/Google Drive/newsroom", (CLOUD, "Google Drive")),
        ("/Users/dana/Documents/newsroom", None),
        ("/Users/dana/Library/CloudStorage", None),
    ],
)
def test_a_mac_says_by_its_mounts_and_its_library(
    folder: str, expected: tuple[StorageProblem, str] | None
) -> None:
    assert found(PurePosixPath(folder), mac()) == expected


def test_documents_are_in_icloud_where_the_mac_was_told_to_keep_them_there() -> None:
    answers = mac("Documents", "Desktop")
    for name in ("Documents", "Desktop"):
        expected = (CLOUD, "iCloud Drive")
        assert found(PurePosixPath(f"/Users/dana/{name}/newsroom"), answers) == expected
    assert found(PurePosixPath("/Users/dana/Movies/newsroom"), answers) is None


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        (r"C:\Users\dana\AppData\Local\Newsdesk", None),
        (r"\\?\C:\Users\dana\AppData\Local\Newsdesk", None),
        (r"c:\newsroom", None),
        (r"\\server\press\newsroom", (NETWORK, "SMB")),
        (r"\\?\UNC\server\press\newsroom", (NETWORK, "SMB")),
        (r"S:\newsroom", (NETWORK, "SMB")),
        (r"G:\My Drive\newsroom", (CLOUD, "Google Drive")),
        (r"P:\newsroom", (CLOUD, "pCloud")),
        (r"C:\Users\dana\OneDrive\Documents\newsroom", (CLOUD, "OneDrive")),
        (r"C:\Users\dana\OneDrive - Office\newsroom", (CLOUD, "OneDrive")),
        (r"c:\users\DANA\onedrive\newsroom", (CLOUD, "OneDrive")),
        (r"C:\Users\dana\iCloudDrive\newsroom", (CLOUD, "iCloud Drive")),
        (r"C:\Users\dana\Box\newsroom", (CLOUD, "Box")),
    ],
)
def test_windows_says_by_its_drives(
    folder: str, expected: tuple[StorageProblem, str] | None
) -> None:
    assert found(PureWindowsPath(folder), windows()) == expected


@pytest.mark.parametrize("name", ["OneDrive", "OneDriveConsumer", "OneDriveCommercial"])
def test_onedrive_tells_where_it_is_in_the_environment(name: str) -> None:
    answers = windows(environment={name: r"C:\Kept\Work", "PATH": r"C:\Windows"})
    assert found(PureWindowsPath(r"C:\Kept\Work\newsroom"), answers) == (CLOUD, "OneDrive")
    assert found(PureWindowsPath(r"C:\Kept\Other"), answers) is None
    assert found(PureWindowsPath(r"C:\Windows\newsroom"), answers) is None


def test_whoever_tells_the_system_what_he_keeps_is_believed() -> None:
    answers = windows(synced={r"C:\Work\Cloud": "Nextcloud"})
    assert found(PureWindowsPath(r"C:\work\cloud\newsroom"), answers) == (CLOUD, "Nextcloud")
    answers = linux(synced={"/srv/box": "Dropbox"})
    assert found(PurePosixPath("/srv/box/newsroom"), answers) == (CLOUD, "Dropbox")


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (".dropbox.cache", "Dropbox"),
        (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
        (".tmp.driveupload", "Google Drive"),
        (".tmp.drivedownload", "Google Drive"),
        (".nextcloudsync.log", "Nextcloud"),
        (".sync_1f2e3d4c5b6a.db", "Nextcloud"),
        ("._sync_1f2e3d4c5b6a.db", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".owncloudsync.log.1", "ownCloud"),
        (".stfolder", "Syncthing"),
        (".SynologyWorkingDirectory", "Synology Drive"),
        (".megaignore", "MEGA"),
    ],
)
def test_a_mark_in_a_folder_above_tells_who_keeps_it(mark: str, name: str) -> None:
    kept = PurePosixPath("/srv/kept")
    answers = linux(names_in=lambda folder: ["a.txt", mark] if folder == kept else [".profile"])
    assert found(kept / "press" / "newsroom", answers) == (CLOUD, name)
    assert found(PurePosixPath("/srv/newsroom"), answers) is None


@pytest.mark.parametrize("name", [".dropbox", ".sync_notes.db", "stfolder", ".config", ".mega"])
def test_what_looks_like_a_mark_and_is_none_counts_for_nothing(name: str) -> None:
    answers = linux(names_in=lambda _folder: [name])
    assert found(PurePosixPath("/srv/newsroom"), answers) is None


def test_a_system_that_says_nothing_is_not_distrusted() -> None:
    for platform in ("linux", "darwin", "freebsd14"):
        answers = SystemAnswers(platform=platform, home=PurePosixPath("/home/dana"))
        assert found(PurePosixPath("/srv/newsroom"), answers) is None
