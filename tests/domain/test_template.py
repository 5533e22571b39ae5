from newsdesk.domain.template import REQUIRABLE
from newsdesk.services.fields import FieldSetter


def test_what_a_template_can_ask_for_are_fields_of_a_release() -> None:
    assert set(REQUIRABLE) <= FieldSetter.FIELDS.keys()
