"""Files of contacts against the book, and the book as files."""

from dataclasses import replace

import pytest

from newsdesk.domain.address_book import Card
from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.importing.found_cards import Doubt
from newsdesk.services.desk import Desk
from newsdesk.services.people_exchange import BookFormat, Preview, Verdict

FIRST = (
    "Name,Office,Job title,E-mail,Telephone,Other names\n"
    "Pär Elm,Harbour Office,Master,paer@example.org,+41 22 555 01 00,Par Elm\n"
    "Ana Birch,Quay,,ana@example.org,,\n"
)


def look(desk: Desk, text: str | bytes, name: str = "book.csv") -> Preview:
    raw = text if isinstance(text, bytes) else text.encode()
    return desk.people_exchange.look_at(raw, name)


def take(desk: Desk, text: str | bytes, name: str = "book.csv") -> object:
    preview = look(desk, text, name)
    chosen = [one for one in preview.proposals if one.verdict is not Verdict.DOUBTFUL]
    return desk.people_exchange.take(chosen)[0]


def verdicts(preview: Preview) -> list[Verdict]:
    return [one.verdict for one in preview.proposals]


def test_looking_stores_nothing(desk: Desk) -> None:
    preview = look(desk, FIRST)
    assert verdicts(preview) == [Verdict.NEW, Verdict.NEW]
    assert preview.number(Verdict.NEW) == 2
    assert preview.columns[0] == ("Name", "name")
    assert desk.people.cards() == []


def test_new_cards_come_in_and_go_with_one_undo(desk: Desk) -> None:
    preview = look(desk, FIRST)
    change, _ = desk.people_exchange.take(preview.proposals)
    cards = {card.name: card for card in desk.people.cards()}
    assert set(cards) == {"Pär Elm", "Ana Birch"}
    elm = cards["Pär Elm"]
    assert elm.person is not None
    assert elm.contact is not None
    assert (elm.person.variants, elm.contact.person_id) == (("Par Elm",), elm.person.id)
    assert [point.value for point in elm.contact.phones] == ["+41225550100"]
    desk.people.take_back(change)
    assert desk.people.cards() == []


def test_a_second_time_there_is_nothing_new(desk: Desk) -> None:
    take(desk, FIRST)
    preview = look(desk, FIRST)
    assert verdicts(preview) == [Verdict.SAME, Verdict.SAME]
    change, changes = desk.people_exchange.take(preview.proposals)
    assert change.is_empty
    assert not changes.subjects


def test_what_a_file_knows_beyond_the_book_is_added(desk: Desk) -> None:
    take(desk, FIRST)
    more = "Name,Office,E-mail,Mobile\nPar Elm,,PAER@example.org,+41 79 555 01 00\n"
    preview = look(desk, more)
    assert verdicts(preview) == [Verdict.UPDATE]
    assert preview.proposals[0].added == ("+41 79 555 01 00",)
    change, _ = desk.people_exchange.take(preview.proposals)
    elm = desk.people.find("Pär Elm")
    assert elm.contact is not None
    assert len(elm.contact.points) == 3
    assert elm.contact.role_title == "Master"
    desk.people.take_back(change)
    elm = desk.people.find("Pär Elm")
    assert elm.contact is not None
    assert len(elm.contact.points) == 2


@pytest.mark.parametrize(
    ("row", "doubt"),
    [
        ("Pär Elm,Geneva,other@example.org", Doubt.SAME_NAME),
        ("Noor Alm,Harbour Office,paer@example.org", Doubt.OTHER_NAME),
        ("Noor Alm,Quay,noor at example.org", Doubt.EMAIL),
        ("PÃ¤r Alm,Quay,x@example.org", Doubt.LETTERS),
    ],
)
def test_what_may_be_wrong_waits_for_somebody(desk: Desk, row: str, doubt: Doubt) -> None:
    take(desk, FIRST)
    preview = look(desk, f"Name,Office,E-mail\n{row}\n")
    assert verdicts(preview) == [Verdict.DOUBTFUL]
    assert preview.proposals[0].doubts == {doubt}
    desk.people_exchange.take(preview.proposals)  # somebody said yes
    assert len(desk.people.cards()) == 3


