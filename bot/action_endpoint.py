"""The way to the action server: one HTTP session for the whole process, the shared secret, typed errors."""

from typing import Any

import aiohttp
import ujson
from rasa.utils.endpoints import EndpointConfig

from bot.errors import ActionFailed

SECRET_HEADER = "X-Askwell-Secret"  # noqa: S105 - the header's name, not a secret


class ActionServer(EndpointConfig):
    """Rasa's endpoint for actions, with the connection kept open between calls.

    Rasa opens a session for every call and puts the whole answer of a failed call, which repeats what the person
    wrote, into its exception and so into the logs. This one keeps to the status.
    """

    def __init__(self, url: str, secret: str, timeout_seconds: float) -> None:
        """Describes the server; nothing is opened before the first call.

        Args:
            url: address of its webhook.
            secret: sent in the header `X-Askwell-Secret`.
            timeout_seconds: how long an action may take in all.
        """
        super().__init__(url=url, headers={SECRET_HEADER: secret}, enable_selective_domain=True)
        self._timeout = aiohttp.ClientTimeout(total=timeout_seconds)
        self._session: aiohttp.ClientSession | None = None

    def session(self) -> aiohttp.ClientSession:
        """The session of this process, opened when it is first needed."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                headers=self.headers, timeout=self._timeout, json_serialize=ujson.dumps
            )
        return self._session

    async def close(self) -> None:
        """Closes the session; a later call opens another."""
        if self._session is not None:
            await self._session.close()

    async def request(self, *args: Any, json: dict[str, Any] | None = None, **kwargs: Any) -> dict[str, Any]:
        """Runs one action.

        Args:
            args: Rasa's further arguments (method, path), which are always the same and not needed.
            json: what Rasa sends: the name of the action and the tracker.
            kwargs: Rasa's further arguments (compression, timeout), likewise.

        Returns:
            The events and responses of the action.

        Raises:
            ActionFailed: the server cannot be reached, took too long, or answered anything but a success in JSON.
        """
        action = (json or {}).get("next_action")
        try:
            async with self.session().post(self.url, json=json) as response:
                if response.status != 200:
                    raise ActionFailed(f"{action}: the action server answered {response.status}.")
                return await response.json(loads=ujson.loads)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise ActionFailed(f"{action}: no answer from {self.url} ({type(error).__name__}).") from error
