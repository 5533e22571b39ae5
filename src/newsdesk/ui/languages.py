"""Languages as people see them in the window."""

from PySide6.QtCore import QLocale

LANGUAGES = (
    "en", "fr", "es", "ar", "ru", "zh", "de", "it", "pt", "nl", "pl", "uk", "ro", "el", "hu",
    "cs", "sv", "tr", "fa", "ps", "ckb", "he", "ur", "hi", "bn", "sw", "am", "so", "id", "ms",
    "vi", "th", "my", "ja", "ko", "sq", "bs", "sr", "ka", "hy",
)  # fmt: skip
"""What a release may be written in without being asked for by its tag; the UN's six come first."""

_HOUSE_NAMES = {"en": "English", "es": "Español", "zh": "中文"}  # of no country in particular


def language_name(tag: str) -> str:
    """Return a language as it calls itself: "English", "العربية"; the tag where nobody knows."""
    if tag in _HOUSE_NAMES:
        return _HOUSE_NAMES[tag]
    locale = QLocale(tag.replace("-", "_"))
    name = locale.nativeLanguageName() if locale.language() is not QLocale.Language.C else ""
    return name[:1].upper() + name[1:] if name else tag
