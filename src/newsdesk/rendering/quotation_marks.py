"""The marks that straight quotes become; which ones a language takes is typography's to say."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuotationMarks:
    """The four marks of a language, each with the space that belongs inside it ("«\u202f")."""

    left_double: str = "“"
    right_double: str = "”"
    left_single: str = "‘"
    right_single: str = "’"


ENGLISH = QuotationMarks()
