import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.boilerplate import BoilerplateKind
from newsdesk.importing.boilerplate import BoilerplateHeading, read_boilerplate

PORTRAIT = (
    "Founded in Port Elva in the year of the great storm, the office trains ninety crews every "
    "winter and lends them boats."
)
ALONE = {
    BoilerplateKind.ABOUT: (
        *("About Harbour Office", "ABOUT HARBOUR OFFICE", "About the Harbour Office:", "About us"),
        *("## About Harbour Office", "**About Harbour Office**", "About the organisation"),
        *("À propos du Bureau des ports", "A propos de Bateaux Corbin", "Qui sommes-nous"),
        *("Acerca de Barcos Belmonte", "Quiénes somos", "Sobre a Barcos Belmonte", "Quem somos"),
        *("Informazioni su Barche Colonnese", "Chi siamo"),
        *("Über die Hafenwerke Rohwedder", "Über uns", "О компании «Пирс»", "О компании"),
        *("نبذة عن مكتب الموانئ", "من نحن", "关于港口公司", "關於港口公司", "【关于港口公司】"),
        *("港口株式会社について", "■港口について", "会社概要"),
    ),
    BoilerplateKind.NOTES_TO_EDITORS: (
        *(
            "Notes to editors",
            "NOTE TO EDITORS:",
            "Editors’ notes",
            "Editor's note",
            "Editor’s note",
            "Notes aux rédactions",
        ),
        *("Notas para los editores", "Nota aos editores", "Note per i giornalisti"),
        *("Hinweise für die Redaktionen", "Примечания для редакторов", "ملاحظات للمحررين"),
        *("编者注", "編集者への注記"),
    ),
    BoilerplateKind.DISCLAIMER: (
        *("Disclaimer", "Forward-Looking Statements", "Safe Harbor Statement", "Avertissement"),
        *("Legal notice", "Important Additional Information and Where to Find It"),
        "Cautionary Note Regarding Forward-Looking Statements",
        *("Aviso legal", "Isenção de responsabilidade", "Dichiarazioni previsionali"),
        *("Haftungsausschluss", "Zukunftsgerichtete Aussagen", "Отказ от ответственности"),
        *("إخلاء المسؤولية", "免责声明", "免責事項"),
    ),
}


@pytest.mark.parametrize(
    ("text", "kind"), [(text, kind) for kind, texts in ALONE.items() for text in texts]
)
def test_standing_text_is_known_by_its_heading(text: str, kind: BoilerplateKind) -> None:
    assert read_boilerplate(text) == BoilerplateHeading(kind=kind, is_alone=True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"About Harbour Office: {PORTRAIT}", BoilerplateKind.ABOUT),
        ("About Harbour Office: We train crews.", BoilerplateKind.ABOUT),
        ("Über Hafenwerke Rohwedder: Die Werke bauen Boote.", BoilerplateKind.ABOUT),
        (f"About Harbour Office Inc. – {PORTRAIT}", BoilerplateKind.ABOUT),
        (f"Sobre Barcos Belmonte: {PORTRAIT}", BoilerplateKind.ABOUT),
        ("О компании «Пирс»: компания строит лодки для портов.", BoilerplateKind.ABOUT),
        ("关于港口公司：港口公司每年冬天培训九十名船员。", BoilerplateKind.ABOUT),
        ("Notes to editors: The course began in 1990.", BoilerplateKind.NOTES_TO_EDITORS),
        ("Safe harbor statement: The figures may change.", BoilerplateKind.DISCLAIMER),
        ("免责声明：数字可能会更改。", BoilerplateKind.DISCLAIMER),
    ],
)
def test_a_heading_may_have_its_text_on_the_same_line(text: str, kind: BoilerplateKind) -> None:
    assert read_boilerplate(text) == BoilerplateHeading(kind=kind, is_alone=False)


@pytest.mark.parametrize(
    "text",
    [
        *("", "The harbour", "Harbour crews train for winter"),
        *("About 200 crews trained", "About half of the crews are new.", "About time"),
        *("About who?", "About what the crews do all day long", "Noticeably better"),
        *("Legal action against the port begins", "Important changes at the pier"),
        *("Safe harbours for ninety crews", "Forward-looking port opens"),
        *("Sobre todo, barcos", "Über 200 Menschen kamen zum Hafen", "Notes from the pier"),
        f"About noon the boats came back to where they had been all winter. {PORTRAIT}",
    ],
)
def test_what_only_begins_like_one_is_no_heading(text: str) -> None:
    assert read_boilerplate(text) is None


@given(
    st.sampled_from(["", "About ", "Über ", "关于", "Notes to editors", "Disclaimer ", "■"]),
    st.text(max_size=300),
)
def test_any_paragraph_can_be_judged(beginning: str, text: str) -> None:
    heading = read_boilerplate(beginning + text)
    assert heading is None or heading.kind in ALONE


@pytest.mark.parametrize("beginning", ["", "About ", "Safe harbor ", "About Harbour Office: "])
@pytest.mark.parametrize("character", ["a", " ", ".", ":", "*", "\0"])
def test_a_megabyte_of_one_character_is_no_heading(beginning: str, character: str) -> None:
    heading = read_boilerplate(beginning + character * 1_000_000)
    assert heading is None or not heading.is_alone
