import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.furniture import (
    immediate_label_end,
    is_empty_item,
    is_issuer_line,
    is_links_only,
    is_navigation,
    is_noise,
    is_pointer,
    is_release_label,
    is_short,
    profile_of,
    repeats,
)
from newsdesk.importing.lines import Paragraph, paragraphs


def paragraph(text: str) -> Paragraph:
    (only,) = paragraphs(text)
    return only


@pytest.mark.parametrize(
    "text",
    [
        *("Read more", "Share on Facebook", "Log in", "3 comments", "© 2019 Harbour Office"),
        *("*** Read more ***", "Subscribe to our newsletter", "Loading…", "3 min read"),
        *("Lire la suite", "Imprimer", "Tous droits réservés", "Retour en haut"),
        *("Leer más", "Compartir", "Todos los derechos reservados"),
        *("Leia mais", "Compartilhar", "Todos os direitos reservados"),
        *("Leggi tutto", "Condividi", "Tutti i diritti riservati"),
        *("Weiterlesen", "Nach oben", "Alle Rechte vorbehalten", "Datenschutzerklärung"),
        *("Читать далее", "Подробнее", "Все права защищены"),
        *("اقرأ المزيد", "تسجيل الدخول", "جميع الحقوق محفوظة"),
        *("阅读更多", "閱讀更多", "版权所有", "続きを読む", "関連記事", "ログイン"),
    ],
)
def test_what_any_page_says_is_noise(text: str) -> None:
    assert is_noise(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "Harbour crews train for winter", "Read the room", "Shared ground"),
        *("Share prices fell on Monday", "Print run doubles", "Copyright law changes"),
        *("Like many towns, Port Elva has a pier", "Le port partage ses bateaux"),
        *("Der Hafen druckt Karten", "港口分享经验", "Read more " + "about the harbour " * 30),
    ],
)
def test_what_a_release_says_is_no_noise(text: str) -> None:
    assert not is_noise(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Home", "Contact us", "> News", "facebook", "Accueil", "Inicio", "Sobre nós"),
        *("Chi siamo", "Über uns", "О нас", "Главная", "من نحن", "首页", "關於我們", "ホーム"),
    ],
)
def test_an_entry_of_a_menu_is_navigation(text: str) -> None:
    assert is_navigation(text)


@pytest.mark.parametrize("text", ["", "Harbour news", "About the harbour", "Home" * 16])
def test_a_heading_of_its_own_is_no_navigation(text: str) -> None:
    assert not is_navigation(text)


@pytest.mark.parametrize(
    "text",
    [
        *("PRESS RELEASE", "Press Release No. 12", "Media release 12/2019", "News release:"),
        *("FOR IMMEDIATE RELEASE", "Communiqué de presse", "Pour diffusion immédiate"),
        *("Comunicado de prensa", "Para publicación inmediata", "Nota à imprensa"),
        *("Comunicato stampa", "Per la diffusione immediata", "Pressemitteilung Nr. 12"),
        *("Zur sofortigen Veröffentlichung", "Пресс-релиз", "Для немедленной публикации"),
        *("بيان صحفي", "للنشر الفوري", "新闻稿", "即时发布", "【プレスリリース】", "報道発表資料"),
    ],
)
def test_a_label_says_what_kind_of_text_follows(text: str) -> None:
    assert is_release_label(text)


@pytest.mark.parametrize(
    "text", ["", "Press releases are useful", "PRESS RELEASE: Harbour crews train", "Release of 12"]
)
def test_a_label_says_nothing_else(text: str) -> None:
    assert not is_release_label(text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("FOR IMMEDIATE RELEASE 15 May 2012", "15 May 2012"),
        ("FOR IMMEDIATE RELEASE: Harbour crews train", "Harbour crews train"),
        ("Pour diffusion immédiate le 3 mai", "le 3 mai"),
        ("FOR IMMEDIATE RELEASE", "FOR IMMEDIATE RELEASE"),
        ("Harbour crews train", "Harbour crews train"),
        ("", ""),
    ],
)
def test_what_follows_the_label_on_its_line_is_told_apart(text: str, rest: str) -> None:
    assert text[immediate_label_end(text) :] == rest


