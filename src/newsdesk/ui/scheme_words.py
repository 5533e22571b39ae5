"""What vocabularies are called."""

from collections.abc import Mapping

from newsdesk.domain.vocabulary import Scheme
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate

_NAMES: Mapping[Scheme, str] = {
    Scheme.REGION: QT_TRANSLATE_NOOP("Vocabularies", "Regions"),
    Scheme.COUNTRY: QT_TRANSLATE_NOOP("Vocabularies", "Countries"),
    Scheme.THEME: QT_TRANSLATE_NOOP("Vocabularies", "Themes"),
    Scheme.CATEGORY: QT_TRANSLATE_NOOP("Vocabularies", "Categories"),
    Scheme.IPTC_MEDIATOPIC: QT_TRANSLATE_NOOP("Vocabularies", "Media topics (IPTC)"),
    Scheme.IPTC_GENRE: QT_TRANSLATE_NOOP("Vocabularies", "Genres (IPTC)"),
    Scheme.TAG: QT_TRANSLATE_NOOP("Vocabularies", "Tags"),
}


def scheme_name(scheme: Scheme) -> str:
    return translate("Vocabularies", _NAMES[scheme])
