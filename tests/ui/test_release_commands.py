from collections.abc import Callable

from tests.ui.windows import OpenWindow


def test_a_new_release_is_open_for_its_headline(open_window: Callable[..., OpenWindow]) -> None:
    window = open_window().begin()
    window.do("release.new")
    window.wait(lambda: window.session.is_open)
    assert window.window.editor.fields.headline.hasFocus()
    window.type_headline("Harbour opens")
    window.do("release.save")
    window.settle()
    assert window.stored().headline == "Harbour opens"
    window.close()
