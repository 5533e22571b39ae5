"""Templates: kept, changed, and releases begun from them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsdesk.domain.canonical import composed, encode
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import (
    AmbiguousKeyError,
    FieldError,
    NewsdeskError,
    NotFoundError,
    StorageError,
)
from newsdesk.domain.fold import fold
from newsdesk.domain.ids import TemplateId
from newsdesk.domain.language import normalised
from newsdesk.domain.place import Place
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.domain.template import REQUIRABLE, Template
from newsdesk.services.fields import TERM_FIELDS, FieldSetter
from newsdesk.services.keeping import keep
from newsdesk.services.new_release import blank
from newsdesk.services.releases import named
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork

_SHORTEST_KEY = 4  # characters of an id that tell one entry from the others
_TEXTS = ("headline", "subheadline", "abstract", "slugline", "byline", "ednote")
_OWN = frozenset({"language", "profile", "body_md"})  # what a template has fields for
_NEVER = frozenset({"slug", "starred", "symbol", "web_url"})  # of one release alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A release that was begun from a template."""

    release: Release
    left_out: tuple[str, ...] = ()  # fields whose value is no longer to be had: a place, a contact


def find_template(templates: Sequence[Template], key: str) -> Template:
    """Return the one template meant by its name or the beginning of its id.

    Raises:
        NotFoundError, AmbiguousKeyError: none is, or several are.
    """
    wanted = fold(key)
    matches = [one for one in templates if wanted in (fold(one.name), str(one.id))] or [
        one for one in templates if len(wanted) >= _SHORTEST_KEY and str(one.id).startswith(wanted)
    ]
    if not matches:
        raise NotFoundError("template", key)
    if len(matches) > 1:
        raise AmbiguousKeyError(key, [f"{one.name} ({one.id})" for one in matches])
    return matches[0]


