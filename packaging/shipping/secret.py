"""Secrets that come in through the environment and that programs want as files."""

from base64 import b64decode
from pathlib import Path


def write_secret(file: Path, encoded: str) -> Path:
    """Write what is encoded in Base64 into a file that only its owner reads; return the file."""
    file.unlink(missing_ok=True)
    file.touch(0o600)
    file.write_bytes(b64decode(encoded))
    return file
