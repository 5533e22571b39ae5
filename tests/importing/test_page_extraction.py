import socket
import subprocess
import sys

import pytest

from newsdesk.importing.html_tree import tree_of
from newsdesk.importing.page_extraction import running_text

TEXT = "Ninety harbour workers have finished a course in night rescue, the office said today."
PAGE = f"""<html><body>
<ul class=menu><li><a href=/>Home</a><li><a href=/news>News</a><li><a href=/about>About</a></ul>
<article><h1>Harbour crews train</h1><p>{TEXT}</p>
<p>{TEXT[::-1]} It goes on in spring.</p></article>
</body></html>"""


def test_the_running_text_of_a_page_is_found() -> None:
    root = tree_of(PAGE)
    assert root is not None
    found = " ".join(running_text(root))
    assert TEXT in found
    assert "About" not in found
    assert len(list(root.iter("li"))) == 3, "the page itself is left as it is"


@pytest.mark.parametrize("page", ["<p>", "<a href=/>Home</a>", "<b>x</b>"])
def test_a_page_without_any_has_none(page: str) -> None:
    root = tree_of(page)
    assert root is not None
    assert len("".join(running_text(root))) < 20


def test_loading_the_library_opens_no_socket() -> None:
    code = (
        "import sys\n"
        "opened = []\n"
        "sys.addaudithook(lambda event, _: event == 'socket.__new__' and opened.append(event))\n"
        "from newsdesk.importing.page_extraction import running_text\n"
        "from lxml.html import fromstring\n"
        "running_text(fromstring('<p>one</p>'))\n"
        "assert 'trafilatura' in sys.modules and 'urllib3' in sys.modules\n"
        "print(opened)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
    assert isinstance(socket.has_ipv6, bool)
