"""Does this installation do the main job? The gate for source, wheel and frozen builds.

A windowed program has no standard output: `DIR/self-test.json` tells how it went. Every check
raises by itself, because optimised builds strip `assert`.
"""

import faulthandler
import json
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field, replace
from io import StringIO
from pathlib import Path
from tempfile import mkdtemp
from time import perf_counter
from typing import TYPE_CHECKING

from newsdesk import __version__, paths
from newsdesk.app import has_screen, page_printing, surroundings
from newsdesk.desk import open_desk
from newsdesk.domain.export_record import ExportFormat
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.workflow import Action
from newsdesk.services.components import components
from newsdesk.services.desk import Desk
from newsdesk.services.export import ExportRequest
from newsdesk.services.spelling_trial import can_be_loaded

if TYPE_CHECKING:
    from newsdesk.ui.trial import Trial

LONGEST_S = 480
_FILES = 40  # more than are read without processes of their own
_HEADLINE = "Self-test: a harbour opens"
_WRITTEN = "A text *written in the window*."
_BODY = (
    'The harbour of **Samport** opened.\n\n"It floats," said Noor Elm, </script> harbour master.'
)


class SelfTestError(Exception):
    """Something came out otherwise than it should."""


@dataclass
class _Run:
    """The folder, and what the steps hand on to each other."""

    folder: Path
    key: str = ""
    page: str = ""
    trial: "Trial | None" = None
    steps: list[dict[str, object]] = field(default_factory=list[dict[str, object]])

    def desk(self, step: "Callable[[_Run, Desk], None]", *, writing: bool) -> None:
        with open_desk(self.folder / "newsroom", writing=writing) as desk:
            step(self, desk)


def run(folder: Path) -> int:
    """Do the main job in a new folder inside `folder`; return 0, or 1 and say what failed."""
    folder.mkdir(parents=True, exist_ok=True)
    trace = folder / "self-test.trace"  # of a run that hangs
    with trace.open("w", encoding="utf-8") as hanging:
        faulthandler.dump_traceback_later(LONGEST_S, exit=True, file=hanging)
        try:
            state = _Run(Path(mkdtemp(prefix="self-test-", dir=folder)))
            failed = not all(_passes(name, step, state) for name, step in _STEPS)
        finally:
            faulthandler.cancel_dump_traceback_later()
    trace.unlink()
    report = {"version": __version__, "ok": not failed, "steps": state.steps}
    text = json.dumps(report, indent=2, ensure_ascii=False)
    (folder / "self-test.json").write_text(text, encoding="utf-8")
    for one in state.steps:
        print(f"{'ok    ' if one['ok'] else 'FAILED'}  {one['name']}  {one.get('error', '')}")
    print(f"The report is in {folder / 'self-test.json'}.", file=sys.stderr)
    return 1 if failed else 0


def _passes(name: str, step: Callable[[_Run], None], state: _Run) -> bool:
    begun = perf_counter()
    outcome: dict[str, object] = {"name": name, "ok": True}
    try:
        step(state)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the result
        outcome |= {"ok": False, "error": f"{type(error).__name__}: {error}"}
    state.steps.append(outcome | {"ms": round((perf_counter() - begun) * 1000)})
    return bool(outcome["ok"])


def _expect(what: str, *, holds: bool) -> None:
    if not holds:
        raise SelfTestError(what)


def _import_samples(state: _Run) -> None:
    def step(_: _Run, desk: Desk) -> None:
        languages = {release.language for release in desk.samples.install()[0]}
        _expect("samples in three languages", holds={"en", "fr", "ar"} <= languages)

    state.desk(step, writing=True)


