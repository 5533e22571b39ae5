"""How standing paragraphs are called and shown."""

from collections.abc import Mapping

from newsdesk.domain.boilerplate import BoilerplateKind
from newsdesk.rendering.opening import opening
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate

_KINDS: Mapping[BoilerplateKind, str] = {
    BoilerplateKind.ABOUT: QT_TRANSLATE_NOOP("Boilerplates", "About us"),
    BoilerplateKind.NOTES_TO_EDITORS: QT_TRANSLATE_NOOP("Boilerplates", "Notes to editors"),
    BoilerplateKind.HELPLINE: QT_TRANSLATE_NOOP("Boilerplates", "Help line"),
    BoilerplateKind.DISCLAIMER: QT_TRANSLATE_NOOP("Boilerplates", "Disclaimer"),
    BoilerplateKind.FOOTNOTE: QT_TRANSLATE_NOOP("Boilerplates", "Footnote"),
}
_MENU_LONGEST = 48  # characters


def boilerplate_kind_name(kind: BoilerplateKind) -> str:
    return translate("Boilerplates", _KINDS[kind])


def menu_text(text_md: str) -> str:
    """Return the first words of a text as a line of a menu."""
    words = opening(text_md)
    if len(words) > _MENU_LONGEST:
        words = f"{words[:_MENU_LONGEST].rsplit(' ', 1)[0]}…"
    return words.replace("&", "&&")
