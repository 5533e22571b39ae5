"""What newsdesk is made of: libraries, typefaces and dictionaries, each with its licence.

A packed program has its list in a file, `components.json`, that was made with it. Elsewhere the
list is read off what is installed.
"""

import json
import platform
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

PACKED = "components.json"
_TABLE = "components.toml"
_LICENCE_FILE = re.compile(r"(?:^|/)(?:LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    name: str
    version: str  # "" if it has none of its own
    licence: str  # an SPDX expression
    text: str  # the whole licence, "" if it is not at hand


def components(resources: Path, libraries: Iterable[str] | None = None) -> list[Component]:
    """Return what the program is made of, by name.

    Args:
        resources: the program's folder of templates, typefaces and dictionaries.
        libraries: the distributions that it asks for; those of the installed newsdesk if not given.
    """
    packed = resources / PACKED
    if packed.is_file():
        return from_json(packed.read_text("utf-8"))
    table = tomllib.loads((resources / "licences" / _TABLE).read_text("utf-8"))
    found = [
        *_listed(resources / "licences", table["component"]),
        *_dictionaries(resources / "dictionaries"),
        *(_of(one, table["licence"]) for one in _required(libraries or _needs("newsdesk"))),
    ]
    return sorted(found, key=lambda one: one.name.casefold())


def to_json(found: Iterable[Component]) -> str:
    return json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1) + "\n"


def from_json(text: str) -> list[Component]:
    return [Component(**one) for one in json.loads(text)]


def _listed(folder: Path, table: Iterable[dict[str, Any]]) -> Iterator[Component]:
    """Yield what no distribution is named after."""
    for one in table:
        texts = [(folder / name).read_text("utf-8") for name in one["texts"]]
        version = one.get("version", "")
        if "version_of" in one:
            version = _version_of(one["version_of"])
        yield Component(
            name=one["name"], version=version, licence=one["licence"], text="\n\n".join(texts)
        )


def _version_of(name: str) -> str:
    if name == "Python":
        return platform.python_version()
    try:
        return distribution(name).version
    except PackageNotFoundError:
        return ""


def _dictionaries(folder: Path) -> Iterator[Component]:
    for path in sorted(folder.glob("*/dictionary.toml")):
        about = tomllib.loads(path.read_text("utf-8"))
        texts = [one.read_text("utf-8", "replace") for one in sorted(path.parent.glob("*.txt"))]
        yield Component(
            name=about["name"],
            version=about["version"],
            licence=about["licence"],
            text="\n\n".join(texts),
        )


def _required(names: Iterable[str]) -> list[Distribution]:
    """Return what is installed of `names`, of their requirements, and so on."""
    found: dict[str, Distribution] = {}
    waiting = list(names)
    while waiting:
        name = _normal(waiting.pop())
        if name not in found and (one := _installed(name)) is not None:
            found[name] = one
            waiting += _needs(name)
    return list(found.values())


def _needs(name: str) -> list[str]:
    """Return what a distribution asks for on any system, without what it only can make use of."""
    one = _installed(name)
    lines = [line for line in (one.requires or []) if "extra ==" not in line] if one else []
    return [match[0] for line in lines if (match := re.match(r"[\w.-]+", line))]


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _of(one: Distribution, decided: dict[str, str]) -> Component:
    name = one.metadata["Name"]
    texts = [
        Path(str(one.locate_file(path))).read_text("utf-8", "replace")
        for path in sorted(one.files or [], key=str)
        if _LICENCE_FILE.search(path.as_posix()) and ".dist-info/" in path.as_posix()
    ]
    licence = decided.get(_normal(name)) or _said_licence(one)
    return Component(name=name, version=one.version, licence=licence, text="\n\n".join(texts))


def _said_licence(one: Distribution) -> str:
    """Return what a distribution says its licence is; "" if that is no name of one."""
    said = one.metadata["License-Expression"] or one.metadata["License"] or ""
    return said if len(said) < 100 and "\n" not in said else ""


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
