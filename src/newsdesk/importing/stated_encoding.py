"""What is meant by the encoding that a source states."""

import codecs

_MEANT = {  # what is stated -> what is meant, as browsers have it
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}


def meant_by(stated: str) -> str | None:
    """Return a codec's name; None if that is no encoding in which ASCII is ASCII."""
    try:
        name = codecs.lookup(stated).name
        is_text = bool("<".encode(name) == b"<")  # not UTF-16: the name was read byte by byte
    except (LookupError, ValueError):
        return None
    return _MEANT.get(name, name) if is_text else None
