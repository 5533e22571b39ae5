"""The keys of stored things: UUIDv7 where we make them, handed in like the clock."""

from typing import NewType
from uuid import UUID

ReleaseId = NewType("ReleaseId", UUID)
ContactId = NewType("ContactId", UUID)
PersonId = NewType("PersonId", UUID)
OrganisationId = NewType("OrganisationId", UUID)
RoleId = NewType("RoleId", UUID)
PlaceId = NewType("PlaceId", UUID)
TermId = NewType("TermId", UUID)
BoilerplateId = NewType("BoilerplateId", UUID)
SnippetId = NewType("SnippetId", UUID)
SavedSearchId = NewType("SavedSearchId", UUID)
OwnWordId = NewType("OwnWordId", UUID)
MediaId = NewType("MediaId", UUID)
RevisionId = NewType("RevisionId", UUID)
QuoteId = NewType("QuoteId", UUID)
TemplateId = NewType("TemplateId", UUID)
ExportId = NewType("ExportId", UUID)
AuditId = NewType("AuditId", UUID)
FamilyId = NewType("FamilyId", UUID)
