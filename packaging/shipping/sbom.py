"""What is in a bundle: whose each file is, under which licence, as a report and as CycloneDX."""

import json
import re
import sqlite3
import ssl
import tomllib
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from fnmatch import fnmatch
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, packages_distributions, version
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from newsdesk.services.components import Component
from shipping import contents, product

LIBRARIES = product.PACKAGING / "libraries.toml"
_INNER = re.compile(r"^(?:_internal|Contents/(?:Frameworks|Resources))/")
_OF_QT = re.compile(r"(?:lib)?(?:Qt6?\w+|pyside6|shiboken6)\b")
_OF_CHROMIUM = re.compile(r"WebEngine|v8_|icudtl")
_EXCEPTED = "Bootloader-exception"  # which lets programs of any licence be shipped


@dataclass(slots=True)
class Part:
    """A component and what in the bundle is its own."""

    component: Component
    files: list[str] = field(default_factory=list[str])
    modules: int = 0  # packed into the program


@dataclass(slots=True)
class Account:
    """Whose everything is."""

    parts: dict[str, Part]
    nobodys: list[str]  # files that no component accounts for

    def complaints(self) -> list[str]:
        """Return what must not be shipped like this, in words."""
        found = [f"nobody knows whose this is: {name}" for name in self.nobodys]
        for name, part in self.parts.items():
            licence = part.component.licence
            if not licence:
                found.append(f"{name} has no licence")
            elif not is_acceptable(licence):
                found.append(f"{name} is under {licence}")
        return found


def is_acceptable(expression: str) -> bool:
    """Tell whether a licence, of its choices one, asks nothing of the whole that MIT does not."""
    return any(
        _EXCEPTED in choice or not re.search(r"(?<!L)\bA?GPL\b|(?<!\w)A?GPL[-v\d]", choice)
        for choice in re.split(r"\s+OR\s+|/", expression)
    )


def account(
    files: Iterable[str], modules: Iterable[str], components: Iterable[Component]
) -> Account:
    """Give every file and module of a bundle to the component that it is part of."""
    table = _libraries()
    about = product.read()
    own = Component(name=product.COMMAND, version=about.version, licence="MIT", text="")
    parts = {one.name: Part(one) for one in [own, *components]}
    for entry in table:
        if entry["name"] not in parts:
            parts[entry["name"]] = Part(_component(entry))
    owners = _owners(parts)
    result = Account(parts, [])
    for name in files:
        owner = _owner(_INNER.sub("", name), owners, table)
        if owner is None:
            result.nobodys.append(name)
        else:
            parts[owner].files.append(name)
    for module in modules:
        if owner := owners.get(module.partition(".")[0]):
            parts[owner].modules += 1
    result.parts = {
        name: part for name, part in sorted(parts.items()) if part.files or part.modules
    }
    return result


def _libraries() -> list[dict[str, Any]]:
    return tomllib.loads(LIBRARIES.read_text("utf-8"))["component"]


def _component(entry: Mapping[str, Any]) -> Component:
    return Component(
        name=entry["name"],
        version=_version(entry.get("version_of", "")),
        licence=entry["licence"],
        text="",
    )


def _version(of: str) -> str:
    known = {
        "openssl": lambda: ssl.OPENSSL_VERSION.split()[1],
        "sqlite": lambda: sqlite3.sqlite_version,
        "zlib": lambda: zlib.ZLIB_RUNTIME_VERSION,
        "": str,
    }
    try:
        return known[of]() if of in known else version(of)
    except PackageNotFoundError:
        return ""


def _owners(parts: Mapping[str, Part]) -> dict[str, str]:
    """Return the components by the names of their packages and folders."""
    by_normal = {contents.normal(name): name for name in parts}
    owners: dict[str, str] = {}
    for package, distributions in packages_distributions().items():
        for distribution in distributions:
            if owner := by_normal.get(contents.normal(distribution)):
                owners.setdefault(package, owner)
    for normal, owner in by_normal.items():
        owners[f"{normal.replace('-', '_')}.libs"] = owner
        owners[f"{owner}.libs"] = owner
    return owners