def test_two_rows_of_one_card_add_up(desk: Desk) -> None:
    take(desk, FIRST)
    rows = "Name,E-mail,Mobile\n" + "".join(
        f"Ana Birch,ana@example.org,+41 79 555 01 0{number}\n" for number in (1, 2)
    )
    take(desk, rows)
    ana = desk.people.find("Ana Birch")
    assert ana.contact is not None
    assert len(ana.contact.points) == 3


@pytest.mark.parametrize("form", BookFormat)
def test_a_book_that_comes_back_is_the_same(desk: Desk, form: BookFormat) -> None:
    take(desk, FIRST + '"=HYPERLINK(1)",Quay,-Head,@x@example.org,,\n')
    raw = desk.people_exchange.export(form, with_private=True)
    name = f"book{form.extension}"
    assert set(verdicts(look(desk, raw, name))) <= {Verdict.SAME, Verdict.DOUBTFUL}
    assert verdicts(look(desk, raw, name)).count(Verdict.SAME) == len(desk.people.cards())


@pytest.mark.parametrize("form", BookFormat)
def test_a_book_moves_to_another_desk(desk: Desk, form: BookFormat) -> None:
    change = take(desk, FIRST)
    before = known(desk.people.cards())
    raw = desk.people_exchange.export(form, with_private=True)
    desk.people.take_back(change)  # type: ignore[arg-type] - of `take`
    take(desk, raw, f"book{form.extension}")
    assert known(desk.people.cards()) == before


def known(cards: list[Card]) -> list[object]:
    return [
        (
            card.names,
            card.contact and (card.contact.office, card.contact.role_title),
            card.contact and {(one.kind, one.value) for one in card.contact.points},
        )
        for card in cards
    ]


def test_some_cards_may_be_exported(desk: Desk) -> None:
    take(desk, FIRST)
    key = desk.people.find("Ana Birch").key
    text = desk.people_exchange.export(BookFormat.VCARD_3, {key}).decode()
    assert "Ana Birch" in text
    assert "Elm" not in text


@pytest.mark.parametrize(
    ("raw", "name", "problem"),
    [
        (b"Ana", "book.xlsx", ImportProblem.UNKNOWN_KIND),
        (b"", "book.csv", ImportProblem.EMPTY),
        (b'Name\n"Ana', "book.csv", ImportProblem.DAMAGED),
        (b"no card", "book.vcf", ImportProblem.UNKNOWN_KIND),
    ],
)
def test_a_file_that_is_none_is_refused(
    desk: Desk, raw: bytes, name: str, problem: ImportProblem
) -> None:
    with pytest.raises(ImportRefusedError) as refusal:
        look(desk, raw, name)
    assert refusal.value.problem is problem


def test_a_card_is_known_whatever_its_file_is_called(desk: Desk) -> None:
    assert verdicts(look(desk, "BEGIN:VCARD\nFN:Ana\nEND:VCARD\n", "download.csv")) == [Verdict.NEW]


def test_thousands_of_rows_come_in_and_go_as_one(desk: Desk) -> None:
    rows = [f"Ana Birch{n},Quay,ana{n}@example.org" for n in range(3000)]
    preview = look(desk, "Name,Office,E-mail\n" + "\n".join(rows))
    change, _ = desk.people_exchange.take(preview.proposals)
    assert len(desk.contacts.all()) == 3000
    desk.people.take_back(change)
    assert desk.contacts.all() == []


def test_a_card_with_roles_makes_a_person_that_may_be_quoted(desk: Desk) -> None:
    cell = '[{"titles": {"en": "Master"}, "organisation": "Port", "from": "2026-01-01"}]'
    quoted = cell.replace('"', '""')
    take(desk, f'Name,Roles\nPär Elm,"{quoted}"\n')
    (speaker,) = desk.speakers.all("en", desk.people.today())
    assert (speaker.name, speaker.title) == ("Pär Elm", "Master, Port")
    card = desk.people.find("Pär Elm")
    assert replace(card, person=None) == Card()
