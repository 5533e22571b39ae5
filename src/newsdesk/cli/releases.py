"""Commands on releases."""

import argparse
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import asdict
from datetime import UTC, datetime

from newsdesk.app import page_printing
from newsdesk.cli import bundles, shapes
from newsdesk.cli.history import number_of
from newsdesk.cli.inputs import UsageError, assignments, one_of, text_of
from newsdesk.cli.output import StderrProgress, emit, table, warn
from newsdesk.cli.words import words as wording
from newsdesk.desk import open_desk
from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import ConfirmationKind
from newsdesk.domain.export_record import ExportFormat
from newsdesk.domain.grouping import GroupBy, Grouping
from newsdesk.domain.query import ListOrder, ReleaseQuery, ReleaseSummary
from newsdesk.domain.release import Release
from newsdesk.domain.workflow import Action, State
from newsdesk.exporting.format import no_engine
from newsdesk.services.desk import Desk
from newsdesk.services.export import ExportRequest, formats
from newsdesk.services.fields import FieldSetter

_LACKING = {GroupBy.MONTH: "date", GroupBy.COUNTRY: "country"}


def new(words: argparse.Namespace) -> int:
    values, body = _content(words)
    with open_desk(words.data_dir, writing=True) as desk:
        if words.template is None:
            release, _ = desk.releases.new(values, body_md=body or "")
            return _say(words, desk, release, "Begun")
        begun, _ = desk.templates.begin(words.template, values, body_md=body)
        for field in begun.left_out:
            warn(f"{field}: what the template says is no longer to be had; it was left out.")
        return _say(words, desk, begun.release, "Begun")


def edit(words: argparse.Namespace) -> int:
    values, body = _content(words)
    if not values and body is None:
        raise UsageError("nothing to change: give --set FIELD=VALUE or --body-file FILE")
    with open_desk(words.data_dir, writing=True) as desk:
        release, changes = desk.releases.edit(words.id, values, body_md=body)
        return _say(words, desk, release, "Saved" if changes != Changes() else "Nothing changed:")


def list_(words: argparse.Namespace) -> int:
    if words.count:
        return _counted_lists(words)
    query = ReleaseQuery(
        text=words.query,
        states=frozenset(one_of(State, "--state", state) for state in words.state),
        language=words.language,
        embargoed_at=datetime.now(UTC) if words.embargoed else None,
        trashed=words.trash,
        order=ListOrder(words.sort),
    )
    if words.group:
        return _grouped_list(words, query, Grouping(by=GroupBy(words.group)))
    with open_desk(words.data_dir) as desk:
        rows = desk.releases.summaries(query)
    lines = _listed(rows) if rows else ["No releases."]
    emit(words, [shapes.summary(row) for row in rows], lines)
    return 0


def _grouped_list(words: argparse.Namespace, query: ReleaseQuery, grouping: Grouping) -> int:
    with open_desk(words.data_dir) as desk:
        found = desk.search.grouped(query, grouping)
        groups = [(group, desk.releases.rows(keys)) for group, keys in found.each()]
    shape = [
        {**asdict(group), "releases": [shapes.summary(row) for row in rows]}
        for group, rows in groups
    ]
    lines: list[str] = []
    for group, rows in groups:
        name = group.name or group.key or f"no {_LACKING[grouping.by]}"
        lines += [*([""] if lines else []), f"{name} ({group.count})", *_listed(rows)]
    emit(words, shape, lines or ["No releases."])
    return 0


def _listed(rows: Sequence[ReleaseSummary]) -> Iterable[str]:
    return table(
        [
            (str(row.id), row.state, row.language, f"{row.updated:%Y-%m-%d}", row.headline or "–")
            for row in rows
        ]
    )


def _counted_lists(words: argparse.Namespace) -> int:
    if (
        words.query
        or words.state
        or words.language
        or words.embargoed
        or words.trash
        or words.group
    ):
        raise UsageError("--count counts everything; it goes with no other option")
    with open_desk(words.data_dir) as desk:
        counts = asdict(desk.releases.counts())
    emit(words, counts, table([(kind, str(number)) for kind, number in counts.items()]))
    return 0


