"""The real server process, with a stand-in for the action server."""

import json
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.bot.running_bot import RunningBot
from tests.bot.stand_in_actions import SECRET as ACTIONS_SECRET
from tests.bot.stand_in_actions import Answer, Call, StandInActions, marker, metadata_of, slots
from tests.cast import ALICE, CHARLIE, MEI

pytestmark = pytest.mark.slow

SAID = "my number is 6123 4567 and the parcel was late"


def test_a_turn_asks_the_open_question_once_with_one_call_of_an_action(
    bot: RunningBot, actions: StandInActions
) -> None:
    status, reply = bot.turn(conversation_id="one-turn", text="why do you ask?")

    assert status == 200
    assert [message["slot"] for message in reply["messages"]] == ["delivery_score"]
    assert [call["next_action"] for call in actions.calls] == ["validate_investigation_form"]
    assert actions.calls[0]["tracker"]["latest_message"]["intent"]["name"] == "why_do_you_ask"
    assert actions.secrets == [ACTIONS_SECRET]


def test_opening_a_conversation_is_one_call_too(bot: RunningBot, actions: StandInActions) -> None:
    status, reply = bot.turn(conversation_id="opened", kind="open", text="", language="zh-Hant")

    assert status == 200
    assert reply["language"] == "zh-Hant"
    assert reply["progress"] == {"answered": 1, "total": 9}
    assert len(actions.calls) == len(reply["messages"]) == 1
    assert actions.calls[0]["tracker"]["active_loop"]["name"] == "investigation_form"


def test_a_question_comes_with_its_kind_and_its_choices_in_the_language_of_the_turn(
    bot: RunningBot, actions: StandInActions
) -> None:
    actions.behave(lambda call: (200, {"events": slots(call, requested_slot="gender"), "responses": [marker(call)]}))

    _, reply = bot.turn(conversation_id="gender", language="zh-Hant")

    question = reply["messages"][0]
    assert (question["kind"], question["data"]) == ("question", {"kind": "choice"})
    assert question["choices"][0] == {"slot": "gender", "value": "female", "label": "女"}


def test_what_an_action_says_comes_before_the_question_one_message_each(
    bot: RunningBot, actions: StandInActions
) -> None:
    def answer(call: Call) -> Answer:
        buttons = [{"title": "Delivery", "payload": "choice:which_to_change=delivery_score"}]
        said = {"response": "utter_which_to_change", "buttons": buttons, "language": "zh-Hant"}
        table = {"text": "3 customers", "custom": {"kind": "table", "data": {"rows": [[3]]}}}
        events = slots(call, requested_slot="delivery_score", language="zh-Hant")
        return 200, {"events": events, "responses": [said, table, marker(call)]}

    actions.behave(answer)
    _, reply = bot.turn(conversation_id="three-messages", language="en")

    assert [message["kind"] for message in reply["messages"]] == ["question", "table", "question"]
    assert reply["messages"][0]["choices"] == [
        {"slot": "which_to_change", "value": "delivery_score", "label": "Delivery"}
    ]
    assert reply["messages"][0]["text"] == "你想改邊個答案？"
    assert reply["messages"][1]["data"] == {"rows": [[3]]}
    assert "上次送貨" in reply["messages"][2]["text"]


def test_a_question_that_an_action_asks_itself_is_not_asked_again(bot: RunningBot, actions: StandInActions) -> None:
    def answer(call: Call) -> Answer:
        said = {"response": "utter_which_to_change"}
        return 200, {"events": slots(call, requested_slot="which_to_change"), "responses": [said, marker(call)]}

    actions.behave(answer)
    _, reply = bot.turn(conversation_id="asks-itself")

    assert [message["slot"] for message in reply["messages"]] == ["which_to_change"]


@pytest.mark.parametrize("secret", [None, "", "wrong", "between gateway and bo"])
def test_without_the_secret_nothing_is_handled(bot: RunningBot, actions: StandInActions, secret: str) -> None:
    status, answer = bot.turn(secret=secret)

    assert (status, answer["error"]) == (401, "secret_required")
    assert not actions.calls


@pytest.mark.parametrize("body", ["", "{", "[]", '{"kind": "message"}', json.dumps({"role": "admin"})])
def test_a_malformed_request_is_a_400_that_says_what_is_wrong(bot: RunningBot, body: str) -> None:
    status, answer = bot.send(body)

    assert (status, answer["error"]) == (400, "malformed_turn")
    assert answer["detail"]


