"""How the tables of wordings are written.

A line holds a regular expression, or several with `|` between them; a line that begins with two
spaces goes on with the one above; one that begins with `#` names a language. Any of them may match,
so adding a wording is adding a line.
"""

_INDENT = "  "


def patterns(*tables: str) -> list[str]:
    """Return the lines of the tables as whole patterns."""
    found: list[str] = []
    for line in (line for table in tables for line in table.splitlines()):
        if line.startswith(_INDENT) and found:
            found[-1] += line[len(_INDENT) :]
        elif line.strip() and not line.startswith("#"):
            found.append(line)
    return found


def alternatives(*tables: str) -> str:
    """Return the patterns of the tables as one, without a group around it."""
    return "|".join(patterns(*tables))


def words(*lines: str) -> frozenset[str]:
    """Return the words of some lines as a set."""
    return frozenset(word for line in lines for word in line.split())
