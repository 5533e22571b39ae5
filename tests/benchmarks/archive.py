"""A newsroom of ten years: a hundred thousand releases of about 4 KB, always the same ones.

It is made once, through the storage as the program has it, and kept in the cache folder of this
user; a folder is named after everything that what is in it depends on.
"""

import hashlib
import random
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from uuid import UUID

import platformdirs

from newsdesk.domain.contact import ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.dateline import Dateline
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.ids import FamilyId, PlaceId, ReleaseId, RevisionId, TermId
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.place import Place
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.domain.workflow import State
from newsdesk.storage import sqlite
from newsdesk.storage.database import Database
from newsdesk.storage.schema import newest

RELEASES = 100_000
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
_BEGINNING = datetime(2016, 11, 1, 6, tzinfo=UTC)
_BATCH = 2_000
_IN_A_HURRY = ("synchronous=OFF", "secure_delete=OFF", "cache_size=-500000")  # made again if lost
_BODY_BYTES = 4_000
_SENTENCES = 1_500  # of each language, to make texts of
_EDITED_LATER = 0.02  # of the releases: in the list they stand far from where they were stored
_TRASHED = 0.005

# The words a language's texts are made of, the most common first. Own words, invented people.
_WORDS = {
    "en": "the of and to in a for that with on by was harbour council people will from port work "
    "new year ministry opened support children families water region health safety ships quay "
    "migrants workers programme partners million bridge coast training said storm rescue winter "
    "shelter schools transport energy ferry agreement report visitors lighthouse fishermen",
    "fr": "de la le les et des à en pour que du une dans port conseil personnes travail nouveau "
    "année ministère ouvert soutien enfants familles eau région santé sécurité navires quai "
    "migrants programme partenaires million pont côte formation tempête secours hiver école "
    "énergie traversier accord rapport visiteurs phare pêcheurs Genève",
    "es": "de la el los y en para que del una puerto consejo personas trabajo nuevo año ministerio "
    "abierto apoyo niños familias agua región salud seguridad barcos muelle migrantes programa "
    "socios millón puente costa formación tormenta rescate invierno escuela energía acuerdo",
    "ar": "في من على إلى عن مع هذا الميناء المجلس الناس العمل الجديد العام الوزارة الدعم الأطفال "
    "الأسر الماء المنطقة الصحة السلامة السفن الرصيف المهاجرين للهجرة البرنامج الشركاء مليون "
    "الجسر الساحل التدريب العاصفة الإنقاذ الشتاء المدارس الطاقة الاتفاق التقرير والهجرة",
    "ru": "в и на с по для что из порт совет люди работа новый год министерство открыт поддержка "
    "дети семьи вода регион здоровье безопасность суда причал мигранты программа партнёры миллион "
    "мост берег обучение шторм спасение зима школа энергия соглашение отчёт её",
    "zh": "的 在 和 了 是 港口 委员会 人民 工作 新 年 部门 开放 支持 儿童 家庭 水 地区 健康 安全 "
    "船只 码头 移民 项目 伙伴 百万 桥梁 海岸 培训 风暴 救援 冬季 学校 能源 协议 报告 新闻 难民署",
}
_LANGUAGES = ("en", "en", "en", "en", "fr", "fr", "es", "ar", "ru", "zh")
_STATES = (State.PUBLISHED,) * 14 + (State.CORRECTED, State.DRAFT, State.DRAFT, State.SUBMITTED)
_STATES += (State.RECALLED, State.SPIKED)
_COUNTRIES = {
    "CH": {"en": "Switzerland", "fr": "Suisse", "zh": "瑞士"},
    "CN": {"en": "China", "fr": "Chine", "zh": "中国"},
    "MA": {"en": "Morocco", "fr": "Maroc", "ar": "المغرب"},
    "KE": {"en": "Kenya", "fr": "Kenya"},
    "PK": {"en": "Pakistan", "fr": "Pakistan"},
    "CO": {"en": "Colombia", "es": "Colombia", "fr": "Colombie"},
    "BD": {"en": "Bangladesh", "fr": "Bangladesh"},
    "UA": {"en": "Ukraine", "fr": "Ukraine", "ru": "Украина"},
}
_FIRST = ("Mei", "Noor", "Salma", "Pär", "Zoë", "Ivan", "Amina", "Luis", "Chloé", "Omar", "Ngozi")
_LAST = ("Wong", "Elm", "Idrissi", "Lund", "Quay", "Petrov", "Haddad", "Moreno", "Okoye", "Tran")


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A newsroom on the disk. Whoever writes into it works on a copy."""

    folder: Path

    def copied(self, into: Path) -> Path:
        """Return a copy that may be written into."""
        return Path(shutil.copytree(self.folder, into / "newsroom"))


def archive(releases: int = RELEASES) -> Archive:
    """Return the archive, made now if it never was: that takes some minutes."""
    home = platformdirs.user_cache_path("newsdesk-benchmarks", appauthor=False)
    folder = home / f"archive-{releases}-{_fingerprint()}"
    if not folder.exists():
        for older in home.glob(f"archive-{releases}-*"):
            shutil.rmtree(older)
        unfinished = home / f"unfinished-{releases}"
        with suppress(FileNotFoundError):
            shutil.rmtree(unfinished)
        unfinished.mkdir(parents=True)
        _fill(unfinished, releases)
        unfinished.rename(folder)
    return Archive(folder=folder)


def _fingerprint() -> str:
    parts = (
        Path(__file__).read_bytes(),
        str(newest()).encode(),
        repr(sqlite.INDEX_COLUMNS).encode(),
    )
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:12]


def _fill(folder: Path, releases: int) -> None:
    chance = random.Random(7)  # noqa: S311 - the same archive every time
    texts = {language: _Texts(language, chance) for language in _WORDS}
    books = _Books(chance)
    numbers = count(1)

    def new_id() -> UUID:
        return _key(1 << 60 | next(numbers))

    with Database.open(folder, writing=True, now=lambda: NOW, new_id=new_id) as database:
        for pragma in _IN_A_HURRY:
            database._driver.execute(f"PRAGMA {pragma}")
        with database.transaction() as work:
            work.newsroom.save(Newsroom(organisation="Office for Safe Harbours", tz="UTC"))
            for term in books.terms:
                work.terms.save(term)
        for first in range(0, releases, _BATCH):
            if sys.stderr.isatty():
                print(f"archive: {first} of {releases}", end="\r", file=sys.stderr)
            with database.transaction() as work:
                for number in range(first, min(first + _BATCH, releases)):
                    release = _release(number, releases, texts, books, chance)
                    saved = work.releases.save(release, dateline_text=books.dateline_text(release))
                    work.revisions.add(
                        saved,
                        reason=Reason.SAVE,
                        author="dana",
                        device="desk",
                        at=release.versioncreated,
                        revision_id=RevisionId(new_id()),
                        word_count=600,
                        char_count=len(release.body_md),
                    )
                    if release.state is State.DRAFT and chance.random() < _TRASHED * 10:
                        work.releases.trash(release.id, at=NOW, by="dana")


def _key(number: int) -> UUID:
    """Return a key of the form that a maker of UUIDv7 gives."""
    return UUID(int=(0x019A << 112) | (7 << 76) | (2 << 62) | (number & ((1 << 61) - 1)))


class _Texts:
    """Sentences of one language, and texts made of them."""

    def __init__(self, language: str, chance: random.Random) -> None:
        words = _WORDS[language].split()
        weights = [1 / (rank + 2) for rank in range(len(words))]
        self._chance = chance
        self._between = "" if language == "zh" else " "
        self._stop = "。" if language == "zh" else ". "
        self._sentences = [
            self._between.join(chance.choices(words, weights, k=chance.randint(8, 24)))
            for _ in range(_SENTENCES)
        ]
        self._lengths = sum(len(one.encode()) for one in self._sentences) // _SENTENCES

    def headline(self, number: int) -> str:
        sentence = self._chance.choice(self._sentences)
        start = sentence[:12] if not self._between else " ".join(sentence.split()[:7])
        return f"{start[:1].upper()}{start[1:]}{self._between}{number}"

    def body(self) -> str:
        chosen = self._chance.sample(self._sentences, k=max(4, _BODY_BYTES // self._lengths))
        paragraphs = [
            self._stop.join(chosen[start : start + 4]) + self._stop.strip()
            for start in range(0, len(chosen), 4)
        ]
        figure = self._chance.randint(100, 99_999)
        return "\n\n".join([*paragraphs, f"**{figure:,}** [example](https://example.org/{figure})"])


class _Books:
    """Contacts, terms and places, as an office has them: a few often, many now and then."""

    def __init__(self, chance: random.Random) -> None:
        keys = count(1 << 50)
        names = [f"{first} {last}" for first in _FIRST for last in _LAST]
        self._chance = chance
        self._contacts = [
            ReleaseContact(
                display_name=name,
                office="Press Office",
                points=(ContactPoint(kind=PointKind.EMAIL, value=f"c{n}@example.org"),),
            )
            for n, name in enumerate(names)
        ]
        self._places = [
            Place(
                id=PlaceId(_key(next(keys))),
                city=f"Samport {number}",
                country_code=code,
                names={"en": f"Samport {number}"},
                country_names=country,
                tz="UTC",
            )
            for code, country in _COUNTRIES.items()
            for number in range(1, 6)
        ]
        self._tags = [
            _term(next(keys), Scheme.TAG, number, en=f"{first} {second}")
            for number, (first, second) in enumerate(_pairs(_WORDS["en"].split()[10:]))
        ]
        self._themes = [
            _term(next(keys), Scheme.THEME, number, en=en, fr=fr)
            for number, (en, fr) in enumerate(
                zip(_WORDS["en"].split()[16:36], _WORDS["fr"].split()[16:36], strict=False)
            )
        ]

    @property
    def terms(self) -> Sequence[Term]:
        return (*self._tags, *self._themes)

    def contacts(self) -> tuple[ReleaseContact, ...]:
        return tuple(self._some(self._contacts, 2))

    def filed_under(self) -> tuple[Term, ...]:
        return (*self._some(self._tags, 3), *self._some(self._themes, 1))

    def places(self) -> tuple[Place, ...]:
        return tuple(self._some(self._places, 1))

    @staticmethod
    def dateline_text(release: Release) -> str:
        return "".join(f"{place.city} – " for place in release.dateline.places)

    def _some(self, values: Sequence, most: int) -> list:
        """Return up to `most` different ones, the first of them far more often than the last."""
        chosen = {
            int(len(values) * self._chance.random() ** 3)
            for _ in range(self._chance.randint(0 if most > 1 else 1, most))
        }
        return [values[index] for index in sorted(chosen)]


def _pairs(words: Sequence[str]) -> list[tuple[str, str]]:
    return [(one, other) for one in words[:20] for other in words[20:30] if one != other]


def _term(key: int, scheme: Scheme, number: int, **names: str) -> Term:
    return Term(id=TermId(_key(key)), scheme=scheme, qcode=f"own:{number}", names=names)


def _release(
    number: int,
    releases: int,
    texts: dict[str, _Texts],
    books: _Books,
    chance: random.Random,
) -> Release:
    key = ReleaseId(_key(number))
    written = _BEGINNING + (NOW - _BEGINNING) * ((number + chance.random()) / (releases + 1))
    changed = written
    if chance.random() < _EDITED_LATER:
        changed += (NOW - written) * chance.random()
    language = chance.choice(_LANGUAGES)
    text = texts[language]
    embargo = None
    if chance.random() < 0.02:
        until = written.replace(tzinfo=None) + timedelta(days=2)
        if chance.random() < 0.05:
            until = NOW.replace(tzinfo=None) + timedelta(days=chance.randint(1, 90))
        embargo = Embargo(until_local=until, tz="UTC", city_label="London")
    return Release(
        id=key,
        slug=f"release-{number}",
        family_id=FamilyId(key),
        language=language,
        state=chance.choice(_STATES),
        headline=text.headline(number),
        body_md=text.body(),
        firstcreated=written,
        versioncreated=changed,
        created_by="dana",
        starred=chance.random() < 0.01,
        dateline=Dateline(places=books.places(), date=written.date()),
        embargo=embargo,
        contacts=books.contacts(),
        terms=books.filed_under(),
    )
