import pytest

from newsdesk import paths
from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.importing.draft import ImportTools


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The real one: what is a place and what is not is most of what an import has to know."""
    return Gazetteer.from_json((paths.resources() / "gazetteer.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def tools(gazetteer: Gazetteer) -> ImportTools:
    return ImportTools(gazetteer=gazetteer)
