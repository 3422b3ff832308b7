"""A careless interview is flagged with the reason, and nothing of it is deleted (I14)."""

from collections.abc import Callable

from profiles.records import Flag
from tests.investigation.conftest import Shopper


def flags(shopper: Shopper) -> list[Flag]:
    with shopper.store.transaction(writes=False) as unit:
        return unit.flags.of(shopper.conversation_id)


def test_a_contradiction_is_flagged_and_goes_with_its_correction(meet: Callable[[], Shopper]) -> None:
    shopper = meet()
    shopper.agree()
    shopper.pick("last_channel", "none")
    shopper.pick("membership", "active")

    assert [flag.reason for flag in flags(shopper)] == ["contradiction"]
    assert shopper.facts["membership"] == "active"

    shopper.pick("membership", "none")

    assert flags(shopper) == []


def test_who_forgets_everything_leaves_no_flag(meet: Callable[[], Shopper]) -> None:
    shopper = meet()
    shopper.agree()
    shopper.pick("last_channel", "none")
    shopper.pick("membership", "active")
    shopper.say("forget me", "forget_me")
    shopper.pick("forget_confirmed", "yes")

    assert flags(shopper) == []
    assert shopper.store.frames.flags().empty
