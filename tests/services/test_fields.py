import json
from datetime import date

import pytest

from newsdesk.domain.dateline import CountryInDateline, DatelineStyle
from newsdesk.domain.errors import (
    AmbiguousKeyError,
    EmbargoError,
    EmbargoProblem,
    FieldError,
    NewsdeskError,
    NotFoundError,
)
from newsdesk.domain.release import Profile, Release, ReleaseKind
from newsdesk.domain.workflow import Action
from newsdesk.services.desk import Desk


def edited(desk: Desk, **values: str) -> Release:
    desk.releases.new({"headline": "One"}, body_md="Text.")
    return desk.releases.edit("one", {k.replace("__", "."): v for k, v in values.items()})[0]


def test_text_fields_are_set_and_emptied(desk: Desk) -> None:
    release = edited(desk, subheadline="Sub", byline="Noor Elm", abstract="Short.", symbol="X/1")
    assert (release.subheadline, release.byline) == ("Sub", "Noor Elm")
    assert (release.abstract, release.symbol) == ("Short.", "X/1")
    assert desk.releases.edit("one", {"subheadline": ""})[0].subheadline is None


def test_words_of_a_list_are_taken_in_any_case(desk: Desk) -> None:
    release = edited(desk, profile="Statement", release_kind="HOLD", urgency="2")
    assert release.profile is Profile.STATEMENT
    assert release.release_kind is ReleaseKind.HOLD
    assert release.urgency == 2


def test_a_dateline_is_set_by_its_parts(desk: Desk) -> None:
    release = edited(
        desk,
        dateline__places="Colombo; New Delhi; Bangkok",
        dateline__date="2026-05-03",
        dateline__style="un",
        dateline__source="OSH",
        dateline__country="hidden",
    )
    line = release.dateline
    assert [place.city for place in line.places] == ["Colombo", "New Delhi", "Bangkok"]
    assert (line.date, line.style, line.source) == (date(2026, 5, 3), DatelineStyle.UN, "OSH")
    assert line.country is CountryInDateline.HIDDEN
    assert desk.releases.dateline_text(release).startswith("COLOMBO")


def test_an_embargo_is_set_moved_and_taken_away(desk: Desk) -> None:
    release = edited(desk, embargo__until_local="2026-05-03T09:00", embargo__tz="Africa/Casablanca")
    assert release.embargo is not None
    assert release.embargo.city_label == "Casablanca"
    moved, _ = desk.releases.edit("one", {"embargo.until_local": "2026-05-04T09:00"})
    assert moved.embargo is not None
    assert (moved.embargo.tz, moved.embargo.until_local.day) == ("Africa/Casablanca", 4)
    assert desk.releases.edit("one", {"embargo": "none"})[0].embargo is None


def test_a_day_alone_means_its_first_minute(desk: Desk) -> None:
    release = edited(desk, embargo__until_local="2026-05-03", embargo__tz="UTC")
    assert release.embargo is not None
    assert f"{release.embargo.until_local:%H:%M}" == "00:01"


def test_the_houses_zone_is_meant_where_none_is_named(desk: Desk) -> None:
    desk.newsroom.edit({"tz": "Asia/Kathmandu"})
    release = edited(desk, embargo__until_local="2026-05-03T09:00")
    assert release.embargo is not None
    assert release.embargo.tz == "Asia/Kathmandu"


def test_a_doubled_time_is_asked_about_and_answered(desk: Desk) -> None:
    twice = {"embargo__until_local": "2026-10-25T02:30", "embargo__tz": "Europe/Zurich"}
    with pytest.raises(EmbargoError) as asked:
        edited(desk, **twice)
    assert asked.value.problem is EmbargoProblem.DOUBLED
    answer = {"embargo.until_local": "2026-10-25T02:30", "embargo.tz": "Europe/Zurich"}
    release, _ = desk.releases.edit("one", answer | {"embargo.fold": "1"})
    assert release.embargo is not None
    assert release.embargo.until_utc.hour == 1


@pytest.mark.parametrize(
    ("local", "tz", "problem"),
    [
        ("2027-03-28T02:30", "Europe/Zurich", EmbargoProblem.IMPOSSIBLE),
        ("midnight", "UTC", EmbargoProblem.UNREADABLE),
        ("2026-05-03T24:00", "UTC", EmbargoProblem.UNREADABLE),
        ("2026-05-03T09:00+02:00", "UTC", EmbargoProblem.UNREADABLE),
        ("2026-05-03T09:00", "Mars/Olympus", EmbargoProblem.UNKNOWN_ZONE),
        ("2020-05-03T09:00", "UTC", EmbargoProblem.PAST),
    ],
)
def test_an_embargo_that_cannot_be_is_refused(
    desk: Desk, local: str, tz: str, problem: EmbargoProblem
) -> None:
    with pytest.raises(EmbargoError) as refused:
        edited(desk, embargo__until_local=local, embargo__tz=tz)
    assert refused.value.problem is problem


