import pytest

from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.importing.contact_parts import PartKind, heading_of, intro_end, names_office, parts_of
from newsdesk.importing.lines import Line


def kinds(text: str, gazetteer: Gazetteer) -> list[tuple[str, str]]:
    return [(part.kind.value, part.text) for part in parts_of(Line(0, text), gazetteer)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dana Whitlock", [("person", "Dana Whitlock")]),
        (
            "Dana Whitlock, Head of Press, Tel: +41 22 555 01 40",
            [("person", "Dana Whitlock"), ("role", "Head of Press"), ("point", "+41 22 555 01 40")],
        ),
        ("OSH Liaison Office in Beijing", [("office", "OSH Liaison Office in Beijing")]),
        ("In Geneva, Switzerland:", [("group", "In Geneva, Switzerland")]),
        ("In Geneva: Dana Whitlock", [("group", "In Geneva"), ("person", "Dana Whitlock")]),
        ("dana@example.org", [("point", "dana@example.org")]),
    ],
)
def test_a_line_is_read_from_left_to_right(
    text: str, expected: list[tuple[str, str]], gazetteer: Gazetteer
) -> None:
    assert kinds(text, gazetteer) == expected


@pytest.mark.parametrize(
    "text",
    [
        "For more information, please contact:",
        "For further information:",
        "Pour plus d'informations :",
        "Para más información:",
        "Weitere Informationen:",
        "Per maggiori informazioni:",
        "Press contact",
        "Pressekontakt:",
        "Contact presse :",
        "Контакты для СМИ:",
        "媒体联系人：",
        "Media:",
    ],
)
def test_words_that_introduce_a_contact_are_known_in_ten_languages(text: str) -> None:
    assert intro_end(text) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour opened today.",
        "Media attention was wide.",
        "Press freedom is at risk",
        "For more than ten years the port was closed.",
    ],
)
def test_a_sentence_that_begins_alike_introduces_nobody(text: str) -> None:
    assert intro_end(text) == 0


def test_a_heading_that_answers_is_told_from_one_that_announces() -> None:
    assert names_office("Media Relations")
    assert not names_office("Media contact")
    assert heading_of("Media contact:") == "Media contact"
    assert heading_of("For more information, please contact:") == ""


def test_an_empty_label_and_debris_are_noted(gazetteer: Gazetteer) -> None:
    flags = {
        flag
        for text in ("Email: ", 'E-mail: "" target="_blank" title=')
        for part in parts_of(Line(0, text), gazetteer)
        for flag in part.flags
        if part.kind is PartKind.INTRO
    }
    assert flags >= {"email_label_empty", "markup_debris"}
