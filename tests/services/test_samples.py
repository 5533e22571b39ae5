from newsdesk.desk import Desk
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.query import ReleaseQuery


def test_the_sample_newsroom_speaks_three_languages(desk: Desk) -> None:
    releases = desk.samples.install()
    assert {release.language for release in releases} == {"en", "fr", "ar"}
    assert desk.newsroom.get().short_name == "OSH"
    for release in releases:
        assert release.headline
        assert release.dateline.places
        assert [contact.contact_id is not None for contact in release.contacts] == [True]
        assert release.boilerplates


def test_a_house_that_has_settings_keeps_them(desk: Desk) -> None:
    house, _ = desk.newsroom.edit({"organisation": "Our own"})
    desk.samples.install()
    assert desk.newsroom.get() == house != Newsroom()


def test_a_second_look_makes_copies_under_names_of_their_own(desk: Desk) -> None:
    desk.samples.install()
    desk.samples.install()
    slugs = [row.slug for row in desk.releases.summaries(ReleaseQuery())]
    assert len(set(slugs)) == len(slugs) == 6
