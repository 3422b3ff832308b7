"""The shop's own files into the data bank: customers, orders, products and answers, from UTF-8 CSV.

`import_file(store, "orders", Path("orders.csv"), at=datetime.now(UTC))` reads what the design's import files say, and
what Shopify and WooCommerce export (`columns.yml`). A bad row is refused with its line number, column and remedy, good
rows are kept, and the same file twice changes nothing.
"""

from profiles.imports.run import KINDS, KindOfFile, import_file
from profiles.imports.summary import ImportSummary, Problem, Progress

__all__ = ["KINDS", "ImportSummary", "KindOfFile", "Problem", "Progress", "import_file"]
