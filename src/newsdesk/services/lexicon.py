"""What the names in a search stand for: countries of the gazetteer, languages of CLDR."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from newsdesk.domain.errors import FieldError
from newsdesk.domain.fold import fold, has_word_beginning
from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.domain.language import normalised
from newsdesk.rendering.language_names import is_language, languages_called


class NameLexicon:
    """Knows countries in every language of the gazetteer, and languages in those of the trade."""

    def __init__(self, gazetteer: Callable[[], Gazetteer]) -> None:
        self._gazetteer = gazetteer

    def languages(self, name: str) -> Sequence[str]:
        try:
            tag = normalised(name)
        except FieldError:
            tag = ""
        return (tag,) if tag and is_language(tag) else languages_called(name)

    def countries(self, name: str) -> Sequence[str]:
        """Return the names of those called so; else of those with a word that begins so."""
        countries = self.country_names.values()
        exact = [names for names in countries if name in names]
        found = exact or [
            names for names in countries if any(has_word_beginning(n, name) for n in names)
        ]
        return tuple(dict.fromkeys(one for names in found for one in names))

    @cached_property
    def country_names(self) -> Mapping[str, tuple[str, ...]]:
        """The code of each country, and all that it is called, folded, its code first."""
        gazetteer = self._gazetteer()
        return {
            place.country_code: (
                place.country_code.lower(),
                *dict.fromkeys(
                    map(fold, (*place.country_names.values(), *gazetteer.other_names(place.id)))
                ),
            )
            for place in gazetteer
            if place.city is None
        }
