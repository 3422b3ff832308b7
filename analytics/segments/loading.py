"""Reads the retailer's segments (configuration/segments.yml) into rules, or into every mistake that they contain."""

from functools import lru_cache
from pathlib import Path

from analytics.configuration import CONFIGURATION_FOLDER, open_configuration, refuse, whole_number
from analytics.segments.conditions import group
from analytics.segments.rules import UNCLASSIFIED, Group, Segment, SegmentRules
from catalogue import Catalogue, Problem, load
from catalogue.loading.fields import Fields

SEGMENTS_FILE = CONFIGURATION_FOLDER / "segments.yml"
KEYS = ("id", "name", "says", "explanation", "any", "all")


@lru_cache(maxsize=8)
def load_segments(file: Path = SEGMENTS_FILE) -> SegmentRules:
    """The segments in `file`, read once and checked against Askwell's own catalogue.

    Raises:
        ConfigurationError: lists every mistake as `file:line: what is wrong and what to write`.

    >>> load_segments().named("gift_buyers").name["zh-Hant"]
    '送禮客'
    """
    return read_segments(file, load())


def read_segments(file: Path, catalogue: Catalogue) -> SegmentRules:
    """The segments in `file`; their conditions may name the questions of `catalogue`.

    Raises:
        ConfigurationError: lists every mistake as `file:line: what is wrong and what to write`.
    """
    problems: list[Problem] = []
    fields = open_configuration(file, ("version", "segments"), problems)
    version = whole_number(fields, "version", 1)
    fields.require("segments")
    segments = [_segment(fields.inner(node, KEYS), catalogue) for node in fields.items("segments")]
    _note_duplicates(fields, segments)
    refuse(problems)
    return SegmentRules(version, tuple(segments))


def _segment(fields: Fields, catalogue: Catalogue) -> Segment:
    id = fields.snake_case("id")
    if id == UNCLASSIFIED:
        fields.refuse(fields.lines["id"], f"'{UNCLASSIFIED}' is for customers whom no rule fits; choose another id.")
    return Segment(
        id=id,
        name=fields.by_language("name"),
        says=fields.lists_by_language("says"),
        explanation=fields.by_language("explanation"),
        rule=_rule(fields, catalogue),
    )


def _rule(fields: Fields, catalogue: Catalogue) -> Group:
    """The one of `any` and `all` that is written, which must be exactly one."""
    written = [key for key in ("any", "all") if fields.has(key)]
    if len(written) != 1:
        fields.refuse(fields.line, "a segment has its conditions under either 'any' or 'all'; write one of the two.")
        return Group((), every=False)
    return group(fields, written[0], catalogue)


def _note_duplicates(fields: Fields, segments: list[Segment]) -> None:
    ids = [segment.id for segment in segments]
    for id in sorted({id for id in ids if id and ids.count(id) > 1}):
        fields.refuse(fields.lines["segments"], f"two segments have the id '{id}'; give one of them another.")
