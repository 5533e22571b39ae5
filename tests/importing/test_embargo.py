from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.errors import EmbargoProblem
from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.domain.provenance import Confidence
from newsdesk.importing.embargo import EmbargoReading, mentions_embargo, read_embargo


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("EMBARGOED UNTIL 11:00 CET, 2 March 2016", "en"),
        ("Embargoed until 2 March 2016, 10:00 GMT", "en"),
        ("EMBARGO: 10 a.m. UTC, Wednesday 2 March 2016", "en"),
        ("Embargoed until 1000 GMT, 2 March 2016", "en"),
        ("Embargoed until 11:00 CET (Geneva) / 10:00 GMT, 2 March 2016", "en"),
        ("Embargoed until 11 a.m. CET / 5 a.m. EST, 2 March 2016", "en"),
        ("Strictly under embargo until 10:00 GMT on 2 March 2016", "en"),
        ("**EMBARGOED UNTIL 10:00 GMT, 2 March 2016**", "en"),
        ("**PRESS RELEASE – embargoed until 2 March 2016, 11:00 a.m. CET/ 10:00 a.m. GMT**", "en"),
        ("Communiqué de presse | Sous embargo jusqu’au 2 mars 2016, 11h00 CET", "fr"),
        ("Pressemitteilung: Sperrfrist bis 2. März 2016, 11:00 Uhr CET", "de"),
        ("Sous embargo jusqu'à 11h00 CET le 2 mars 2016", "fr"),
        ("Sous embargo jusqu’au 2 mars 2016, 11h00 CET", "fr"),
        ("Embargo hasta las 11:00 CET, 2 de marzo de 2016", "es"),
        ("محظور حتى 2 مارس 2016، 10:00 GMT", "ar"),
        ("禁运：2016年3月2日 10:00 GMT", "zh"),
        ("解禁：2016年3月2日 10：00 GMT", "ja"),
        ("Bajo embargo hasta el 2 de marzo de 2016, 11:00 CET", "es"),
        ("Embargado até 2 de março de 2016, 10:00 GMT", "pt"),
        ("Embargo fino al 2 marzo 2016, 11:00 CET", "it"),
        ("Sperrfrist: 2. März 2016, 11:00 Uhr CET", "de"),
        ("Gesperrt bis 2. März 2016, 11:00 CET", "de"),
        ("Эмбарго до 2 марта 2016 г., 10:00 GMT", "ru"),
        ("محظور حتى 2 مارس 2016 10:00 GMT", "ar"),
        ("禁运 2016年3月2日 10:00 GMT", "zh"),
        ("解禁 2016年3月2日 10:00 GMT", "ja"),
    ],
)
def test_an_embargo_is_read_in_every_language(
    text: str, language: str, gazetteer: Gazetteer
) -> None:
    assert mentions_embargo(text)
    reading = read_embargo(text, language=language, gazetteer=gazetteer)
    assert reading is not None
    assert reading.embargo is not None
    assert reading.confidence is Confidence.HIGH
    assert reading.embargo.until_utc == datetime(2016, 3, 2, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("clock", "tz", "city", "flags"),
    [
        ("11:00 CET", "Europe/Berlin", "Berlin", ("zone_assumed",)),
        ("11:00 CET (Geneva time)", "Europe/Zurich", "Geneva", ()),
        ("11:00 EST", "America/New_York", "New York", ("zone_assumed",)),
        ("11:00 GMT", "UTC", "GMT", ()),
        ("11:00 UTC", "UTC", "UTC", ()),
    ],
)
def test_a_zone_is_assumed_unless_a_city_or_utc_stands_there(
    clock: str, tz: str, city: str, flags: tuple[str, ...], gazetteer: Gazetteer
) -> None:
    text = f"Embargoed until {clock}, 2 March 2016"
    reading = read_embargo(text, language="en", gazetteer=gazetteer)
    assert reading is not None
    assert reading.embargo is not None
    assert reading.embargo.until_local == datetime(2016, 3, 2, 11)
    assert (reading.embargo.tz, reading.embargo.city_label, reading.flags) == (tz, city, flags)


@pytest.mark.parametrize(
    ("words", "flag"),
    [
        ("Wednesday", "unreadable_time"),
        ("2 March 2016", "unreadable_time"),
        ("11:00 GMT", "unreadable_time"),
        ("2 March, 11:00 GMT", "unreadable_time"),
        ("2 March 2016, 11:00", "unreadable_time"),
        ("25:00 GMT, 2 March 2016", "unreadable_time"),
        ("12 noon GMT, 2 March 2016", "unreadable_time"),
        ("12 a.m. GMT, 2 March 2016", "unreadable_time"),
        ("05/06/2016 11:00 GMT", "unreadable_time"),
        ("11:00 GMT, 2 March 2016. The report is long.", "more_is_said"),
        ("11:00 CET / 11:00 GMT, 2 March 2016", "zones_disagree"),
        ("11:00 CET, 2 July 2016", "zones_disagree"),  # CEST was meant, or was it?
        ("11:00 GMT (Geneva time), 2 March 2016", "zones_disagree"),
        ("02:30 CET, 27 March 2016", EmbargoProblem.IMPOSSIBLE),
        ("02:30 CET, 30 October 2016", EmbargoProblem.DOUBLED),
    ],
)
def test_a_time_that_is_not_certain_is_never_applied(
    words: str, flag: str, gazetteer: Gazetteer
) -> None:
    reading = read_embargo(f"Embargoed until {words}", language="en", gazetteer=gazetteer)
    assert reading == EmbargoReading(embargo=None, confidence=Confidence.LOW, flags=(flag,))


@pytest.mark.parametrize(
    "text",
    [
        *("", "Harbour crews train", "The embargo was lifted", "Not for publication"),
        *("Embargo lifted: the harbour opens", "Embargo: lifted"),
        *("Fish trade: embargo on herring ends", "Ministers – under embargo – meet"),
    ],
)
def test_other_lines_are_none(text: str, gazetteer: Gazetteer) -> None:
    assert not mentions_embargo(text)
    assert read_embargo(text, language="en", gazetteer=gazetteer) is None


@given(
    rest=st.text(max_size=120) | st.text("0123456789:.apm CETGMT/(),March2016", max_size=120),
    language=st.sampled_from(["en", "fr", "ar", "zh", ""]),
)
def test_what_is_sure_has_an_embargo_and_what_is_not_has_none(
    rest: str, language: str, gazetteer: Gazetteer
) -> None:
    reading = read_embargo(f"Embargoed until {rest}", language=language, gazetteer=gazetteer)
    assert reading is not None
    assert (reading.embargo is not None) == (reading.confidence is Confidence.HIGH)


@pytest.mark.parametrize("character", ["1", " ", ":", "(", "a", "\0"])
def test_a_megabyte_of_one_character_is_no_time(character: str, gazetteer: Gazetteer) -> None:
    text = "Embargoed until " + character * 1_000_000
    reading = read_embargo(text, language="en", gazetteer=gazetteer)
    assert reading is not None
    assert reading.embargo is None
