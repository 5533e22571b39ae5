"""Stories in a real window, on a screen that nobody looks at: each file in a process of its own.

What a process leaves behind in Qt and in the preview's engine cannot spoil the next one, and the
other tests go on without any screen.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import screen

STORIES = {
    story.stem.removeprefix("test_"): story
    for story in sorted((Path(__file__).parent / "window").glob("test_*.py"))
}
ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 240


@pytest.mark.skipif(not screen.is_possible(), reason=screen.MISSING)
@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES.keys())
def test_the_window(story: Path) -> None:
    _tell(story)


@pytest.mark.skipif(not screen.is_possible(), reason=screen.MISSING)
@pytest.mark.parametrize(("backend", "opengl"), [("rhi", "xcb_glx"), ("software", "none")])
def test_the_page_is_seen_whoever_draws_it(backend: str, opengl: str) -> None:
    """With a graphics card, or a program that takes its place, and without."""
    _tell(STORIES["seen"], QT_QUICK_BACKEND=backend, QT_XCB_GL_INTEGRATION=opengl)


def _tell(story: Path, **others: str) -> None:
    with screen.virtual_screen() as environment:
        run = subprocess.run(
            [sys.executable, "-m", "pytest", str(story), "-q", "-p", "no:cacheprovider"],
            cwd=ROOT,
            env={**os.environ, **environment, **others, "NEWSDESK_REAL_WINDOW": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=LONGEST_S,
        )
    said = run.stdout.decode("utf-8", "replace")
    assert run.returncode == 0, said
    print(said)  # noqa: T201 - what was skipped, and why