@pytest.mark.parametrize("text", ["/restart", "/session_start", '/open_conversation{"role": "staff"}', "/canary"])
def test_an_intent_that_a_shopper_types_is_plain_text(bot: RunningBot, actions: StandInActions, text: str) -> None:
    status, _ = bot.turn(conversation_id="types-commands", text=text)

    message = actions.calls[0]["tracker"]["latest_message"]
    assert status == 200
    assert message["text"] == "／" + text[1:]
    assert message["intent"]["name"] not in ("restart", "session_start", "open_conversation", "canary")
    assert message["entities"] == []
    assert [call["next_action"] for call in actions.calls] == ["validate_investigation_form"]


def test_a_role_in_the_text_or_in_a_choice_changes_nothing(bot: RunningBot, actions: StandInActions) -> None:
    forged = {"slot": "role", "value": "staff"}
    bot.turn(conversation_id=CHARLIE.id, text="role: staff, staff_id: bob", choice=forged, role="shopper")

    assert metadata_of(actions.calls[0])["role"] == "shopper"
    assert metadata_of(actions.calls[0])["staff_id"] is None
    assert actions.calls[0]["next_action"] == "validate_investigation_form"
    assert "role" not in actions.calls[0]["tracker"]["slots"]


def test_a_member_of_staff_talks_to_the_staffs_form(bot: RunningBot, actions: StandInActions) -> None:
    actions.behave(
        lambda call: (200, {"events": slots(call, requested_slot="nothing_open"), "responses": [marker(call)]})
    )

    status, reply = bot.turn(conversation_id=ALICE.id, role="staff", staff_id=ALICE.id, text="how many customers?")

    assert (status, reply["messages"]) == (200, [])
    assert metadata_of(actions.calls[0])["staff_id"] == ALICE.id
    assert [call["next_action"] for call in actions.calls] == ["validate_staff_form"]


def test_a_picked_choice_travels_as_such_and_its_label_is_not_understood(
    bot: RunningBot, actions: StandInActions
) -> None:
    bot.turn(conversation_id="picks", text="Stop sending me emails", choice={"slot": "gender", "value": "female"})

    message = actions.calls[0]["tracker"]["latest_message"]
    assert (message["intent"]["name"], message["text"]) == ("choice", "Stop sending me emails")
    assert metadata_of(actions.calls[0])["choice"] == {"slot": "gender", "value": "female"}


def test_silence_is_not_taken_for_an_intent(bot: RunningBot, actions: StandInActions) -> None:
    bot.turn(conversation_id="silent", text=" ")

    assert actions.calls[0]["tracker"]["latest_message"]["intent"]["name"] == "nlu_fallback"


def test_an_unsure_intent_stands_behind_the_fallback_with_the_likeliest(
    bot: RunningBot, actions: StandInActions
) -> None:
    bot.turn(conversation_id="unsure", text="well maybe the other thing")

    ranking = actions.calls[0]["tracker"]["latest_message"]["intent_ranking"]
    assert ranking[0]["name"] == "nlu_fallback"
    assert len(ranking) >= 3
    assert ranking[1]["confidence"] >= ranking[2]["confidence"]


def without_marker(call: Call) -> Answer:
    return 200, {"events": slots(call, requested_slot="delivery_score"), "responses": []}


def with_the_marker_of_another_turn(call: Call) -> Answer:
    late: dict[str, Any] = marker(call)
    late["custom"]["turn"] = "message-0"
    return 200, {"events": slots(call, requested_slot="delivery_score"), "responses": [late]}


def with_an_error(call: Call) -> Answer:
    return 500, {"error": SAID, "action_name": call["next_action"]}


def with_a_misspelt_response(call: Call) -> Answer:
    return 200, {"events": slots(call), "responses": [{"response": "utter_thnaks"}, marker(call)]}


def with_something_else(call: Call) -> Answer:
    return 200, {"events": [{"event": "slot", "nme": SAID}], "responses": [marker(call)]}


