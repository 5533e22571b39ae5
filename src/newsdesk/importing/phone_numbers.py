"""Numbers as printed to numbers that can be dialled from anywhere."""

import re
import unicodedata
from dataclasses import dataclass

_SHORTEST, _LONGEST = 8, 15  # digits, E.164
_NO_DIGIT = re.compile(r"\D")
_TRUNK = re.compile(r"\(\s?0\s?\)")


@dataclass(frozen=True, slots=True)
class DialledNumber:
    value: str  # E.164, or the digits as they were entered
    flags: tuple[str, ...] = ()


def dialled(printed: str, country_code: str | None) -> DialledNumber:
    """Return the number to dial for a printed one.

    Args:
        country_code: the country it is in, if that is known; ISO 3166-1 alpha-2.
    """
    printed = _ascii_digits(printed)
    digits = _NO_DIGIT.sub("", printed)
    lead = printed.lstrip(" (")
    flags: list[str] = []
    if lead.startswith("+") or digits.startswith("00"):
        value = _international("+" + _NO_DIGIT.sub("", _TRUNK.sub("", printed)).removeprefix("00"))
    else:
        found = _national(printed, country_code) if country_code else None
        value = found or digits
        if _says_country(digits, found):
            flags.append("phone_no_plus")
        elif found:
            flags.append("country_assumed")
    length = len(value.lstrip("+"))
    if not _SHORTEST <= length <= _LONGEST:
        flags.append("phone_length")
    return DialledNumber(value, tuple(flags))


def _ascii_digits(printed: str) -> str:
    """٠٢٢ and ０２２ are dialled 022."""
    if printed.isascii():
        return printed
    return "".join(
        "+" if c == "＋" else str(unicodedata.decimal(c)) if c.isdecimal() else c for c in printed
    )


def _says_country(digits: str, found: str | None) -> bool:
    """Tell whether the number begins with its country's code and lacks only the plus."""
    if found:
        return digits == found.lstrip("+")
    return len(digits) >= 11 and not digits.startswith(("0", "1"))


def _international(number: str) -> str:
    """Return E.164; a trunk zero after the country's code goes."""
    import phonenumbers  # noqa: PLC0415 - slow, and most texts need no numbers

    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def _national(printed: str, country_code: str) -> str | None:
    """Return E.164 for a number that is valid in its country."""
    import phonenumbers  # noqa: PLC0415 - as above

    try:
        parsed = phonenumbers.parse(printed, country_code)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number_for_region(parsed, country_code):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