def show(words: argparse.Namespace) -> int:
    with open_desk(words.data_dir) as desk:
        release = desk.history.at(words.id, number_of(words.revision or "now"))
        if words.html:
            page = desk.exports.page(release)
            emit(words, {"id": str(release.id), "html": page}, [page])
            return 0
        line = desk.releases.dateline_text(release)
        shape = _shape(desk, release)
    if words.markdown:
        emit(words, shape, [_markdown(release, line)])
    else:
        emit(words, shape, _described(release, line))
    return 0


def publish(words: argparse.Namespace) -> int:
    confirmed = frozenset(ConfirmationKind) if words.yes else frozenset[ConfirmationKind]()
    with open_desk(words.data_dir, writing=True) as desk:
        release, _ = desk.workflow.take(words.id, Action.PUBLISH, confirmed=confirmed)
        return _say(words, desk, release, "Published")


def recall(words: argparse.Namespace) -> int:
    with open_desk(words.data_dir, writing=True) as desk:
        release, _ = desk.workflow.take(words.id, Action.RECALL, reason=words.reason)
        return _say(words, desk, release, "Recalled")


def duplicate(words: argparse.Namespace) -> int:
    with open_desk(words.data_dir, writing=True) as desk:
        release, _ = desk.releases.duplicate(words.id)
        return _say(words, desk, release, "Duplicated as")


def export(words: argparse.Namespace) -> int:
    if [bool(words.ids), words.all, words.query is not None].count(True) != 1:
        raise UsageError("name releases, or give --query TEXT or --all")
    if words.format == ExportFormat.BUNDLE:
        return bundles.hand_over(words)
    if words.password or words.password_file:
        raise UsageError("only a bundle takes a password: --format bundle")
    known = {str(one.id): one for one in formats()}
    if words.format not in known:
        raise UsageError(f"--format is one of: {', '.join([*known, ExportFormat.BUNDLE])}")
    with ExitStack() as stack:
        printing = page_printing() if known[words.format].needs_engine else nullcontext(no_engine)
        print_page = stack.enter_context(printing)
        desk = stack.enter_context(open_desk(words.data_dir, writing=True, print_page=print_page))
        keys = words.ids or list(map(str, desk.releases.ids(ReleaseQuery(text=words.query or ""))))
        request = ExportRequest(keys=tuple(keys), format=words.format, folder=words.out)
        outcome, _ = desk.exports.export(request, StderrProgress("exported"))
    shape = {
        "written": [shapes.plain(record) for record in outcome.written],
        "refused": [{"id": key, "message": wording(error)} for key, error in outcome.refused],
    }
    emit(words, shape, [record.path for record in outcome.written])
    for key, error in outcome.refused:
        warn(f"{key}: {wording(error)}")
    return 1 if outcome.refused else 0


def _content(words: argparse.Namespace) -> tuple[dict[str, str], str | None]:
    body = text_of(words.body_file) if words.body_file else None
    return assignments(words.set, list(FieldSetter.FIELDS)), body


def _say(words: argparse.Namespace, desk: Desk, release: Release, what: str) -> int:
    headline = release.headline or "(no headline)"
    emit(words, _shape(desk, release), [f"{what} {release.id}  {release.slug}", f"  {headline}"])
    return 0


def _shape(desk: Desk, release: Release) -> shapes.Shape:
    return shapes.release(
        release,
        dateline_text=desk.releases.dateline_text(release),
        quotes=desk.releases.quotes(release),
    )


def _markdown(release: Release, dateline: str) -> str:
    parts = [f"# {release.headline}" if release.headline else "", release.subheadline or ""]
    return "\n\n".join([part for part in parts if part] + [dateline + release.body_md])


def _described(release: Release, dateline: str) -> Iterable[str]:
    yield release.headline or "(no headline)"
    yield from table(
        [
            ("id", str(release.id)),
            ("slug", release.slug),
            ("state", release.state),
            ("language", release.language),
            ("updated", f"{release.versioncreated:%Y-%m-%d %H:%M} UTC"),
            ("embargo", _embargo(release)),
            ("contacts", "; ".join(c.display_name or c.office or "" for c in release.contacts)),
            ("terms", ", ".join(term.name(release.language) for term in release.terms)),
        ]
    )
    yield ""
    yield _markdown(release, dateline)


def _embargo(release: Release) -> str:
    if release.embargo is None:
        return "none"
    embargo = release.embargo
    lifted = ", lifted" if embargo.lifted_at else ""
    return f"{embargo.until_local:%Y-%m-%d %H:%M} {embargo.city_label} ({embargo.tz}){lifted}"
