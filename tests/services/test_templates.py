from dataclasses import replace

import pytest

from newsdesk.domain.changes import Subject
from newsdesk.domain.contact import Contact, ContactPoint, PointKind
from newsdesk.domain.errors import (
    AmbiguousKeyError,
    ConfirmationKind,
    ConfirmationNeededError,
    FieldError,
    NotFoundError,
    StaleError,
)
from newsdesk.domain.ids import TemplateId
from newsdesk.domain.release import Profile
from newsdesk.domain.vocabulary import Scheme
from newsdesk.domain.workflow import Action, State
from newsdesk.services.desk import Desk
from tests.services.conftest import Clock


def test_a_template_is_begun_from_scratch_listed_and_found(desk: Desk) -> None:
    statement, changes = desk.templates.add("Statement", "en", "{{who}} said {{what}}.")
    briefing, _ = desk.templates.add("briefing note", "fr")
    assert Subject.TEMPLATES in changes.subjects
    assert desk.templates.all() == [briefing, statement]
    assert desk.templates.find("STATEMENT") == statement
    with pytest.raises(NotFoundError):
        desk.templates.find("Speech")
    desk.templates.add("Statement", "fr")
    with pytest.raises(AmbiguousKeyError):
        desk.templates.find("statement")


def test_a_release_becomes_a_template_and_the_template_a_release(desk: Desk, clock: Clock) -> None:
    contact, _ = desk.contacts.add(
        Contact(
            id=desk.releases.new({})[0].id,  # type: ignore[arg-type]
            display_name="Noor Elm",
            points=(
                ContactPoint(kind=PointKind.EMAIL, value="noor@example.org"),
                ContactPoint(kind=PointKind.MOBILE, value="+41785550100", public=False),
            ),
        )
    )
    original, _ = desk.releases.new(
        {
            "headline": "{{port}} opens",
            "abstract": "A port opens.",
            "profile": "statement",
            "urgency": "3",
            "symbol": "ND/12",
            "dateline.places": "Geneva, Switzerland; Nairobi, Kenya",
            "dateline.date": "2026-02-01",
            "dateline.source": "(ND)",
            "tags": "Ports, Quays",
            "themes": "Sea",
            "contacts": contact.display_name,
            "embargo.until_local": "2026-12-01T10:00",
        },
        body_md="In {{place}}.",
    )
    template, _ = desk.templates.save(desk.templates.outline(str(original.id), " Opening "))
    assert (template.name, template.profile) == ("Opening", Profile.STATEMENT)
    clock.advance(days=30)
    begun, changes = desk.templates.begin("opening")
    release = begun.release
    assert begun.left_out == ()
    assert changes.releases == {release.id}
    for name in ("headline", "abstract", "body_md", "urgency", "profile", "contacts", "terms"):
        assert getattr(release, name) == getattr(original, name), name
    assert release.dateline.places == original.dateline.places
    assert release.dateline.source == "(ND)"
    assert str(release.dateline.date) == "2026-04-01"
    assert (release.symbol, release.embargo, release.state) == (None, None, State.DRAFT)
    assert (release.template_id, release.family_id) == (template.id, release.id)


def test_what_was_asked_for_comes_before_what_the_template_says(desk: Desk) -> None:
    template, _ = desk.templates.add("Statement", "en", "{{text}}")
    desk.templates.save(replace(template, defaults={"headline": "{{who}}", "tags": "Ports"}))
    begun, _ = desk.templates.begin("statement", {"headline": "Dana Ash", "language": "fr"})
    assert (begun.release.headline, begun.release.language) == ("Dana Ash", "fr")
    assert begun.release.slug == "dana-ash"
    assert [term.name("en") for term in begun.release.terms] == ["Ports"]
    begun, _ = desk.templates.begin("statement", body_md="Mine.")
    assert begun.release.body_md == "Mine."


def test_what_is_no_longer_to_be_had_is_left_out_and_told(desk: Desk) -> None:
    template, _ = desk.templates.add("Statement", "en", "{{text}}")
    desk.templates.save(
        replace(
            template,
            defaults={
                "contacts": "Nobody Here",
                "dateline.places": "Atlantis",
                "headline": "{{who}}",
            },
        )
    )
    begun, _ = desk.templates.begin("statement")
    assert set(begun.left_out) == {"contacts", "dateline.places"}
    assert begun.release.headline == "{{who}}"
    assert begun.release.contacts == ()


@pytest.mark.parametrize(
    "change",
    [
        {"name": "  "},
        {"defaults": {"nonsense": "x"}},
        {"defaults": {"slug": "x"}},
        {"required_fields": ("urgency",)},
        {"language": "?"},
    ],
)
def test_what_no_template_can_hold_is_refused(desk: Desk, change: dict[str, object]) -> None:
    template, _ = desk.templates.add("Statement", "en")
    with pytest.raises(FieldError):
        desk.templates.save(replace(template, **change))  # type: ignore[arg-type]
    assert desk.templates.all() == [template]


def test_a_template_is_removed_and_comes_back(desk: Desk) -> None:
    template, _ = desk.templates.add("Statement", "en")
    begun, _ = desk.templates.begin("statement")
    desk.templates.remove("statement")
    assert desk.templates.all() == []
    assert desk.releases.get(str(begun.release.id)).template_id == template.id
    desk.templates.put_back(template.id)
    assert [one.name for one in desk.templates.all()] == ["Statement"]


def test_two_windows_do_not_overwrite_each_others_template(desk: Desk) -> None:
    template, _ = desk.templates.add("Statement", "en")
    desk.templates.save(replace(template, body_md="One."))
    with pytest.raises(StaleError):
        desk.templates.save(replace(template, body_md="Other."))


def test_publishing_asks_for_what_the_template_asks_for(desk: Desk) -> None:
    template, _ = desk.templates.add("Statement", "en", "Text.")
    desk.templates.save(replace(template, required_fields=("headline", "contacts", "tags")))
    begun, _ = desk.templates.begin("statement", {"headline": "Dana Ash"})
    key = str(begun.release.id)
    with pytest.raises(ConfirmationNeededError) as caught:
        desk.workflow.take(key, Action.PUBLISH)
    assert desk.templates.required(template.id) == ("headline", "contacts", "tags")
    assert desk.templates.required(TemplateId(begun.release.id)) == ()
    assert (caught.value.kind, caught.value.details) == (
        ConfirmationKind.BLANKS,
        ("contacts", "tags"),
    )
    desk.releases.edit(key, {"tags": "Ports"})
    published, _ = desk.workflow.take(
        key, Action.PUBLISH, confirmed=frozenset({ConfirmationKind.BLANKS})
    )
    assert published.state is State.PUBLISHED
    assert [term.scheme for term in published.terms] == [Scheme.TAG]
