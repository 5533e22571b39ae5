"""Make `resources/gazetteer.json`: run it again after a change to the tables or a newer Babel.

Countries and their names come from CLDR (through Babel), the UN's forms, other spellings and
demonyms from `gazetteer/un_names.toml` and `countries.toml`; cities from `cities.toml`, their names
from there or from CLDR, which names the city of every time zone; zones and the coordinates of their
cities from tzdata. The same sources give the same bytes.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

from babel import Locale

from newsdesk.domain.fold import fold
from newsdesk.domain.us_states import ap_states

ROOT = Path(__file__).resolve().parents[1]
TABLES = ROOT / "packaging" / "gazetteer"
TARGET = ROOT / "resources" / "gazetteer.json"
LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh", "de", "it", "pt", "ja")
LATIN = frozenset({"fr", "es", "de", "it", "pt"})  # a name that equals the English is left out
FIELDS = frozenset({"city", "also", "tz", "capital", "ap", "alone", "state", "cldr", *LANGUAGES})
CLDR_ZONES = {  # IANA's name of today -> the one that CLDR keeps
    "Africa/Asmara": "Africa/Asmera",
    "America/Argentina/Buenos_Aires": "America/Buenos_Aires",
    "America/Argentina/Cordoba": "America/Cordoba",
    "America/Argentina/Mendoza": "America/Mendoza",
    "America/Indiana/Indianapolis": "America/Indianapolis",
    "America/Kentucky/Louisville": "America/Louisville",
    "America/Nuuk": "America/Godthab",
    "Asia/Ho_Chi_Minh": "Asia/Saigon",
    "Asia/Kathmandu": "Asia/Katmandu",
    "Asia/Kolkata": "Asia/Calcutta",
    "Asia/Yangon": "Asia/Rangoon",
    "Europe/Kyiv": "Europe/Kiev",
}
ABBREVIATIONS = {  # of CLDR's country names
    "en": {" & ": " and ", "St. ": "Saint "},
    "ru": {"о-ва": "острова", "о-в": "остров"},
}
_KEY = re.compile(r"[a-z]+(?:-[a-z]+)*")
_COORDINATES = re.compile(r"([+-])(\d{2})(\d{2})(\d{2})?([+-])(\d{3})(\d{2})(\d{2})?")

Entry = dict[str, Any]


class TableError(Exception):
    """A line of a table cannot be used as it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones:
    """What tzdata knows."""

    names: frozenset[str]
    of_country: dict[str, list[str]]  # the most populous first
    coordinates: dict[str, tuple[float, float]]  # of a zone's city; degrees


def main() -> int:
    """Write the file, or say what is wrong with a table."""
    try:
        text = gazetteer()
    except TableError as error:
        print(error, file=sys.stderr)
        return 1
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    return 0


def gazetteer() -> str:
    """Return the file's text; raise `TableError`."""
    zones = read_zones()
    tables = {name: read_table(name) for name in ("cities", "countries", "un_names")}
    cities: dict[str, Entry] = {}
    for code, lines in tables["cities"].items():
        for key, line in lines.items():
            name = f"{code.lower()}/{key}"
            check(_KEY.fullmatch(key) is not None, name, "the key is not made of a-z and hyphens")
            cities[name] = city(name, code, line, zones)
    countries = {
        code: country(code, tables, zones, cities)
        for code in sorted({*zones.of_country, *tables["cities"], *tables["countries"]})
    }
    made_from = {name: version(name) for name in ("babel", "tzdata")}
    return as_json({"made_from": made_from, "countries": countries, "cities": cities})


def city(name: str, code: str, line: Entry, zones: Zones) -> Entry:
    """Return one city as the file has it."""
    unknown = line.keys() - FIELDS
    check(not unknown, name, f"unknown: {', '.join(sorted(unknown))}")
    own_zones = zones.of_country.get(code, [])
    check("tz" in line or len(own_zones) == 1, name, "the country has several zones: which?")
    tz = line.get("tz") or own_zones[0]
    check(tz in zones.names, name, f"tzdata has no zone {tz}")
    check(line.get("state") in {None, *ap_states()}, name, "AP writes that state otherwise")
    check((code == "US") == ("state" in line), name, "a state, or none outside the US")
    english = line["city"]
    is_of_zone = line.get("cldr", False) or fold(english) == fold(zone_city(tz, "en"))
    names = {
        language: line.get(language) or (zone_city(tz, language) if is_of_zone else "")
        for language in LANGUAGES[1:]
    }
    latitude, longitude = zones.coordinates[tz] if is_of_zone else (None, None)
    entry: Entry = {
        "city": english,
        "admin1": line.get("state"),
        "tz": tz,
        "names": {
            language: spelt
            for language, spelt in names.items()
            if spelt and not (language in LATIN and spelt == english)
        },
        "also": line.get("also"),
        "capital": line.get("capital"),
        "ap": line.get("ap"),
        "alone": line.get("alone"),
        "lat": latitude,
        "lon": longitude,
    }
    return {field: value for field, value in entry.items() if value or value == 0.0}


