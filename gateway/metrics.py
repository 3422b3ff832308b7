"""What Prometheus may read: counts and durations, never a word or a name."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """The figures of one application, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "askwell_requests", "Requests by route and status", ["method", "route", "status"], registry=self.registry
        )
        self.request_seconds = Histogram(
            "askwell_request_seconds", "Time to answer", ["route"], buckets=SECONDS, registry=self.registry
        )
        self.bot_seconds = Histogram(
            "askwell_bot_seconds", "Time the bot takes for a turn", buckets=SECONDS, registry=self.registry
        )
        self.problems = Counter("askwell_problems", "Refusals by kind", ["kind"], registry=self.registry)
        self.repeats = Counter("askwell_repeated_messages", "Messages that were sent again", registry=self.registry)
        self.masked = Counter(
            "askwell_masked", "Personal numbers masked before storage, by kind", ["kind"], registry=self.registry
        )
        self.invitations = Counter(
            "askwell_invitations", "Answers to the widget by invitation", ["kind"], registry=self.registry
        )
        self.streams = Gauge("askwell_event_streams", "Open event streams", registry=self.registry)