def _import_by_command(state: _Run) -> None:
    """Bring in so many files that processes of their own read them."""
    from newsdesk.cli.program import run as command  # noqa: PLC0415 - it names this module

    texts = state.folder / "texts"
    texts.mkdir()
    for number in range(1, _FILES + 1):
        text = f"# Pier {number} opens\n\nPier {number} of **Samport** opened on 3 May 2026.\n"
        (texts / f"pier-{number}.md").write_text(text, encoding="utf-8")
    said = StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = command(["--data-dir", str(state.folder / "newsroom"), "import", str(texts)])
    _expect(f"the command does it: {said.getvalue()[-500:]}", holds=code == 0)

    def step(_: _Run, desk: Desk) -> None:
        found = desk.releases.summaries(ReleaseQuery(text="pier samport"))
        _expect("every file is a release", holds=len(list(found)) == _FILES)

    state.desk(step, writing=False)


def _migrate(state: _Run) -> None:
    from newsdesk.storage.earlier import make_first  # noqa: PLC0415 - loads Alembic

    folder, headline = state.folder / "old newsroom", "An old harbour"
    make_first(folder, headline)
    with open_desk(folder, writing=True) as desk:
        (found,) = desk.releases.summaries(ReleaseQuery(text="old harbour"))
        _expect("what was written is there", holds=found.headline == headline)
        release, _ = desk.releases.edit(str(found.id), {"subheadline": "Still open"})
        _expect("and can be edited", holds=release.subheadline == "Still open")
        _expect("a backup was made before", holds=desk.backups.overview().last_good is not None)


def _check_dictionaries(state: _Run) -> None:
    """Load each in a process of its own, as the window does."""

    def step(_: _Run, desk: Desk) -> None:
        every = [one for one in desk.dictionaries.all() if not one.is_own]
        _expect("there are dictionaries", holds=len(every) > 0)
        with ThreadPoolExecutor() as pool:
            loaded = list(pool.map(can_be_loaded, (one.dic.with_suffix("") for one in every)))
        broken = [one.tag for one, is_loaded in zip(every, loaded, strict=True) if not is_loaded]
        _expect(f"each can be loaded, not {broken}", holds=not broken)

    state.desk(step, writing=False)


def _read_papers(_state: _Run) -> None:
    """Read what the program says of itself."""
    parts = components(paths.resources())
    _expect("its parts have licences", holds=len(parts) > 30 and all(one.licence for one in parts))
    _expect("the changelog is there", holds="## [" in paths.document("CHANGELOG.md"))


def _write(state: _Run) -> None:
    def step(run: _Run, desk: Desk) -> None:
        values = {"headline": _HEADLINE, "dateline.places": "Geneva", "tags": "self-test"}
        release, _ = desk.releases.new(values, body_md=_BODY)
        release, _ = desk.releases.edit(str(release.id), {"subheadline": "Written and read back"})
        run.key = str(release.id)

    state.desk(step, writing=True)


def _read_back(state: _Run) -> None:
    def step(run: _Run, desk: Desk) -> None:
        release = desk.releases.get(run.key)
        _expect("the text as it was written", holds=release.body_md == _BODY)
        _expect("two revisions", holds=len(desk.releases.revisions(run.key)) == 2)
        found = desk.releases.summaries(ReleaseQuery(text="samport harb"))
        _expect("the search finds it", holds=run.key in {str(row.id) for row in found})

    state.desk(step, writing=False)


def _publish_and_export(state: _Run) -> None:
    def step(run: _Run, desk: Desk) -> None:
        desk.workflow.take(run.key, Action.PUBLISH)
        keys = tuple(str(row.id) for row in desk.releases.summaries(ReleaseQuery()))
        request = ExportRequest(keys=keys, format=ExportFormat.HTML, folder=run.folder / "pages")
        outcome, _ = desk.exports.export(request)
        _expect("no export is refused", holds=not outcome.refused)
        _expect("every release is a file", holds=len(outcome.written) == len(keys))
        (mine,) = [record for record in outcome.written if str(record.release_id) == run.key]
        run.page = Path(mine.path).read_text(encoding="utf-8")

    state.desk(step, writing=True)


