"""`python -m analytics.invitations`: whom the quotas hold back, as JSON. The gateway runs it beside itself.

A process of its own, with a low priority: it takes seconds and pandas, and shoppers wait for neither.
"""

import argparse
import json
import os
import sys
from datetime import datetime

from analytics.configuration import ConfigurationError
from profiles.errors import ProfilesError
from settings import settings

NICER = 10


def main() -> int:
    """Prints `HeldBack` as JSON; 2, with a sentence on standard error, if it cannot be counted."""
    parser = argparse.ArgumentParser(prog="python -m analytics.invitations", description=__doc__)
    parser.add_argument("--quotas", type=json.loads, required=True, help='as JSON, such as {"gift_buyers": 100}')
    parser.add_argument("--at", type=datetime.fromisoformat, required=True, help="the time, with its zone")
    wanted = parser.parse_args()
    os.nice(NICER)
    try:
        sys.stdout.write(_counted(wanted.quotas, wanted.at))
    except (ConfigurationError, ProfilesError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def _counted(quotas: dict[str, int], at: datetime) -> str:
    from analytics.invitations.counting import count_held_back
    from analytics.segments import load_segments
    from profiles.store import Store

    chosen = settings()
    with Store.open(chosen.database, chosen.data_key.get_secret_value()) as store:
        return count_held_back(store, quotas, load_segments(), at, chosen.zone).to_json()


if __name__ == "__main__":
    sys.exit(main())