def country(code: str, tables: dict[str, dict[str, Entry]], zones: Zones, cities: Entry) -> Entry:
    """Return one country as the file has it."""
    own, un_names = (tables[name].get(code, {}) for name in ("countries", "un_names"))
    unknown = own.keys() - {"also", "demonyms", "zone", "note"} | un_names.keys() - {*LANGUAGES}
    check(not unknown, code, f"unknown: {', '.join(sorted(unknown))}")
    cldr_names = {language: cldr_name(code, language) for language in LANGUAGES}
    check(all(cldr_names.values()), code, "CLDR knows no such country")
    names = {language: in_full(name, language) for language, name in cldr_names.items()}
    names |= un_names
    also = [*cldr_names.values(), *own.get("also", ())]
    others = [name for name in dict.fromkeys(also) if name not in names.values()]
    capitals = (
        entry["tz"]
        for key, entry in cities.items()
        if key.startswith(f"{code.lower()}/") and entry.get("capital")
    )
    tz = own.get("zone") or next(capitals, None) or next(iter(zones.of_country.get(code, ())), "")
    check(tz in zones.names, code, f"tzdata has no zone {tz!r}")
    entry = {
        "names": names,
        "tz": tz,
        "also": others,
        "demonyms": own.get("demonyms"),
        "note": own.get("note"),
    }
    return {field: value for field, value in entry.items() if value}


def in_full(name: str, language: str) -> str:
    for short, whole in ABBREVIATIONS.get(language, {}).items():
        name = name.replace(short, whole)
    return name


def cldr_name(code: str, language: str) -> str:
    territories = cast(dict[str, str], Locale(language).territories)
    return territories.get(code, "")


def zone_city(tz: str, language: str) -> str:
    """Return CLDR's name of the city of a zone; "" where the language has the English one."""
    tz = CLDR_ZONES.get(tz, tz)
    zones = cast(dict[str, dict[str, str]], Locale(language).time_zones)
    named = zones.get(tz, {}).get("city", "")
    return named or (tz.rpartition("/")[2].replace("_", " ") if language == "en" else "")


def read_zones() -> Zones:
    of_country: dict[str, list[str]] = {}
    coordinates: dict[str, tuple[float, float]] = {}
    lines = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            code, place, tz, *_comment = line.split("\t")
            of_country.setdefault(code, []).append(tz)
            coordinates[tz] = degrees(place)
    names = frozenset(files("tzdata").joinpath("zones").read_text("utf-8").split())
    return Zones(names=names, of_country=of_country, coordinates=coordinates)


def degrees(place: str) -> tuple[float, float]:
    """Return `+4723+00832` (ISO 6709: degrees, minutes, perhaps seconds) as degrees."""
    match = _COORDINATES.fullmatch(place)
    check(match is not None, place, "no coordinates")
    groups = cast(re.Match[str], match).groups()
    latitude, longitude = (
        float(f"{sign}1") * (int(degree) + int(minute) / 60 + int(second or 0) / 3600)
        for sign, degree, minute, second in (groups[:4], groups[4:])
    )
    return round(latitude, 2), round(longitude, 2)


def read_table(name: str) -> dict[str, Entry]:
    with (TABLES / f"{name}.toml").open("rb") as table:
        return tomllib.load(table)


def as_json(value: Entry) -> str:
    """Return JSON with a line for each country and city, so that a change is one line."""

    def lines() -> Iterator[str]:
        for name, entries in value.items():
            yield (
                f'"{name}":{{\n'
                + ",\n".join(f"{compact(key)}:{compact(entry)}" for key, entry in entries.items())
                + "\n}"
            )

    return "{\n" + ",\n".join(lines()) + "\n}\n"


def compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def check(is_right: bool, where: str, problem: str) -> None:
    if not is_right:
        raise TableError(f"{where}: {problem}")


if __name__ == "__main__":
    sys.exit(main())