@pytest.mark.parametrize(
    ("text", "profile"),
    [
        ("MEDIA ADVISORY", "media_advisory"),
        ("Invitation presse", "media_advisory"),
        ("Joint statement", "statement"),
        ("Déclaration", "statement"),
        ("Stellungnahme:", "statement"),
        ("Заявление", "statement"),
        ("بيان", "statement"),
        ("声明", "statement"),
        ("Press briefing notes", "briefing_note"),
        ("Op-ed", "op_ed"),
        ("Press release", None),
        ("Statement of the harbour crews", None),
        ("Statement " * 20, None),
    ],
)
def test_a_line_may_name_the_profile(text: str, profile: str | None) -> None:
    assert profile_of(text) == profile


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/a",
        "www.example.org",
        "![pier](https://example.org/a.png) Photo",
        "[a](https://example.org/a) | [b](https://example.org/b)",
    ],
)
def test_links_with_a_word_beside_them_are_links_only(text: str) -> None:
    assert is_links_only(text)


@pytest.mark.parametrize("text", ["", "words", "See https://example.org for all of the report"])
def test_a_sentence_with_a_link_is_more_than_links(text: str) -> None:
    assert not is_links_only(text)


def test_a_wire_names_the_issuer_in_a_line_of_its_own() -> None:
    assert is_issuer_line("SOURCE Harbour Office")
    assert is_issuer_line("SOURCE: Harbour Office, Inc")
    assert not is_issuer_line("SOURCE of joy")
    assert not is_issuer_line("Source: Harbour Office. It issues many.")


def test_a_pointer_leads_to_an_address_and_says_nothing_else() -> None:
    assert is_pointer("The full report: https://example.org/report")
    assert is_pointer("Bericht: www.example.org/bericht")
    assert not is_pointer("https://example.org")
    assert not is_pointer("The course is over. More: https://example.org")


def test_a_short_line_ends_no_sentence() -> None:
    assert is_short(paragraph("Harbour crews"))
    assert not is_short(paragraph("Harbour crews train."))
    assert not is_short(paragraph("Harbour crews " * 10))
    assert is_short(paragraph("港" * 30))
    assert not is_short(paragraph("港" * 31))


@pytest.mark.parametrize(
    ("text", "before", "does"),
    [
        ("Harbour News", "HARBOUR NEWS", True),
        ("Harbour News Crews Boats", "Harbour News", True),
        ("Harbour crews", "Harbour News", False),
        ("# Harbour News", "Harbour News", False),  # a headline under its own menu entry
        ("No. 12", "No", False),
    ],
)
def test_a_menu_that_opens_says_its_entry_again(text: str, before: str, does: bool) -> None:
    assert repeats(paragraph(text), paragraph(before)) is does


def test_a_bullet_alone_is_an_empty_item() -> None:
    assert is_empty_item(paragraph("-"))
    assert is_empty_item(paragraph("- •"))
    assert not is_empty_item(paragraph("- one"))
    assert not is_empty_item(paragraph("***"))


@given(st.text(max_size=450) | st.text("Read more©[](https://www.)", max_size=200))
def test_any_line_can_be_judged(text: str) -> None:
    assert 0 <= immediate_label_end(text) <= len(text)
    assert profile_of(text) in {None, "media_advisory", "statement", "briefing_note", "op_ed"}
    if is_links_only(text) or is_pointer(text):
        assert any(sign in text for sign in ("://", "www.", "]("))
    if is_noise(text) or is_navigation(text) or is_release_label(text):
        assert text.strip()


@pytest.mark.parametrize("character", ["a", "[", "/", " ", "*", ":", "\0"])
def test_a_megabyte_of_one_character_is_nothing_of_a_page(character: str) -> None:
    text = character * 1_000_000
    assert not any(
        judge(text)
        for judge in (is_noise, is_navigation, is_release_label, is_links_only, is_pointer)
    )
    assert not is_issuer_line("SOURCE " + text)
    assert immediate_label_end(text) == 0
    assert profile_of(text) is None


def test_a_pointer_to_the_next_post_is_noise_but_not_to_the_next_release() -> None:
    assert is_noise("Next post: Boats")
    assert not is_noise("Next release: 15 June")
