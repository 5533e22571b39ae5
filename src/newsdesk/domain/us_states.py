"""The states of the United States as AP abbreviates them in datelines."""

import re

_NEVER_ABBREVIATED = {
    "AK": "Alaska", "HI": "Hawaii", "ID": "Idaho", "IA": "Iowa", "ME": "Maine", "OH": "Ohio",
    "TX": "Texas", "UT": "Utah",
}  # fmt: skip
_STATES = {  # postal code -> name, AP's abbreviation
    "AL": ("Alabama", "Ala."),
    "AZ": ("Arizona", "Ariz."),
    "AR": ("Arkansas", "Ark."),
    "CA": ("California", "Calif."),
    "CO": ("Colorado", "Colo."),
    "CT": ("Connecticut", "Conn."),
    "DE": ("Delaware", "Del."),
    "DC": ("District of Columbia", "D.C."),
    "FL": ("Florida", "Fla."),
    "GA": ("Georgia", "Ga."),
    "IL": ("Illinois", "Ill."),
    "IN": ("Indiana", "Ind."),
    "KS": ("Kansas", "Kan."),
    "KY": ("Kentucky", "Ky."),
    "LA": ("Louisiana", "La."),
    "MD": ("Maryland", "Md."),
    "MA": ("Massachusetts", "Mass."),
    "MI": ("Michigan", "Mich."),
    "MN": ("Minnesota", "Minn."),
    "MS": ("Mississippi", "Miss."),
    "MO": ("Missouri", "Mo."),
    "MT": ("Montana", "Mont."),
    "NE": ("Nebraska", "Neb."),
    "NV": ("Nevada", "Nev."),
    "NH": ("New Hampshire", "N.H."),
    "NJ": ("New Jersey", "N.J."),
    "NM": ("New Mexico", "N.M."),
    "NY": ("New York", "N.Y."),
    "NC": ("North Carolina", "N.C."),
    "ND": ("North Dakota", "N.D."),
    "OK": ("Oklahoma", "Okla."),
    "OR": ("Oregon", "Ore."),
    "PA": ("Pennsylvania", "Pa."),
    "RI": ("Rhode Island", "R.I."),
    "SC": ("South Carolina", "S.C."),
    "SD": ("South Dakota", "S.D."),
    "TN": ("Tennessee", "Tenn."),
    "VT": ("Vermont", "Vt."),
    "VA": ("Virginia", "Va."),
    "WA": ("Washington", "Wash."),
    "WV": ("West Virginia", "W.Va."),
    "WI": ("Wisconsin", "Wis."),
    "WY": ("Wyoming", "Wyo."),
} | {code: (name, name) for code, name in _NEVER_ABBREVIATED.items()}
_STOPS_AND_SPACES = re.compile(r"[.\s]+")


def _key(text: str) -> str:
    return _STOPS_AND_SPACES.sub("", text).casefold()


_BY_KEY = {
    _key(word): abbreviation
    for code, (name, abbreviation) in _STATES.items()
    for word in (code, name, abbreviation)
}


def ap_state(text: str) -> str | None:
    """Return AP's abbreviation for a state's name, postal code or abbreviation: `Mich.`

    Eight states are never abbreviated. None: this is no state.
    """
    return _BY_KEY.get(_key(text))


def ap_states() -> frozenset[str]:
    """Return every state as AP writes it, the District of Columbia among them."""
    return frozenset(_BY_KEY.values())
