"""The settings of the house."""

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from enum import StrEnum
from typing import Any, get_type_hints

from newsdesk.domain.canonical import composed
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.embargo import zone
from newsdesk.domain.errors import FieldError
from newsdesk.domain.language import normalised
from newsdesk.domain.newsroom import Newsroom
from newsdesk.services.places import find_place
from newsdesk.services.site_decisions import SETTING as SITES
from newsdesk.services.site_decisions import read_site
from newsdesk.services.workplace import Workplace

_TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


class NewsroomService:
    """One house; each saved change is a new version of its settings."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def get(self) -> Newsroom:
        with self._workplace.database.reading() as work:
            return work.newsroom.get()

    def save(self, newsroom: Newsroom) -> tuple[Newsroom, Changes]:
        with self._workplace.database.transaction() as work:
            saved = work.newsroom.save(composed(newsroom))
        return saved, Changes.of(Subject.NEWSROOM)

    def edit(self, values: Mapping[str, str]) -> tuple[Newsroom, Changes]:
        """Set settings by name; lists are separated by `;`, maps are `en=…; fr=…` or JSON.

        Raises:
            FieldError: there is no such setting, or it cannot hold the value.
            NotFoundError, AmbiguousKeyError: of the seats.
        """
        with self._workplace.database.transaction() as work:
            newsroom = work.newsroom.get()
            for name, value in values.items():
                read = self._seats if name == "seats" else read_setting
                newsroom = replace(newsroom, **{name: read(name, value.strip())})
            saved = work.newsroom.save(composed(newsroom))
        return saved, Changes.of(Subject.NEWSROOM)

    def _seats(self, _name: str, value: str) -> tuple[Any, ...]:
        names = [name.strip() for name in value.split(";") if name.strip()]
        return tuple(find_place(self._workplace.gazetteer(), name).id for name in names)


def settings() -> list[str]:
    """Return the names of what can be set."""
    return [field.name for field in fields(Newsroom) if field.name != "version"]


def read_setting(name: str, value: str) -> Any:
    """Return the value that a text means for a setting, but for the seats; raise `FieldError`."""
    if name not in settings():
        raise FieldError(name, value, settings())
    kind = get_type_hints(Newsroom)[name]
    if name == "tz":
        zone(value)
    if name == "languages":
        tags = [tag for tag in value.replace(",", ";").split(";") if tag.strip()]
        return tuple(normalised(tag) for tag in tags or [value])
    if name == SITES:
        return tuple(sorted({read_site(site) for site in value.split(";") if site.strip()}))
    if kind is bool:
        if value.casefold() not in _TRUTH:
            raise FieldError(name, value, sorted(_TRUTH))
        return _TRUTH[value.casefold()]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        try:
            return kind(value.casefold())
        except ValueError as error:
            raise FieldError(name, value, list(kind)) from error
    return value if kind is str else _map(name, value)


def _map(name: str, value: str) -> dict[str, str]:
    try:
        pairs = (
            json.loads(value)
            if value.startswith("{")
            else dict(pair.split("=", 1) for pair in value.split(";") if pair.strip())
        )
        return {normalised(key): str(text).strip() for key, text in pairs.items()}
    except (ValueError, RecursionError) as error:
        raise FieldError(name, value, ["en=…; fr=…"]) from error
