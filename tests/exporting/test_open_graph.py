from dataclasses import replace

import pytest

from newsdesk.domain.newsroom import Newsroom
from newsdesk.exporting.open_graph import og_locale, open_graph
from tests.exporting.sample import ARABIC, ENGLISH, source_of


def test_a_release_is_told_in_full() -> None:
    assert list(open_graph(source_of(ENGLISH))) == [
        ("og:type", "article"),
        ("og:site_name", "Harbour Cities Union"),
        ("og:title", "Council opens new harbour station"),
        ("og:description", ENGLISH.abstract),
        ("og:url", "https://press.example.org/2026/harbour-station"),
        ("og:locale", "en_GB"),
        ("article:published_time", "2026-05-03T09:00:00+01:00"),
        ("article:modified_time", "2026-05-03T09:00:00+01:00"),
        ("article:section", "Ports"),
        ("article:tag", "shore power"),
        ("article:tag", "climate"),
    ]


def test_what_has_no_value_is_left_out() -> None:
    bare = replace(ENGLISH, web_url=None, terms=(), abstract=None, body_md="", firstpublished=None)
    names = [name for name, _ in open_graph(source_of(bare, Newsroom()))]
    assert names == ["og:type", "og:title", "og:locale"]


def test_terms_are_named_in_the_language_of_the_release() -> None:
    assert dict(open_graph(source_of(ARABIC)))["article:section"] == "الموانئ"


@pytest.mark.parametrize(
    ("byline", "author"),
    [("https://example.org/ada", "https://example.org/ada"), ("Ada Moreau", None)],
)
def test_an_author_is_told_only_by_a_profile(byline: str, author: str | None) -> None:
    told = dict(open_graph(source_of(replace(ENGLISH, byline=byline))))
    assert told.get("article:author") == author


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/harbour", "press.example.org"])
def test_an_address_that_is_none_is_not_told(address: str) -> None:
    assert "og:url" not in dict(open_graph(source_of(replace(ENGLISH, web_url=address))))


@pytest.mark.parametrize(
    ("tag", "locale"),
    [
        ("en", "en_GB"),
        ("en-US", "en_US"),
        ("fr", "fr_FR"),
        ("fr-CA", "fr_CA"),
        ("ar", "ar_AR"),
        ("es", "es_ES"),
        ("pt-BR", "pt_BR"),
        ("zh", "zh_CN"),
        ("zh-Hant", "zh_TW"),
        ("zh-Hans", "zh_CN"),
        ("sr-Latn-RS", "sr_RS"),
        ("uk", "uk_UA"),
        ("es-419", "es_ES"),
        ("xx", ""),
    ],
)
def test_a_language_has_the_networks_name(tag: str, locale: str) -> None:
    assert og_locale(tag) == locale
