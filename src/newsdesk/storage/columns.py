"""How domain values stand in columns: portable types, the words of enums, the shared stamps."""

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, DateTime, Dialect, Enum, MetaData, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from newsdesk.domain.canonical import decode, encode
from newsdesk.domain.provenance import Finding

KEY, STAMP, TOMBSTONE, LAST = -3, -2, -1, 1
"""Where a column stands among the others, which have 0."""


class UtcDateTime(TypeDecorator[datetime]):
    """An instant, stored in UTC; a naive value is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class LocalDateTime(TypeDecorator[datetime]):
    """A wall-clock time; its zone stands in a column beside it. A value with a zone is refused."""

    impl = DateTime()
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is not None:
            raise ValueError(f"{value} has a time zone")
        return value


class Texts(TypeDecorator[Mapping[str, str]]):
    """Texts by language."""

    impl = JSON
    cache_ok = True

    def process_bind_param(
        self, value: Mapping[str, str] | None, dialect: Dialect
    ) -> dict[str, str] | None:
        return None if value is None else dict(value)

    def process_result_value(
        self, value: dict[str, str] | None, dialect: Dialect
    ) -> Mapping[str, str] | None:
        return value


class Words(TypeDecorator[tuple[str, ...]]):
    """Words in their order."""

    impl = JSON
    cache_ok = True

    def process_bind_param(
        self, value: tuple[str, ...] | None, dialect: Dialect
    ) -> list[str] | None:
        return None if value is None else list(value)

    def process_result_value(
        self, value: list[str] | None, dialect: Dialect
    ) -> tuple[str, ...] | None:
        return None if value is None else tuple(value)


class Keys(TypeDecorator[tuple[UUID, ...]]):
    """Keys in their order."""

    impl = JSON
    cache_ok = True

    def process_bind_param(
        self, value: tuple[UUID, ...] | None, dialect: Dialect
    ) -> list[str] | None:
        return None if value is None else [str(key) for key in value]

    def process_result_value(
        self, value: list[str] | None, dialect: Dialect
    ) -> tuple[UUID, ...] | None:
        return None if value is None else tuple(UUID(key) for key in value)


class Findings(TypeDecorator[tuple[Finding, ...]]):
    """What was read out of a source."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[Finding, ...] | None, dialect: Dialect) -> Any:
        return encode(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[Finding, ...] | None:
        return None if value is None else tuple(decode(Finding, item) for item in value)


def _stored_words(kind: type[StrEnum]) -> list[str]:
    return [word.value for word in kind]


class Base(DeclarativeBase):
    """What all tables share. Rows are never made into objects: values come from the domain."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcDateTime(),
        # values, not names, in a column with room for longer words
        StrEnum: Enum(
            StrEnum,
            native_enum=False,
            length=40,
            values_callable=_stored_words,
        ),
        Mapping[str, str]: Texts(),
        tuple[str, ...]: Words(),
        tuple[UUID, ...]: Keys(),
        tuple[Finding, ...]: Findings(),
    }


class Keyed:
    """A row with a key of its own, a UUIDv7 made by the caller."""

    id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=KEY)


class Stamped(Keyed):
    """A row that is changed: how often, and when."""

    version: Mapped[int] = mapped_column(sort_order=STAMP)  # the lock counter
    created_at: Mapped[datetime] = mapped_column(sort_order=STAMP)
    updated_at: Mapped[datetime] = mapped_column(sort_order=STAMP)


class Erasable(Stamped):
    """A row that is put away under a tombstone; absence never means deletion."""

    deleted_at: Mapped[datetime | None] = mapped_column(sort_order=TOMBSTONE)
    deleted_by: Mapped[str | None] = mapped_column(sort_order=TOMBSTONE)
