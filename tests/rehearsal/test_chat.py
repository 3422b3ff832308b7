import httpx
import pytest

from rehearsal.chat import Chat, ChatError


def client(status: int, body: dict[str, str]) -> httpx.Client:
    """A client for whom the door answers every request so."""
    door = httpx.MockTransport(lambda request: httpx.Response(status, json=body))
    return httpx.Client(transport=door, base_url="http://127.0.0.1:8131")


@pytest.mark.parametrize("status", [401, 409, 500])
def test_a_door_that_opens_no_conversation_is_told_with_its_status_and_its_reason(status: int) -> None:
    chat = Chat(client(status, {"detail": "No table of customers."}))

    with pytest.raises(ChatError, match=f"sessions answered {status}: .*No table of customers"):
        chat.open("en")
