"""What became of releases that another desk handed over, in sentences."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from newsdesk.services.taking_over import Fate, TakenOver
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate

_ONE: Mapping[Fate, str] = {
    Fate.NEW: QT_TRANSLATE_NOOP("TakenOver", "“{0}” is taken over."),
    Fate.UPDATED: QT_TRANSLATE_NOOP(
        "TakenOver", "“{0}” is taken over. What was here before is in its history."
    ),
    Fate.SAME: QT_TRANSLATE_NOOP("TakenOver", "“{0}” is here already, just as it was handed over."),
    Fate.BEHIND: QT_TRANSLATE_NOOP("TakenOver", "“{0}” is newer here, and was left as it is."),
    Fate.MINE: QT_TRANSLATE_NOOP(
        "TakenOver", "Your version of “{0}” is kept. The other one is in its history."
    ),
    Fate.THEIRS: QT_TRANSLATE_NOOP(
        "TakenOver", "The other version of “{0}” is kept. Yours is in its history."
    ),
    Fate.BOTH: QT_TRANSLATE_NOOP("TakenOver", "Both versions of “{0}” are kept."),
    Fate.UNDECIDED: QT_TRANSLATE_NOOP(
        "TakenOver", "“{0}” is as it was: nothing was decided. Import the file again to choose."
    ),
}
_TAKEN = frozenset({Fate.NEW, Fate.UPDATED, Fate.MINE, Fate.THEIRS, Fate.BOTH})


def became(taken: TakenOver) -> str:
    """Return what became of one release."""
    headline = taken.release.headline or taken.release.slug
    return translate("TakenOver", _ONE[taken.fate]).format(f"\u2068{headline}\u2069")


class TakenOverWords(QObject):
    """Sentences that count. A QObject, as only in its `tr` are plurals found to be translated."""

    def summary(self, taken: Sequence[TakenOver]) -> str:
        """Return what became of all of them."""
        if len(taken) == 1:
            return became(taken[0])
        counts = Counter(one.fate for one in taken)
        stored = sum(counts[fate] for fate in _TAKEN)
        said = [self.tr("Taken over: %Ln release(s).", "", stored)]
        for fate, text in (
            (Fate.SAME, self.tr("Here already: %Ln.", "", counts[Fate.SAME])),
            (Fate.BEHIND, self.tr("Newer here: %Ln.", "", counts[Fate.BEHIND])),
            (Fate.UNDECIDED, self.tr("Not decided: %Ln.", "", counts[Fate.UNDECIDED])),
        ):
            if counts[fate]:
                said.append(text)
        return " ".join(said)


def has_stored(taken: TakenOver) -> bool:
    """Tell whether anything of a release was stored."""
    return taken.fate in _TAKEN
