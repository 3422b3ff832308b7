"""The settings of a command: those given in the environment, with this installation's own secrets."""

import json
import os
import secrets
from pathlib import Path

from pydantic import ValidationError

from cli.errors import Mistake
from settings import Settings

SECRETS = ("bot_secret", "actions_secret", "session_secret", "identity_secret", "data_key")


def installation() -> Settings:
    """The settings of this installation; makes its secrets when they are asked for the first time.

    Raises:
        Mistake: a setting has a value that it cannot have, or the secrets cannot be read or written.
    """
    try:
        given = Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "ASKWELL_" + "_".join(str(part) for part in first["loc"]).upper()
        raise Mistake(f"{name} is {first['input']!r}: {first['msg'].lower()}. Correct it, or unset it.") from error
    kept = _secrets(given.state_dir / "secrets.json")
    missing = {name: kept[name] for name in SECRETS if not getattr(given, name).get_secret_value()}
    return given.model_copy(update={name: _secret(value) for name, value in missing.items()})


def variables(config: Settings) -> dict[str, str]:
    """`config` as the environment variables that the processes read, on top of this process's own."""
    values = {f"ASKWELL_{name.upper()}": _as_text(getattr(config, name)) for name in type(config).model_fields}
    return {**os.environ, **values, "ASKWELL_DATABASE_URL": config.database}


def _secrets(file: Path) -> dict[str, str]:
    try:
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            made = json.dumps({name: secrets.token_urlsafe(32) for name in SECRETS}, indent=2)
            with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
                out.write(made)
        kept: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    except FileExistsError:
        return _secrets(file)
    except OSError as error:
        raise Mistake(
            f"{file}: {error.strerror}; make the folder writable, or set ASKWELL_STATE_DIR to one that is."
        ) from error
    except ValueError as error:
        raise Mistake(
            f"{file} is not JSON; restore it from a backup: without its data_key no e-mail can be read."
        ) from error
    absent = [name for name in SECRETS if name not in kept]
    if absent:
        raise Mistake(f"{file} lacks {', '.join(absent)}; restore it from a backup.")
    return kept


def _secret(value: str) -> object:
    from pydantic import SecretStr

    return SecretStr(value)


def _as_text(value: object) -> str:
    if hasattr(value, "get_secret_value"):
        return str(value.get_secret_value())
    return json.dumps(value) if isinstance(value, tuple) else str(value)
