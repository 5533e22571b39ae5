from newsdesk.domain.workflow import Action
from newsdesk.services.desk import Desk


def test_only_what_changed_is_written_down(desk: Desk) -> None:
    desk.releases.new({"headline": "One"}, body_md="Text.")
    desk.workflow.take("one", Action.PUBLISH)
    (event,) = desk.releases.history("one")
    assert event.before == {"state": "draft"}
    assert event.after == {"state": "published"}
    assert event.entity == "release"


def test_the_trash_is_on_record_both_ways(desk: Desk) -> None:
    desk.releases.new({"headline": "One"})
    desk.releases.trash("one")
    desk.releases.untrash("one")
    assert [event.action for event in desk.releases.history("one")] == ["trash", "untrash"]
