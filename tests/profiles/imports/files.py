"""Import files, written as a shop would have them."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from profiles import Store
from profiles.imports import ImportSummary, KindOfFile, Progress, import_file

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
HONG_KONG = ZoneInfo("Asia/Hong_Kong")

ORDERS = "order_id,customer_id,ordered_at,channel,sku,quantity,unit_price,discount,currency"
LINE = "o1,mei,2026-03-01 18:30,web,tea,2,12.90,0.80,HKD"
PRODUCTS = "sku,name,category,price,in_stock"
CUSTOMERS = "customer_id,email,phone,birth_date,age_band,gender,district,income_band,first_seen,consent_marketing"
ANSWERS = "customer_id,question_id,value,answered_at,language"


class Shop:
    """A folder of import files and the store that they go into."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store = store
        self.folder = folder
        self.progress: list[Progress] = []

    def write(self, name: str, *lines: str, encoding: str = "utf-8") -> Path:
        """A file of these lines."""
        path = self.folder / name
        path.write_bytes("".join(f"{line}\r\n" for line in lines).encode(encoding))
        return path

    def take(self, kind: KindOfFile, *lines: str, at: datetime = NOW, **options: Any) -> ImportSummary:
        """Imports a file of these lines."""
        return self.take_file(kind, self.write(f"{kind}.csv", *lines, **options), at=at)

    def take_file(self, kind: KindOfFile, path: Path, *, at: datetime = NOW) -> ImportSummary:
        """Imports a file."""
        return import_file(self.store, kind, path, at=at, zone=HONG_KONG, progress=self.progress.append)


def counts(summary: ImportSummary) -> dict[str, int]:
    """What came of the rows, without the noughts."""
    names = ("rows", "added", "changed", "unchanged", "refused")
    return {name: getattr(summary, name) for name in names if getattr(summary, name)}
