from datetime import date

from newsdesk.domain.dateline import Dateline, DatelineStyle
from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.importing.dateline import DatelineReading, read_dateline
from newsdesk.importing.dateline_sources import DatelineSources
from newsdesk.importing.dissection import Found
from newsdesk.importing.draft import ImportTools
from newsdesk.importing.posted import PostedReading, read_posted

STYLE = DatelineStyle.IOM
LEAD = "The harbour has opened, the office said."


def finding(text: str, line: int) -> tuple[Finding, ...]:
    kind, sure = FindingKind.DATELINE, Confidence.HIGH
    return (Finding(kind=kind, confidence=sure, text=text, first_line=line, last_line=line),)


def opening(text: str, tools: ImportTools) -> Found[DatelineReading]:
    reading = read_dateline(f"{text} – {LEAD}", language="en", tools=tools)
    assert reading is not None
    return Found(reading, finding(text, 2))


def closing(text: str, tools: ImportTools) -> Found[DatelineReading]:
    reading = read_dateline(text, language="en", tools=tools, whole=True)
    assert reading is not None
    return Found(reading, finding(text, 9))


def printed(text: str, line: int = 0) -> Found[PostedReading]:
    reading = read_posted(text, "en")
    assert reading is not None
    return Found(reading, finding(text, line))


def without(
    sources: DatelineSources, *gone: Found[DatelineReading] | Found[PostedReading]
) -> Dateline:
    refused = {one for found in gone for one in found.findings}
    return [one for one in sources.datelines(STYLE) if not refused.intersection(one.findings)][
        -1
    ].value


def test_no_source_makes_the_dateline_of_the_house() -> None:
    sources = DatelineSources()
    assert sources.dateline(DatelineStyle.UN) == Dateline(style=DatelineStyle.UN)
    assert sources.datelines(STYLE) == (Found(Dateline(style=STYLE), ()),)


def test_a_date_of_its_own_line_completes_a_place(tools: ImportTools) -> None:
    sources = DatelineSources(opening=opening("GENEVA", tools), issued=printed("3 May 2026"))
    assert sources.opening is not None
    assert sources.issued is not None
    whole = sources.dateline(STYLE)
    assert ([place.city for place in whole.places], whole.date) == (["Geneva"], date(2026, 5, 3))
    assert without(sources) == whole
    assert without(sources, sources.issued) == sources.opening.value.dateline
    assert without(sources, sources.opening) == Dateline(style=STYLE, date=date(2026, 5, 3))
    assert without(sources, sources.opening, sources.issued) == Dateline(style=STYLE)


def test_a_year_printed_elsewhere_goes_with_its_line(tools: ImportTools) -> None:
    sources = DatelineSources(
        opening=opening("GENEVA, 3 May", tools), posted=printed("Posted 3 May 2026, 10:00")
    )
    assert sources.opening is not None
    assert sources.posted is not None
    assert without(sources).date == date(2026, 5, 3)
    assert without(sources, sources.posted).custom_text == "GENEVA, 3 May"
    assert without(sources, sources.opening) == Dateline(style=STYLE)


def test_what_was_not_needed_never_fills_it(tools: ImportTools) -> None:
    sources = DatelineSources(
        opening=opening("GENEVA, 3 May 2026", tools),
        closing=closing("Hamburg, 4 May 2026", tools),
        issued=printed("5 May 2026"),
    )
    assert sources.opening is not None
    assert without(sources) == sources.opening.value.dateline
    assert without(sources, sources.opening) == Dateline(style=STYLE)


def test_of_two_lines_that_say_the_same_one_is_needed(tools: ImportTools) -> None:
    first, second = printed("Posted 3 May 2026, 10:00", 0), printed("3 May 2026", 1)
    sources = DatelineSources(opening=opening("GENEVA, 3 May", tools), posted=first, issued=second)
    assert without(sources, first).date == date(2026, 5, 3)
    assert without(sources, second).date is None


def test_place_and_date_below_the_text_are_taken_where_nothing_stands_above(
    tools: ImportTools,
) -> None:
    sources = DatelineSources(closing=closing("Hamburg, 4 May 2026", tools))
    assert sources.closing is not None
    assert sources.dateline(STYLE) == sources.closing.value.dateline
    assert without(sources, sources.closing) == Dateline(style=STYLE)


def test_a_bare_date_is_the_pages_if_the_release_has_one_of_its_own() -> None:
    issued, posted = printed("4 May 2026"), printed("Posted 5 May 2026")
    own, same = Dateline(date=date(2026, 5, 3)), Dateline(date=date(2026, 5, 4))
    assert DatelineSources(issued=issued).page_date(own) == issued
    assert DatelineSources(issued=issued).page_date(same) is None
    assert DatelineSources(issued=issued).page_date(Dateline()) is None
    assert DatelineSources(issued=issued, posted_below=posted).page_date(own) == posted
