"""What a process and all that it began take of the machine, by Linux' own figures."""

import os
from pathlib import Path

_PROC = Path("/proc")
_TICKS = os.sysconf("SC_CLK_TCK")


def tree(root: int | None = None) -> list[int]:
    """Return the ids of a process, by default this one, and of all below it."""
    parents: dict[int, int] = {}
    for folder in _PROC.iterdir():
        if folder.name.isdecimal():
            stat = _read(int(folder.name), "stat")
            if stat:
                parents[int(folder.name)] = int(stat.rpartition(")")[2].split()[1])
    found = [root or os.getpid()]
    for process in found:  # grows while it is walked
        found += [child for child, parent in parents.items() if parent == process]
    return found


def pss_mib(root: int | None = None) -> float:
    """Return the memory of the tree, what is shared counted by its share."""
    total = 0
    for process in tree(root):
        for line in _read(process, "smaps_rollup").splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total / 1024


def cpu_s(root: int | None = None) -> float:
    """Return the seconds of processor time that the tree, as it is now, has used."""
    total = 0
    for process in tree(root):
        stat = _read(process, "stat")
        if stat:
            user, system = stat.rpartition(")")[2].split()[11:13]
            total += int(user) + int(system)
    return total / _TICKS


def _read(process: int, name: str) -> str:
    try:
        return (_PROC / str(process) / name).read_text()
    except OSError:
        return ""  # it has ended meanwhile