def test_terms_of_one_kind_leave_the_others_alone(desk: Desk) -> None:
    edited(desk, tags="port, rescue, Port", categories="News", themes="Safety")
    release, _ = desk.releases.edit("one", {"tags": "night"})
    named = {(term.scheme.value, term.name("en")) for term in release.terms}
    assert named == {("tag", "night"), ("category", "News"), ("theme", "Safety")}
    assert {term.name("en") for term in desk.vocabularies.all()} == {
        "port",
        "rescue",
        "News",
        "Safety",
        "night",
    }


def test_standing_paragraphs_are_set_by_kind(desk: Desk) -> None:
    release = edited(desk, boilerplate__about="About us.", boilerplate__notes_to_editors="Note.")
    assert [text.text_md for text in release.boilerplates] == ["About us.", "Note."]
    assert len(desk.releases.edit("one", {"boilerplate.about": ""})[0].boilerplates) == 1


def test_contacts_in_the_printed_shape_are_taken_as_they_are(desk: Desk) -> None:
    release = edited(
        desk, contacts='[{"name": "Noor Elm", "office": "OSH", "emails": ["noor@example.org"]}]'
    )
    (contact,) = release.contacts
    assert (contact.display_name, contact.office) == ("Noor Elm", "OSH")
    assert contact.points[0].value == "noor@example.org"


def test_contacts_with_their_points_keep_what_is_not_public(desk: Desk) -> None:
    private = {"kind": "mobile", "value": "+41795550141", "public": False}
    shown = {"kind": "email", "value": "noor@example.org"}
    written = {
        "name": "Noor Elm",
        "public": True,
        "group_label": "In Bonn",
        "points": [private, shown],
        "withheld": [shown],
        "phones": ["+41 79 555 01 41"],
    }
    (contact,) = edited(desk, contacts=json.dumps([written])).contacts
    assert [point.public for point in contact.points] == [False, True]
    assert contact.exported_points == ()
    assert (contact.group_label, contact.contact_id) == ("In Bonn", None)


def test_the_keys_of_a_release_may_be_all_its_fields_at_once(desk: Desk) -> None:
    release = edited(desk, language="fr", slug="le-port", headline="Le port ouvre", starred="yes")
    assert (release.language, release.slug, release.starred) == ("fr", "le-port", True)


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("colour", "red", FieldError),
        ("urgency", "11", FieldError),
        ("urgency", "high", FieldError),
        ("profile", "poem", FieldError),
        ("slug", "../etc", FieldError),
        ("slug", "other", FieldError),
        ("language", "!!", FieldError),
        ("dateline.date", "yesterday", FieldError),
        ("dateline.places", "Nowhereville", NotFoundError),
        ("contacts", "Nobody", NotFoundError),
        ("contacts", "[{]", FieldError),
        ("contacts", "[7]", FieldError),
        ("embargo", "tomorrow", FieldError),
        ("embargo.fold", "2", EmbargoError),
        ("release_kind", "embargo", FieldError),
        ("starred", "maybe", FieldError),
    ],
)
def test_a_value_that_does_not_fit_changes_nothing(
    desk: Desk, field: str, value: str, error: type[NewsdeskError]
) -> None:
    desk.releases.new({"headline": "Other"})
    before, _ = desk.releases.new({"headline": "One"})
    with pytest.raises(error):
        desk.releases.edit("one", {"headline": "Changed", field: value})
    assert desk.releases.get("one") == before


def test_two_places_of_one_name_are_told_apart_by_their_country(desk: Desk) -> None:
    desk.places.add("Samport", "CH", "Europe/Zurich")
    desk.places.add("Samport", "KE", "Africa/Nairobi")
    with pytest.raises(AmbiguousKeyError):
        edited(desk, dateline__places="Samport")
    release, _ = desk.releases.edit("one", {"dateline.places": "Samport, Kenya"})
    assert release.dateline.places[0].tz == "Africa/Nairobi"


def test_a_running_embargo_of_a_published_release_is_lifted_and_recorded(desk: Desk) -> None:
    edited(desk, embargo__until_local="2026-05-03T09:00", embargo__tz="UTC")
    desk.workflow.take("one", Action.PUBLISH)
    lifted, _ = desk.releases.edit("one", {"embargo": "none"})
    assert lifted.embargo is not None
    assert lifted.embargo.lifted_at is not None
    assert desk.releases.history("one")[-1].action == "embargo"
    with pytest.raises(EmbargoError):
        desk.releases.edit("one", {"embargo.until_local": "2026-06-03T09:00"})