class TemplateService:
    """Listing, adding, changing and removing them, and beginning releases."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def all(self) -> list[Template]:
        """Return them by their names."""
        with self._workplace.database.reading() as work:
            return sorted(work.templates.all(), key=lambda one: fold(one.name))

    def find(self, key: str) -> Template:
        return find_template(self.all(), key)

    def required(self, key: TemplateId) -> tuple[str, ...]:
        """Return what a template asks for, one that was removed too; nothing if it never was."""
        with self._workplace.database.reading() as work, suppress(NotFoundError):
            return work.templates.get(key).required_fields
        return ()

    def blank(self, language: str) -> Template:
        """Return a template, not stored yet, with nothing in it."""
        return Template(id=TemplateId(self._workplace.new_id()), name="", language=language)

    def outline(self, key: str, name: str) -> Template:
        """Return a template, not stored yet, of what a release says and carries.

        Dates, embargo, approvals, symbol and pictures stay behind, and so do standing paragraphs:
        those of the day come of themselves.
        """
        with self._workplace.database.reading() as work:
            release = work.releases.get(work.releases.by_key(key), verified=True)
        return Template(
            id=TemplateId(self._workplace.new_id()),
            name=name,
            profile=release.profile,
            language=release.language,
            defaults=dict(_defaults(release)),
            body_md=release.body_md,
        )

    def add(self, name: str, language: str, body_md: str = "") -> tuple[Template, Changes]:
        """Begin a template from scratch.

        Raises:
            FieldError: it has no name, or the language is none.
        """
        new_id = TemplateId(self._workplace.new_id())
        return self.save(Template(id=new_id, name=name, language=language, body_md=body_md))

    def save(self, template: Template) -> tuple[Template, Changes]:
        """Store a template.

        Raises:
            FieldError: it has no name, or asks for or sets a field that no release has.
            StaleError: somebody saved it since it was read.
        """
        kept = composed(_checked(template))
        with self._workplace.database.transaction() as work:
            saved = work.templates.save(kept)
        return saved, Changes.of(Subject.TEMPLATES)

    def remove(self, key: str) -> tuple[Template, Changes]:
        """Remove by the name or the beginning of an id."""
        with self._workplace.database.transaction() as work:
            template = find_template(work.templates.all(), key)
            work.templates.delete(template.id, at=self._workplace.now(), by=self._workplace.author)
        return template, Changes.of(Subject.TEMPLATES)

    def put_back(self, key: TemplateId) -> tuple[Template, Changes]:
        """Bring back what was removed."""
        with self._workplace.database.transaction() as work:
            template = work.templates.save(work.templates.get(key))
        return template, Changes.of(Subject.TEMPLATES)

    def begin(
        self, key: str, values: Mapping[str, str] | None = None, *, body_md: str | None = None
    ) -> tuple[Begun, Changes]:
        """Make a draft from a template.

        What the template names and is no longer to be had is left out.

        Args:
            values: fields by name, which come before those of the template.
        """
        with self._workplace.database.transaction() as work:
            template = find_template(work.templates.all(), key)
            given = dict(values or {})
            language = normalised(given.get("language") or template.language)
            empty = blank(work, self._workplace, language)
            text = template.body_md if body_md is None else body_md
            draft = replace(empty, profile=template.profile, template_id=template.id, body_md=text)
            left_out: list[str] = []
            for name, value in _in_order(template.defaults):
                if name not in given:
                    draft, is_set = self._with(work, draft, name, value)
                    left_out += [] if is_set else [name]
            draft = FieldSetter(work, self._workplace).apply(draft, given)
            saved = keep(work, named(work, draft, empty), Reason.SAVE, self._workplace)
        begun = Begun(release=saved, left_out=tuple(left_out))
        return begun, Changes.of(Subject.TERMS, releases={saved.id})

    def _with(
        self, work: "UnitOfWork", draft: Release, name: str, value: str
    ) -> tuple[Release, bool]:
        try:
            with work.step():
                return FieldSetter(work, self._workplace).apply(draft, {name: value}), True
        except StorageError:
            raise
        except NewsdeskError:
            return draft, False


def _in_order(defaults: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((name, defaults[name]) for name in FieldSetter.FIELDS if name in defaults)


def _defaults(release: Release) -> Iterator[tuple[str, str]]:
    """Yield what a release says in its fields, in the words of `FieldSetter`."""
    for name in _TEXTS:
        if text := getattr(release, name):
            yield name, text
    if release.urgency != Release.__dataclass_fields__["urgency"].default:
        yield "urgency", str(release.urgency)
    dateline = release.dateline
    yield "dateline.style", dateline.style.value
    yield "dateline.country", dateline.country.value
    for part in ("source", "custom_text"):
        if text := getattr(dateline, part):
            yield f"dateline.{part}", text
    if dateline.places:
        yield "dateline.places", "; ".join(map(_place, dateline.places))
    for name, scheme in TERM_FIELDS.items():
        words = [t.name(release.language) for t in release.terms if t.scheme is scheme]
        if words:
            yield name, ", ".join(words)
    if release.contacts:
        yield "contacts", json.dumps([_contact(one) for one in release.contacts])


def _place(place: Place) -> str:
    return (
        f"{place.city}, {place.admin1 or place.country('en')}" if place.city else place.name("en")
    )


def _contact(contact: object) -> object:
    fields = encode(contact)
    assert isinstance(fields, dict)
    return fields | {"name": fields["display_name"], "role": fields["role_title"]}


def _checked(template: Template) -> Template:
    name = " ".join(template.name.split())
    if not name:
        raise FieldError("name", template.name)
    possible = sorted(FieldSetter.FIELDS.keys() - _OWN - _NEVER)
    for field in template.defaults:
        if field not in possible:
            raise FieldError(field, template.defaults[field], possible)
    for field in template.required_fields:
        if field not in REQUIRABLE:
            raise FieldError("required_fields", field, REQUIRABLE)
    return replace(template, name=name, language=normalised(template.language))