def with_a_rejection(call: Call) -> Answer:
    return 400, {"error": SAID, "action_name": call["next_action"]}


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (without_marker, "turn_not_completed"),
        (with_the_marker_of_another_turn, "turn_not_completed"),
        (with_an_error, "action_failed"),
        (with_a_rejection, "action_failed"),
        (with_something_else, "action_failed"),
        (with_a_misspelt_response, "unknown_response"),
    ],
)
def test_a_turn_that_was_not_completed_is_a_503_and_can_be_sent_again(
    bot: RunningBot, actions: StandInActions, answer: Any, error: str
) -> None:
    actions.behave(answer)
    status, refused = bot.turn(conversation_id=f"fails-with-{answer.__name__}", text=SAID)

    assert (status, refused["error"]) == (503, error)
    assert "6123" not in json.dumps(refused)

    actions.behave()
    status, reply = bot.turn(conversation_id=f"fails-with-{answer.__name__}", text=SAID)
    assert (status, len(reply["messages"])) == (200, 1)


def test_the_same_message_twice_at_once_is_handled_one_after_the_other(
    bot: RunningBot, actions: StandInActions
) -> None:
    under_way = []

    def slow(call: Call) -> Answer:
        under_way.append(len(under_way))
        seen = len(under_way)
        time.sleep(0.2)
        assert len(under_way) == seen
        return 200, {"events": slots(call, requested_slot="delivery_score"), "responses": [marker(call)]}

    actions.behave(slow)
    with ThreadPoolExecutor(2) as pool:
        replies = list(pool.map(lambda _: bot.turn(conversation_id="twice", message_id="same"), range(2)))

    assert [status for status, _ in replies] == [200, 200]
    assert replies[0][1] == replies[1][1]
    assert under_way == [0, 1]


def test_a_conversation_that_cannot_be_read_is_a_503_and_not_a_new_one(
    bot: RunningBot, actions: StandInActions
) -> None:
    bot.turn(conversation_id="unreadable")
    database = sqlite3.connect(str(bot.state / "tracker.db"))
    with database:
        database.execute("UPDATE conversation SET slots = 'no JSON' WHERE conversation_id = 'unreadable'")
    actions.behave()

    status, refused = bot.turn(conversation_id="unreadable")

    assert (status, refused["error"]) == (503, "tracker_unavailable")
    assert not actions.calls
    with database:
        database.execute("DELETE FROM conversation WHERE conversation_id = 'unreadable'")
    database.close()


def test_a_canary_is_understood_and_answered_and_stored_nowhere(bot: RunningBot, actions: StandInActions) -> None:
    status, reply = bot.turn(conversation_id="canary", role="canary", text="hello")

    assert (status, reply["messages"]) == (200, [])
    assert [call["next_action"] for call in actions.calls] == ["action_canary"]
    database = sqlite3.connect(str(bot.state / "tracker.db"))
    stored = database.execute("SELECT count(*) FROM conversation WHERE conversation_id = 'canary'").fetchone()
    database.close()
    assert stored == (0,)


def test_the_two_hundredth_turn_sends_as_much_as_the_second(bot: RunningBot, actions: StandInActions) -> None:
    sizes = []
    for number in range(200):
        bot.turn(conversation_id="long", message_id=f"message-{number:03}", text=f"I give it {number % 10}")
        sizes.append(len(json.dumps(actions.calls[-1]["tracker"]["events"])))

    # The same ten texts come again and again; a few digits of the times are all that may differ.
    assert all(abs(early - late) < 40 for early, late in zip(sizes[10:20], sizes[190:], strict=True))
    assert len(actions.calls) == 200


def test_ready_names_the_model(bot: RunningBot, model: Path) -> None:
    assert bot.ready() == (200, {"model": model.name})


def test_nothing_but_the_channel_is_served(bot: RunningBot) -> None:
    for path in ("/", "/status", "/model/parse", "/conversations/visit-of-mei/tracker", "/webhooks/rest/webhook"):
        assert bot._request("POST", path, "{}", {})[0] == 404


def test_neither_the_log_nor_the_tracker_database_holds_what_people_wrote(
    bot: RunningBot, actions: StandInActions
) -> None:
    actions.behave(with_an_error)
    bot.turn(conversation_id=MEI.id, text=SAID)
    actions.behave()
    bot.turn(conversation_id=MEI.id, text=SAID)

    kept = bot.log.read_text() + "".join(file.read_bytes().decode("latin-1") for file in bot.state.glob("tracker.db*"))

    assert "6123" not in kept
    assert "action_failed" in kept
    assert all(json.loads(line) for line in bot.log.read_text().splitlines())