def _owner(name: str, owners: Mapping[str, str], table: Iterable[Mapping[str, Any]]) -> str | None:
    first, _, rest = name.partition("/")
    if first == "resources":
        return _of_resources(rest)
    if first in {"PySide6", "shiboken6"} or _OF_QT.match(first):
        return "Chromium in Qt WebEngine" if _OF_CHROMIUM.search(name) else "Qt"
    if (first == product.COMMAND and rest) or first == f"{product.COMMAND}.icns":
        return product.COMMAND
    # a package, a compiled module beside them, or what pip notes of a distribution
    for key in (first, first.partition(".")[0], first.partition("-")[0].lower()):
        if key in owners:
            return owners[key]
    for entry in table:
        if any(fnmatch(name, one) or fnmatch(first, one.rstrip("/*")) for one in entry["files"]):
            return entry["name"]
    return product.COMMAND if first == "Contents" else None


def _of_resources(name: str) -> str:
    folder, _, rest = name.partition("/")
    if folder == "fonts":
        return "JetBrains Mono" if rest.startswith("JetBrains") else "Inter"
    if folder == "dictionaries" and (tag := rest.partition("/")[0]) != "words":
        about = contents.RESOURCES / "dictionaries" / tag / "dictionary.toml"
        return tomllib.loads(about.read_text("utf-8"))["name"]
    return product.COMMAND


# In writing -------------------------------------------------------------------------------------


def cyclonedx(found: Account, root: Path, made: int) -> str:
    """Return the bill of materials, CycloneDX 1.6; the same for the same bundle.

    Args:
        root: the folder of the bundle.
        made: seconds since 1970.
    """
    about = product.read()
    components = [_entry(part, root) for part in found.parts.values() if _is_other(part)]
    own = {
        "type": "application",
        "bom-ref": product.COMMAND,
        "name": product.COMMAND,
        "version": about.version,
        "description": about.description,
        "licenses": [{"license": {"id": "MIT"}}],
    }
    text = json.dumps(components, sort_keys=True)
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, f'{about.version} {text}')}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(made, UTC).isoformat().replace("+00:00", "Z"),
            "component": own,
        },
        "components": components,
        "dependencies": [
            {"ref": product.COMMAND, "dependsOn": [one["bom-ref"] for one in components]}
        ],
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _is_other(part: Part) -> bool:
    return part.component.name != product.COMMAND


def _entry(part: Part, root: Path) -> dict[str, Any]:
    component = part.component
    name = contents.normal(component.name)
    entry: dict[str, Any] = {
        "type": "library",
        "bom-ref": f"{name}@{component.version}",
        "name": component.name,
        "licenses": [_licence(component.licence)],
    }
    if component.version:
        entry["version"] = component.version
    if name in contents.locked():
        entry["purl"] = f"pkg:pypi/{name}@{component.version}"
    if part.files:
        entry["components"] = [
            {
                "type": "file",
                "bom-ref": f"file:{path}",
                "name": path,
                "hashes": [
                    {"alg": "SHA-256", "content": sha256((root / path).read_bytes()).hexdigest()}
                ],
            }
            for path in sorted(part.files)
        ]
    return entry


def _licence(expression: str) -> dict[str, Any]:
    if re.fullmatch(r"[\w.+-]+(?: (?:AND|OR|WITH) [\w.+-]+)*", expression):
        return {"expression": expression}
    return {"license": {"name": expression}}


def licence_report(found: Account) -> str:
    """Return who made what is shipped, and under which licences, for people."""
    about = product.read()
    lines = [f"{product.NAME} {about.version} is made of these parts.", ""]
    width = max(len(name) for name in found.parts)
    for name, part in found.parts.items():
        component = part.component
        lines.append(f"{name:<{width}}  {component.version:<18}  {component.licence}")
    for name, part in found.parts.items():
        if part.component.text:
            lines += ["", "", f"{name}  ({part.component.licence})", "-" * 80, part.component.text]
    return "\n".join(lines).rstrip() + "\n"
