"""Commands on templates."""

import argparse
from dataclasses import replace

from newsdesk.cli import shapes
from newsdesk.cli.inputs import UsageError, assignments, text_of
from newsdesk.cli.output import emit, table
from newsdesk.desk import open_desk
from newsdesk.domain.blanks import find_blanks
from newsdesk.domain.template import Template
from newsdesk.services.desk import Desk
from newsdesk.services.fields import FieldSetter


def templates(words: argparse.Namespace) -> int:
    given = [one for one in ("add", "from_release", "edit", "remove") if getattr(words, one)]
    if len(given) > 1:
        told = " and ".join(f"--{one.split('_')[0]}" for one in given)
        raise UsageError(f"{told} exclude each other")
    if words.from_release and not words.name:
        raise UsageError("--from RELEASE goes with --name NAME")
    with open_desk(words.data_dir, writing=bool(given)) as desk:
        rows = [_changed(words, desk)] if given else desk.templates.all()
    lines = table(
        [(str(row.id), row.name, row.language, row.profile, _blanks(row)) for row in rows]
    )
    emit(words, [shapes.plain(row) for row in rows], lines if rows else ["No templates."])
    return 0


def _changed(words: argparse.Namespace, desk: Desk) -> Template:
    if words.remove:
        return desk.templates.remove(words.remove)[0]
    if words.from_release:
        template = desk.templates.outline(words.from_release, words.name)
    elif words.add:
        language = words.language or desk.newsroom.get().languages[0]
        template = desk.templates.add(words.add, language)[0]
    else:
        template = desk.templates.find(words.edit)
    return desk.templates.save(_typed(words, template))[0]


def _typed(words: argparse.Namespace, template: Template) -> Template:
    """Return `template` with what was typed; an empty value takes a field away."""
    values = assignments(words.set, list(FieldSetter.FIELDS))
    defaults = {name: one for name, one in {**template.defaults, **values}.items() if one}
    required = template.required_fields
    if words.require is not None:
        required = tuple(one.strip() for one in words.require.split(",") if one.strip())
    return replace(
        template,
        name=words.name or template.name,
        language=words.language or template.language,
        body_md=text_of(words.body_file) if words.body_file else template.body_md,
        defaults=defaults,
        required_fields=required,
    )


def _blanks(template: Template) -> str:
    texts = (*template.defaults.values(), template.body_md)
    names = dict.fromkeys(blank.text for text in texts for blank in find_blanks(text))
    return ", ".join(names)
