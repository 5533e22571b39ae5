"""A file under a password: its key by scrypt, its bytes by AES-GCM.

Nothing in it can be read or changed without the password. What stands before the ciphertext, which
is bound to it, is the format, the salt and the nonce; the cost of the key belongs to the format.
"""

import secrets
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from newsdesk.domain.errors import ImportProblem, ImportRefusedError

_MARK = b"newsdesk under a password\n"
_FORMAT = b"\x01"
_SALT, _NONCE, _TAG = 16, 12, 16  # bytes
_KEY = 32
_COST = 2**17  # 128 MB and half a second for each guess (OWASP's advice of 2024)


def is_locked(raw: bytes) -> bool:
    """Tell whether a file asks for a password."""
    return raw.startswith(_MARK)


def locked(content: bytes, password: str) -> bytes:
    """Return `content` under a password, otherwise at each call."""
    salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
    head = _MARK + _FORMAT + salt + nonce
    return head + AESGCM(_key(password, salt)).encrypt(nonce, content, head)


def unlocked(raw: bytes, password: str, name: str) -> bytes:
    """Return the content of a file under a password.

    Args:
        name: that of the file, for what is refused.

    Raises:
        ImportRefusedError: the password is another one, or the file was altered: that cannot be
            told apart; or it is of a newer newsdesk, or cut off.
    """
    start = len(_MARK) + len(_FORMAT)
    head = raw[: start + _SALT + _NONCE]
    if len(raw) < len(head) + _TAG or len(head) < start + _SALT + _NONCE:
        raise ImportRefusedError(ImportProblem.DAMAGED, name, "cut off")
    if head[len(_MARK) : start] != _FORMAT:
        raise ImportRefusedError(ImportProblem.BUNDLE_NEWER, name, str(head[len(_MARK)]))
    salt, nonce = head[start : start + _SALT], head[start + _SALT :]
    try:
        return AESGCM(_key(password, salt)).decrypt(nonce, raw[len(head) :], head)
    except InvalidTag as error:
        raise ImportRefusedError(ImportProblem.WRONG_PASSWORD, name) from error


def _key(password: str, salt: bytes) -> bytes:
    # the same letters, however a keyboard or a system puts them together
    typed = unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
    return Scrypt(salt=salt, length=_KEY, n=_COST, r=8, p=1).derive(typed)
