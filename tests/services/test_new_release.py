from newsdesk.domain.boilerplate import BoilerplateKind
from newsdesk.services.desk import Desk


def test_a_blank_has_the_standing_paragraphs_of_its_language_and_no_others(desk: Desk) -> None:
    desk.boilerplates.add(BoilerplateKind.ABOUT, "fr", "À propos.")
    desk.boilerplates.add(BoilerplateKind.ABOUT, "en", "About us.")
    release, _ = desk.releases.new({"language": "fr"})
    assert [text.text_md for text in release.boilerplates] == ["À propos."]
    assert (release.slug, release.headline, release.body_md) == ("untitled", "", "")
