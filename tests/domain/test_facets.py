"""What releases have in common, and how it is looked for."""

import pytest

from newsdesk.domain.facets import Facet, Facets, plain, written
from newsdesk.domain.search import Operator, typed_parts


def facet(operator: Operator, value: str, *names: str, count: int = 1) -> Facet:
    known = frozenset(name.lower() for name in (value, *names))
    return Facet(
        condition=written(operator, value),
        operator=operator,
        name=value,
        count=count,
        known_as=known,
    )


CHINA = facet(Operator.COUNTRY, "China", "cn", "chine", "中国")
CHILE = facet(Operator.COUNTRY, "Chile", "cl", "chili")
DRAFT, PUBLISHED = facet(Operator.STATE, "draft"), facet(Operator.STATE, "published")
FRENCH = facet(Operator.LANG, "fr", "french", "français")
WINTER, SAFETY = facet(Operator.TAG, "winter"), facet(Operator.TAG, "Winter safety")
FACETS = Facets(
    total=7,
    facets={
        Operator.COUNTRY: [CHINA, CHILE],
        Operator.STATE: [DRAFT, PUBLISHED],
        Operator.LANG: [FRENCH],
        Operator.TAG: [WINTER, SAFETY],
    },
)


@pytest.mark.parametrize(
    ("operator", "value", "text"),
    [
        (Operator.STATE, "draft", "state:draft"),
        (Operator.TAG, "winter", 'tag:"winter"'),
        (Operator.THEME, "Human rights", 'theme:"Human rights"'),
        (Operator.CONTACT, "Noor", 'contact:"Noor"'),
        (Operator.COUNTRY, "China", "country:China"),
        (Operator.COUNTRY, "Viet Nam", 'country:"Viet Nam"'),
        (Operator.COUNTRY, "Timor-Leste", 'country:"Timor-Leste"'),
        (Operator.LANG, "fr-CA", "lang:fr-CA"),
        (Operator.BEFORE, "2013-05", "before:2013-05"),
        (Operator.TAG, 'the "new"  one', 'tag:"the new one"'),
    ],
)
def test_a_condition_is_written_as_it_is_typed(operator: Operator, value: str, text: str) -> None:
    assert written(operator, value) == text
    (part,) = typed_parts(text)
    assert (part.operator, part.beginning) == (operator, plain(value))


def test_a_name_loses_what_would_end_it() -> None:
    assert plain(" the „new” «port» ") == "the new port"


@pytest.mark.parametrize(
    ("text", "wanted", "left_out"),
    [
        ("", [], []),
        ("harbour", [], []),
        ("state:draft", [DRAFT], []),
        ("state:dr", [DRAFT], []),
        ("STATE:Draft", [DRAFT], []),
        ("country:china harbour", [CHINA], []),
        ("country:CN", [CHINA], []),
        ("country:中国", [CHINA], []),
        ("country:chi", [CHINA, CHILE], []),
        ("country:atlantis", [], []),
        ("-country:chile state:published", [PUBLISHED], [CHILE]),
        ("lang:French", [FRENCH], []),
        ("language:fr", [FRENCH], []),
        ("tag:winter", [WINTER], []),
        ('tag:"WINTER safety"', [SAFETY], []),
        ("tag:wint", [], []),  # a beginning, of both
        ("theme:winter", [], []),
        ('"state:draft"', [], []),
    ],
)
def test_a_search_tells_which_of_them_it_is_about(
    text: str, wanted: list[Facet], left_out: list[Facet]
) -> None:
    chosen = FACETS.chosen(text)
    assert chosen.wanted == {one.condition for one in wanted}
    assert chosen.left_out == {one.condition for one in left_out}


def test_without_any_nothing_is_chosen() -> None:
    nothing = Facets()
    assert nothing.of(Operator.TAG) == ()
    assert nothing.chosen("state:draft tag:winter").wanted == set()
