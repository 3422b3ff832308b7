"""Starts the action server: `python -m actions.server`. It listens on 127.0.0.1 alone."""

from datetime import UTC, datetime
from threading import Thread

from actions.app import create_app
from actions.canary import AnswerCanary
from actions.investigation_form import ValidateInvestigationForm
from actions.staff_form import ValidateStaffForm
from analytics.answer_meaning import AnswerMeanings
from analytics.needs import NeedsReader
from analytics.staff_chat import StaffChat
from catalogue import load
from investigation import Investigation
from investigation.shop import Shop
from profiles.store import Store
from settings import settings


def now() -> datetime:
    """The present time, UTC."""
    return datetime.now(UTC)


def main() -> None:
    """Opens the customer data bank and serves the actions until SIGTERM."""
    config = settings()
    store = Store.open(config.database, config.data_key.get_secret_value())
    shop = Shop(config.shop_name, config.shop_contact, config.zone)
    catalogue = load()
    investigation = Investigation(store, catalogue, NeedsReader.load(), AnswerMeanings.load(catalogue), shop)
    staff_chat = StaffChat(store, catalogue, config.zone)
    actions = [ValidateInvestigationForm(investigation, now), ValidateStaffForm(staff_chat, now), AnswerCanary()]
    app = create_app(actions, config.actions_secret.get_secret_value())
    Thread(target=staff_chat.prepare, daemon=True).start()
    app.run(host="127.0.0.1", port=config.actions_port, single_process=True, motd=False, access_log=False)
    store.close()


if __name__ == "__main__":
    main()
