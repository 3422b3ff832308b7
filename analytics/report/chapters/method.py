"""How the figures came about: definitions, counts, what was left out, by which rules and notice (S6, P1)."""

from analytics.report.document import Section
from analytics.report.material import Material
from analytics.report.speech import Speech


def method(material: Material, speech: Speech) -> Section:
    """The chapter that lets a reader check the others."""
    values = _values(material, speech)
    terms = tuple((speech.say(f"method_{id}"), speech.say(f"method_{id}_is", **named)) for id, named in values.items())
    rules = material.segments.segments
    segments = tuple(
        (speech.say("method_segment", name=rule.name[speech.language]), rule.explanation[speech.language])
        for rule in rules
    )
    return Section("method", speech.say("method"), (speech.say("method_sentence"),), terms=(*terms, *segments))


def _values(material: Material, speech: Speech) -> dict[str, dict[str, object]]:
    now, status, stage = material.now, material.behaviour.status, material.behaviour.stage
    return {
        "period": {
            "period": speech.period(now.period),
            "zone": now.period.zone.key,
            "before": speech.period(material.before.period),
        },
        "consent": {
            "versions": speech.listed(list(now.notices)) or speech.say("method_versions_none"),
            "withdrawn": now.withdrawn,
        },
        "careless": {"careless": now.careless},
        "participants": {},
        "need": {"denied": now.denied},
        "chats": {},
        "money": {},
        "status": {
            "at_risk": status.at_risk_after_intervals,
            "lapsed": status.lapsed_after_intervals,
            "lost": status.lost_after_intervals,
            "version": material.behaviour.version,
        },
        "stage": {
            "development": stage.development_from_orders,
            "orders": stage.mature_from_orders,
            "days": stage.mature_from_days,
            "categories": stage.mature_from_categories,
        },
        "intervals": {},
        "small": {"least": material.least},
        "segments": {"version": material.segments.version, "day": speech.day(material.population.day)},
    }
