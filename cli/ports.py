"""Whether the ports are free before anything is started."""

import socket

from cli.errors import Mistake


def require_free(ports: dict[str, int]) -> None:
    """Checks that each port can be listened on.

    Args:
        ports: option of `./askwell up` to port.

    Raises:
        Mistake: another program has one of them, or two are the same; names the port and the option.
    """
    seen: dict[int, str] = {}
    for option, port in ports.items():
        if port in seen:
            raise Mistake(f"{seen[port]} and {option} are both {port}; give one of them another port.")
        seen[port] = option
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError as error:
                raise Mistake(
                    f"Port {port} is taken by another program. Start with {option} {port + 1}, or stop it."
                ) from error
