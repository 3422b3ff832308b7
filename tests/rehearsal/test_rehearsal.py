"""A rehearsal against the running system, over the public chat API."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from catalogue import load
from rehearsal.chat import ChatError
from rehearsal.evidence import DataBank, PlayedBack
from rehearsal.persona import Behaviour, HeldNeed, Persona
from rehearsal.running import Rehearsal, Result
from rehearsal.transcripts import write_transcripts
from tests.system import System, running_system

pytestmark = pytest.mark.slow

MEI = Persona(
    "mei",
    "zh-Hant",
    known=True,
    facts={"for_whom": "household", "household_size": "4", "last_channel": "web", "age_band": "35-44"},
    needs=(HeldNeed("delivery", "dissatisfaction", "送貨成日遲到", "上星期五又遲咗兩個鐘，冇人通知我"),),
    behaviour=Behaviour(interrupts=("點解要問呢個？",), edits={"household_size": "5"}, pauses_after=5),
)
DANIEL = Persona("daniel", "en", facts={"for_whom": "gift", "gift_occasion": "birthday"}, patience=6)


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    """Askwell on free ports."""
    with running_system(tmp_path_factory.mktemp("askwell")) as running:
        yield running


def rehearse(system: System, rehearsal: Rehearsal, conversations: int) -> list[Result]:
    """The results of a rehearsal against the running system."""
    return list(rehearsal.run(system.base, conversations, 1, lambda: None))


def test_simulated_customers_are_understood_and_leave_nothing_behind(system: System, tmp_path: Path) -> None:
    secret = system.config.identity_secret.get_secret_value()
    with system.store() as store:
        mei, daniel = rehearse(system, Rehearsal([MEI, DANIEL], load(), DataBank(store), secret), 2)
        with store.transaction(writes=False) as unit:
            visits = [unit.conversations.get(id) for id in mei.played.conversation_ids]
    page = write_transcripts([mei, daniel], tmp_path / "made" / "here").read_text(encoding="utf-8")

    assert set(mei.outcome.right) == set(MEI.facts)
    assert (mei.outcome.wrong, mei.outcome.found) == ((), ("dissatisfaction delivery",))
    assert (mei.outcome.asked_again, mei.outcome.manners) == ((), ())
    assert daniel.outcome.abandoned
    assert daniel.outcome.turns == DANIEL.patience
    assert all(visit is None or visit.customer_id is None for visit in visits)
    assert "送貨成日遲到" in page


def test_elsewhere_the_play_back_tells_what_is_held(system: System) -> None:
    stranger = replace(MEI, known=False, behaviour=Behaviour())
    (result,) = rehearse(system, Rehearsal([stranger], load(), PlayedBack(load())), 1)

    assert set(result.outcome.right) == set(MEI.facts)
    assert result.outcome.missed == ()


def test_nobody_at_the_address_is_said_with_a_remedy(system: System) -> None:
    with pytest.raises(ChatError, match="give its address with --url"):
        list(Rehearsal([DANIEL], load(), PlayedBack(load())).run("http://127.0.0.1:9", 1, 1, lambda: None))
