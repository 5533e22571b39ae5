"""The dateline put together from all that says where and when: above, before and below the text."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields, replace
from itertools import combinations

from newsdesk.domain.dateline import Dateline, DatelineStyle
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.provenance import Finding
from newsdesk.importing.dateline import DatelineReading
from newsdesk.importing.dissection import Found
from newsdesk.importing.posted import PostedReading


@dataclass(frozen=True, slots=True, kw_only=True)
class DatelineSources:
    """What stands in a text, each None where nothing does."""

    opening: Found[DatelineReading] | None = None  # before the lead, or above it on its own line
    closing: Found[DatelineReading] | None = None  # below the text
    issued: Found[PostedReading] | None = None
    posted: Found[PostedReading] | None = None
    posted_below: Found[PostedReading] | None = None
    embargo: Found[Embargo] | None = None

    def dateline(self, house_style: DatelineStyle) -> Dateline:
        """Return the one dateline that all of it makes."""
        opening = self.opening.value if self.opening else None
        main = opening.dateline if opening else Dateline(style=house_style)
        last = self.closing.value.dateline if self.closing else None
        if last is not None and not (main.places or main.custom_text):
            main = replace(last, date=main.date or last.date, source=main.source)
        printed = [self.issued, self.posted, self.posted_below]
        days = [one.value.date for one in printed if one and one.value.date]
        days += [self.embargo.value.until_local.date()] if self.embargo else []
        if opening and (day := opening.completed_by(days)):
            if not main.places:
                return replace(main, date=day, custom_text=opening.place)
            return replace(main, date=day, style=house_style, custom_text=None)
        if main.date is None and main.style is not DatelineStyle.CUSTOM:
            issued = self.issued.value.date if self.issued else None
            main = replace(main, date=issued or (last.date if last else None))
        return main

    def datelines(self, house_style: DatelineStyle) -> tuple[Found[Dateline], ...]:
        """Return that dateline and before it what is left of it without some of its sources.

        The last one that holds is the dateline then; what it did not need never fills it.
        """
        used = self._used(house_style)
        return tuple(
            Found(self._only(some).dateline(house_style), self._findings(some))
            for size in range(len(used) + 1)
            for some in combinations(used, size)
        )

    def page_date(self, dateline: Dateline) -> Found[PostedReading] | None:
        """Return when the page was put up: a bare date too, if the release has one of its own."""
        posted = self.posted or self.posted_below
        if posted or self.issued is None or self.embargo:
            return posted  # under an embargo a bare date is that of the document
        return self.issued if dateline.date not in {None, self.issued.value.date} else None

    def _used(self, house_style: DatelineStyle) -> list[str]:
        """Return the names of the sources without which the dateline would be another."""
        whole = self.dateline(house_style)
        used = [field.name for field in fields(self)]
        for name in reversed(used[:]):
            rest = [other for other in used if other != name]
            if self._only(rest).dateline(house_style) == whole:
                used = rest
        return used

    def _only(self, names: Collection[str]) -> "DatelineSources":
        return replace(
            self, **{field.name: None for field in fields(self) if field.name not in names}
        )

    def _findings(self, names: Sequence[str]) -> tuple[Finding, ...]:
        found: list[Found[DatelineReading] | Found[PostedReading] | Found[Embargo] | None] = [
            getattr(self, name) for name in names
        ]
        return tuple(finding for one in found if one for finding in one.findings)
