"""Customers: found, corrected, consented and erased."""

from profiles import Store
from tests.cast import MEI, MONDAY


def test_a_customer_is_made_once(store: Store) -> None:
    for _ in range(2):
        with store.transaction() as unit:
            unit.customers.ensure(MEI.id, source="import", known=True, at=MONDAY)

    with store.transaction(writes=False) as unit:
        assert unit.customers.get(MEI.id) is not None
