"""The retailer's rules for invitations (configuration/invitations.yml)."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from analytics.configuration import CONFIGURATION_FOLDER, open_configuration, refuse, whole_number
from catalogue import Problem
from catalogue.loading.fields import Fields

INVITATIONS_FILE = CONFIGURATION_FOLDER / "invitations.yml"
SEGMENTS_FILE = CONFIGURATION_FOLDER / "segments.yml"


@dataclass(frozen=True)
class InvitationRules:
    """Everything that configuration/invitations.yml says; the meaning of each number stands there."""

    version: int
    enabled: bool
    after_seconds: int
    cooldown_days: int
    not_now_days: int
    quotas: dict[str, int]


@lru_cache(maxsize=8)
def load_invitation_rules(file: Path = INVITATIONS_FILE, segments: Path = SEGMENTS_FILE) -> InvitationRules:
    """The rules in `file`, read once; its quotas may name the segments in the file `segments`.

    Raises:
        ConfigurationError: lists every mistake as `file:line: what is wrong and what to write`.

    >>> load_invitation_rules().not_now_days
    14
    """
    problems: list[Problem] = []
    fields = open_configuration(file, tuple(InvitationRules.__dataclass_fields__), problems)
    rules = InvitationRules(
        version=whole_number(fields, "version", 1),
        enabled=fields.require("enabled") and fields.flag("enabled"),
        after_seconds=whole_number(fields, "after_seconds", 1),
        cooldown_days=whole_number(fields, "cooldown_days"),
        not_now_days=whole_number(fields, "not_now_days"),
        quotas=_quotas(fields, segments),
    )
    refuse(problems)
    return rules


def _quotas(fields: Fields, segments: Path) -> dict[str, int]:
    if not fields.has("quotas"):
        return {}
    written = fields.inner(fields.nodes["quotas"], _segment_ids(segments))
    return {segment: whole_number(written, segment) for segment in written.nodes}


def _segment_ids(segments: Path) -> tuple[str, ...]:
    """The ids in the file of segments. Its rules are not read: that would load pandas into the gateway."""
    elsewhere: list[Problem] = []
    fields = open_configuration(segments, ("version", "segments"), elsewhere)
    return tuple(fields.inner(node).text("id") for node in fields.items("segments"))