def _read_page(state: _Run) -> None:
    for text in (_HEADLINE, "<strong>Samport</strong>", "Noor Elm"):
        _expect(f"the page says {text!r}", holds=text in state.page)
    _, _, rest = state.page.partition('<script type="application/ld+json">')
    about = json.loads(rest.partition("</script>")[0])
    _expect("the page tells machines its headline", holds=about["headline"] == _HEADLINE)
    _expect("the page tells machines where it is from", holds=about["dateline"] == "Geneva")


def _open_window(state: _Run) -> None:
    if not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # painted all the same, for nobody
    from newsdesk.ui.trial import Trial  # noqa: PLC0415 - the steps before need no Qt

    given = surroundings(data_dir=state.folder / "newsroom")
    given.preferences.save(replace(given.preferences.load(), is_set_up=True))
    state.trial = Trial(given)
    state.trial.open()


def _draw_icons(state: _Run) -> None:
    _expect("every icon is drawn", holds=_trial(state).undrawn_icons() == [])
    _expect("every picture of a control", holds=_trial(state).undrawn_pictures() == [])


def _load_typefaces(state: _Run) -> None:
    _expect("every typeface is loaded", holds=_trial(state).unloaded_typefaces() == [])


def _draw_themes(state: _Run) -> None:
    _expect("two themes look different", holds=_trial(state).themes_differ())


def _write_and_preview(state: _Run) -> None:
    trial = _trial(state)
    state.key = trial.write(_WRITTEN)
    html = trial.preview_html("written in the window")
    _expect("the preview shows Markdown", holds="<em>written in the window</em>" in html)


def _close_window(state: _Run) -> None:
    _trial(state).close()


def _export_what_was_written(state: _Run) -> None:
    def step(run: _Run, desk: Desk) -> None:
        _expect("it is stored", holds=desk.releases.get(run.key).body_md == _WRITTEN)
        request = ExportRequest(
            keys=(run.key,), format=ExportFormat.HTML, folder=run.folder / "from the window"
        )
        outcome, _ = desk.exports.export(request)
        _expect("one page is written", holds=len(outcome.written) == 1)
        page = Path(outcome.written[0].path).read_text(encoding="utf-8")
        _expect("with the text", holds="<em>written in the window</em>" in page)

    state.desk(step, writing=True)


def _export_as_pdf(state: _Run) -> None:
    with (
        page_printing() as print_page,
        open_desk(state.folder / "newsroom", writing=True, print_page=print_page) as desk,
    ):
        request = ExportRequest(
            keys=(state.key,), format=ExportFormat.PDF, folder=state.folder / "sheets"
        )
        outcome, _ = desk.exports.export(request)
    _expect("one file is written", holds=len(outcome.written) == 1)
    pdf = Path(outcome.written[0].path).read_bytes()
    from newsdesk.ui.trial import pdf_text  # noqa: PLC0415 - the steps before need no Qt

    _expect("with the text", holds="written in the window" in pdf_text(pdf))
    _expect("that says its language", holds=b"/Lang (en)" in pdf)


def _trial(state: _Run) -> "Trial":
    if state.trial is None:
        raise SelfTestError("there is no window")
    return state.trial


_STEPS: tuple[tuple[str, Callable[[_Run], None]], ...] = (
    ("read what it is made of", _read_papers),
    ("import the sample newsroom", _import_samples),
    ("import a folder by command", _import_by_command),
    ("migrate an old newsroom", _migrate),
    ("load every dictionary", _check_dictionaries),
    ("write a release", _write),
    ("read it back and find it", _read_back),
    ("publish it and export everything", _publish_and_export),
    ("read the page", _read_page),
    ("open the window", _open_window),
    ("draw every icon", _draw_icons),
    ("load every typeface", _load_typefaces),
    ("draw both themes", _draw_themes),
    ("write and preview", _write_and_preview),
    ("close the window", _close_window),
    ("export what was written", _export_what_was_written),
    ("export it as a PDF", _export_as_pdf),
)
