"""The settings of every Askwell process outside the Rasa server, read from `ASKWELL_*` environment variables."""

from functools import lru_cache
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent


class Settings(BaseSettings):
    """Where things are, which ports they take and which secrets they share.

    `./askwell up` makes the secrets on the first start (var/secrets.json, readable by its owner alone) and hands
    them to the processes that it starts as environment variables; nothing has a secret as its default.
    """

    model_config = SettingsConfigDict(env_prefix="ASKWELL_", extra="ignore")

    state_dir: Path = ROOT / "var"
    database_url: str = ""
    gateway_port: int = Field(default=8000, ge=1, le=65535)
    bot_port: int = Field(default=5005, ge=1, le=65535)
    actions_port: int = Field(default=5055, ge=1, le=65535)
    bot_secret: SecretStr = SecretStr("")
    actions_secret: SecretStr = SecretStr("")
    session_secret: SecretStr = SecretStr("")
    identity_secret: SecretStr = SecretStr("")
    data_key: SecretStr = SecretStr("")
    allowed_origins: tuple[str, ...] = ()
    default_language: Literal["en", "zh-Hant"] = "en"
    timezone: str = "Asia/Hong_Kong"
    shop_name: str = "Corner Grocer"
    shop_contact: str = "privacy@shop.example"
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    website_dir: Path = ROOT / "website"
    session_hours: float = Field(default=168, gt=0, le=8760)
    staff_session_minutes: float = Field(default=60, gt=0, le=1440)
    bot_patience_seconds: float = Field(default=20, ge=0, le=300)
    turn_wait_seconds: float = Field(default=10, ge=0, le=300)
    limit_messages_per_session: str = "60/minute"
    limit_messages_per_address: str = "600/minute"
    limit_sessions_per_address: str = "120/minute"
    limit_invitations_per_address: str = "600/minute"
    limit_sign_ins_per_name: str = "5/15 minutes"
    limit_sign_ins_per_address: str = "20/15 minutes"

    @property
    def database(self) -> str:
        """The SQLAlchemy address of the customer data bank: the one given, else SQLite in the state directory."""
        return self.database_url or f"sqlite:///{self.state_dir / 'askwell.db'}"

    @property
    def zone(self) -> ZoneInfo:
        """The shop's time zone, in which days begin and end."""
        return ZoneInfo(self.timezone)


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()
