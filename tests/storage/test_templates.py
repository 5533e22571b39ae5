"""What releases of one kind begin as."""

from dataclasses import replace

from uuid6 import uuid7

from newsdesk.domain.ids import TemplateId
from newsdesk.domain.release import Profile
from newsdesk.domain.template import Template
from newsdesk.storage.database import Database


def test_a_template_comes_back_as_it_went(database: Database) -> None:
    template = Template(
        id=TemplateId(uuid7()),
        name="Statement",
        profile=Profile.STATEMENT,
        language="fr",
        defaults={"headline": "{{qui}} parle", "tags": "Ports, Quais"},
        required_fields=("contacts", "headline"),
        body_md="{{le texte}}",
    )
    with database.transaction() as work:
        assert work.templates.save(template) == replace(template, version=1)
    with database.reading() as work:
        assert work.templates.all() == [replace(template, version=1)]
