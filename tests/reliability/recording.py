"""What a process asks of the disk, one call after the other, as `strace` hears it."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_MAKES = ("open", "openat", "creat", "mkdir", "mkdirat")
_CHANGES = ("write", "pwrite64", "ftruncate", "truncate")
_NAMES = ("rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir")
_SYNCS = ("fsync", "fdatasync", "lseek")
# what nobody here uses; if one day somebody does, the recording must learn it
_UNKNOWN = ("writev", "pwritev", "pwritev2", "fallocate", "copy_file_range", "sendfile", "link")
_UNKNOWN = (*_UNKNOWN, "linkat", "symlink", "symlinkat", "dup2", "sync_file_range")
_CALLS = (*_MAKES, *_CHANGES, *_NAMES, *_SYNCS, *_UNKNOWN)
_LINE = re.compile(r"(?P<pid>\d+) +(?:<\.\.\. )?(?P<call>\w+)(?P<rest>.*)")
_DONE = re.compile(r"\((?P<arguments>.*)\) += (?P<result>\d+)(?:<(?P<where>.*)>)?$")
_DESCRIPTOR = re.compile(r"(?P<number>\d+|AT_FDCWD)<(?P<path>.*)>$")
_OUTPUT = 1
_CALLED = {
    "pwrite64": "write",
    "ftruncate": "truncate",
    "fsync": "sync",
    "fdatasync": "sync",
    "lseek": "seek",
}


@dataclass(frozen=True, slots=True)
class Call:
    """One call that succeeded, on a file or folder below the recorded one.

    Args:
        name: open, mkdir, rename, unlink, rmdir; of what is open write, truncate, seek, sync.
        number: of `open` the descriptor, of `write` the offset, -1 for where it is, of `truncate`
            the length, of `seek` the offset that it led to.
    """

    name: str
    path: str = ""
    to_path: str = ""
    descriptor: int = -1
    content: bytes = b""
    number: int = 0
    flags: str = ""


def why_not() -> str | None:
    """Return why nothing can be recorded here; None if it can."""
    if sys.platform != "linux":
        return "power cuts are recorded on Linux only"
    if (strace := shutil.which("strace")) is None:
        return "strace, which records what a power cut would undo, is not on this machine"
    tried = subprocess.run([strace, "-qq", "true"], capture_output=True, check=False)
    return None if tried.returncode == 0 else "strace may not follow processes on this machine"


def record(command: Sequence[str], root: Path, log: Path) -> Iterator[Call]:
    """Run a command to its end; yield its calls below `root`, and what it wrote to its output."""
    options = ["-f", "--seccomp-bpf", "-y", "-xx", "-s", str(2**26), "-qq", "-o", str(log)]
    trace = ["strace", *options, "-e", f"trace={','.join(_CALLS)}"]
    subprocess.run([*trace, *command], check=True, capture_output=True, cwd=root)
    with log.open("r", encoding="ascii") as lines:
        yield from _calls(lines, root)


def _calls(lines: Iterator[str], root: Path) -> Iterator[Call]:
    begun: dict[str, str] = {}  # by process: what another one's call came between
    for line in lines:
        heard = _LINE.match(line)
        if heard is None:
            continue
        rest = heard["rest"].rstrip()
        if rest.endswith("<unfinished ...>"):
            begun[heard["pid"]] = rest.removesuffix("<unfinished ...>").rstrip()
            continue
        if rest.startswith(" resumed>"):
            rest = begun.pop(heard["pid"]) + rest.removeprefix(" resumed>")
        done = _DONE.match(rest)
        if done is not None and (call := _call(heard["call"], done)) and _concerns(call, root):
            if call.name in _UNKNOWN:
                raise NotImplementedError(f"{call.name} is not replayed yet")
            yield call


def _concerns(call: Call, root: Path) -> bool:
    is_said = call.name == "write" and call.descriptor == _OUTPUT
    return is_said or call.path.startswith(f"{root}/") or call.path == str(root)


def _call(name: str, done: re.Match[str]) -> Call | None:
    """Return a call with its arguments; None if it has no path that could be of interest."""
    words = done["arguments"].split(", ")  # texts are in hexadecimal: no comma stands in one
    result = int(done["result"])
    if name in {"open", "openat", "creat"}:
        flags = {"open": words[1:2], "openat": words[2:3], "creat": ["O_CREAT|O_TRUNC"]}[name]
        return Call("open", _text(done["where"] or ""), number=result, flags=flags[0])
    opened = _DESCRIPTOR.match(words[0])
    if opened is None or name.endswith("at") or name == "renameat2":
        return _of_name(name, words)
    if opened["number"] == "AT_FDCWD":
        return None
    return _of_open(name, words, result, opened)


def _of_name(name: str, words: list[str]) -> Call:
    """Return a call that gives a name, or takes one away."""
    if name in {"rename", "renameat", "renameat2"}:
        is_at = name != "rename"
        old = _at(words[0], words[1]) if is_at else _quoted(words[0])
        return Call("rename", old, _at(words[2], words[3]) if is_at else _quoted(words[1]))
    path = _at(words[0], words[1]) if name.endswith("at") else _quoted(words[0])
    is_folder = name == "rmdir" or "AT_REMOVEDIR" in words[-1]
    return Call("rmdir" if is_folder else name.removesuffix("at"), path)


def _of_open(name: str, words: list[str], result: int, opened: re.Match[str]) -> Call:
    """Return a call on what was opened before."""
    path, descriptor = _text(opened["path"]), int(opened["number"])
    content, number = b"", 0
    match name:
        case "write" | "pwrite64":
            content = _bytes(words[1].strip('"'))[:result]
            number = int(words[3]) if name == "pwrite64" else -1
        case "ftruncate":
            number = int(words[1])
        case "lseek":
            number = result
        case _:
            pass
    called = _CALLED.get(name, name)
    return Call(called, path, descriptor=descriptor, content=content, number=number)


def _at(folder: str, name: str) -> str:
    opened = _DESCRIPTOR.match(folder)
    return str(Path(_text(opened["path"]) if opened else "/", _quoted(name)))


def _quoted(word: str) -> str:
    return _text(word.strip('"'))


def _text(hexadecimal: str) -> str:
    return _bytes(hexadecimal).decode(errors="surrogateescape")


def _bytes(hexadecimal: str) -> bytes:
    return bytes.fromhex(hexadecimal.replace("\\x", ""))
