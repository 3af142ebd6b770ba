"""One document on its way into the graph, and the ids of what it speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from corpus.analysis import Analysis
from corpus.facts import Fact, Indicator
from kg.bodies import Identity, body_id
from kg.identity import identify
from kg.name_shapes import CLASS
from kg.names import class_of_field
from kg.series import SeriesKey
from kg.series import key_of as series_key
from kg.setting import Setting


@dataclass(frozen=True)  # without slots: what many edges ask for is kept beside the fields
class Subject:
    """One document on its way into the graph.

    Attributes:
        ids: of its facts, in their order.
        setting: what it says about the bodies that it names in short.
        identities: what each of its bodies is, by its name there.
    """

    analysis: Analysis
    ids: tuple[str, ...]
    setting: Setting
    identities: Mapping[str, Identity]

    @cached_property
    def document(self) -> str:
        """Its id."""
        return self.analysis.document.id

    @cached_property
    def on(self) -> str | None:
        """Its date."""
        day = self.analysis.metadata.as_of
        return str(day) if day else None

    @property
    def placed(self) -> str | None:
        """When it comes among the documents of its place: its date or, without one, the first year that it plans."""
        period = self.analysis.metadata.period
        return self.on or (str(period.start.year) if period and period.start else None)

    def resolve(self, name: str) -> Identity:
        """What a body is that the document names."""
        return self.identities.get(name) or identify(name, self.setting)

    def resolve_as_named(self, name: str, words: str) -> Identity:
        """What a body is that the document names, where it is named by these words.

        Offices that a document treats alike may be several: 本级财政部门 is not 财政部门, and 省政府 no class.
        """
        key = (name, words)
        if key not in self._resolved:
            self._resolved[key] = self._resolve_as_named(name, words)
        return self._resolved[key]

    @cached_property
    def _resolved(self) -> dict[tuple[str, str], Identity]:
        """What names were found to mean; most stand many times in a document."""
        return {}

    def _resolve_as_named(self, name: str, words: str) -> Identity:
        found = self.resolve(name)
        if not words or words == name:
            return found
        if class_of_field(words) or CLASS.search(words):
            own = identify(words, self.setting, collective=True)
            return own if own.body.kind == "collective" else found
        if found.body.kind != "collective":
            return found
        own = identify(words, self.setting)
        return own if own.body.kind == "organization" else identify(words, self.setting, collective=True)

    def facts(self) -> Iterator[tuple[str, Fact]]:
        """Its facts with their ids."""
        return zip(self.ids, self.analysis.facts, strict=True)

    @cached_property
    def series(self) -> tuple[tuple[str, Indicator, SeriesKey], ...]:
        """Its indicators that belong to a series: id, fact and series."""
        indicators = ((key, fact) for key, fact in self.facts() if isinstance(fact, Indicator))
        keyed = ((key, fact, series_key(fact, self.setting.place)) for key, fact in indicators)
        return tuple((key, fact, series) for key, fact, series in keyed if series)


def place_id(name: str) -> str:
    """The id of the node of the place with this one name."""
    return "l" + body_id(name)[1:]


def proposal_id(subject: Subject) -> str:
    """The id of a proposal's node: the number within the body that it was put to, as far as that is told."""
    metadata = subject.analysis.metadata
    place = subject.setting.place
    year = metadata.as_of.year if metadata.as_of else ""
    parts = (metadata.proposal_number or "", place.name if place else "", str(year), metadata.proposal_title or "")
    return "p" + body_id("\n".join(parts))[1:]
