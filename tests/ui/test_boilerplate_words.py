import pytest

from newsdesk.domain.boilerplate import BoilerplateKind
from newsdesk.ui.boilerplate_words import boilerplate_kind_name, menu_text


@pytest.mark.parametrize("kind", BoilerplateKind)
def test_every_kind_has_a_name(kind: BoilerplateKind) -> None:
    assert boilerplate_kind_name(kind)


def test_a_line_of_a_menu_is_short_and_plain() -> None:
    assert menu_text("**About us.** We help.") == "About us. We help."
    assert menu_text("Ports & people") == "Ports && people"  # a single one would be a mnemonic
    long = menu_text("The Office for Safe Harbours helps small ports to receive people in safety.")
    assert long == "The Office for Safe Harbours helps small ports…"
