"""Files as they come: marks, quotation marks, encodings, headers, chunks."""

from pathlib import Path

import pytest

from profiles.errors import DatabaseFull, UnreadableFile, WrongHeader
from profiles.imports import import_file
from tests.profiles.imports.files import LINE, NOW, ORDERS, PRODUCTS, Shop, counts

TEA = "tea,Tea,Drinks,12.90,yes"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_file_is_read_with_and_without_a_byte_order_mark(sqlite_shop: Shop, encoding: str) -> None:
    assert counts(sqlite_shop.take("orders", ORDERS, LINE, encoding=encoding)) == {"rows": 1, "added": 1}


def test_columns_may_stand_in_any_order_and_others_are_left_out(sqlite_shop: Shop) -> None:
    summary = sqlite_shop.take("products", "Price,NAME,sku , note,category", "12.90,Tea,tea,dry,Drinks")

    assert counts(summary) == {"rows": 1, "added": 1}
    assert summary.left_out == ("note",)


def test_line_numbers_count_the_lines_within_cells_and_empty_lines(sqlite_shop: Shop) -> None:
    summary = sqlite_shop.take("products", PRODUCTS, 'tea,"Tea","a\r\nb",1,', "", "rice,Rice,Food,free,", "x,y")

    assert [(problem.line, problem.column) for problem in summary.problems] == [
        (2, "category"),
        (5, "price"),
        (6, "row"),
    ]
    assert counts(summary) == {"rows": 3, "refused": 3}


def test_a_row_of_the_wrong_length_is_refused_and_the_others_are_kept(sqlite_shop: Shop) -> None:
    summary = sqlite_shop.take("products", PRODUCTS, "tea,Tea", TEA)

    assert counts(summary) == {"rows": 2, "added": 1, "refused": 1}
    assert summary.problems[0].sentence(summary.file) == (
        "products.csv:2: row is '2 columns'; the header has 5 columns; check the commas and quotation marks."
    )


def test_a_file_with_only_a_header_imports_nothing(sqlite_shop: Shop) -> None:
    assert counts(sqlite_shop.take("orders", ORDERS)) == {}


@pytest.mark.parametrize("kind", ["customers", "orders", "products", "answers"])
def test_an_empty_file_is_refused_with_the_columns_that_are_expected(sqlite_shop: Shop, kind: str) -> None:
    with pytest.raises(WrongHeader, match=r"Found: nothing\. Expected: "):
        sqlite_shop.take(kind)  # type: ignore[arg-type]


def test_a_wrong_header_is_one_error_that_lists_what_was_found_and_what_is_expected(sqlite_shop: Shop) -> None:
    with pytest.raises(WrongHeader) as refused:
        sqlite_shop.take("products", "code,name,price", "tea,Tea,12.90")

    assert str(refused.value) == (
        f"{sqlite_shop.folder / 'products.csv'}: the header of a file of products lacks sku, category. "
        "Found: code, name, price. Expected: sku, name, category, price (and, if there are any: in_stock), "
        "separated by commas, or a file as Shopify or WooCommerce exports it."
    )


def test_a_column_that_stands_twice_is_refused(sqlite_shop: Shop) -> None:
    with pytest.raises(WrongHeader, match="names sku twice"):
        sqlite_shop.take("products", "sku,name,SKU,category,price", "tea,Tea,tee,Drinks,1")


def test_a_file_that_is_not_utf_8_is_refused_with_the_line(sqlite_shop: Shop) -> None:
    with pytest.raises(UnreadableFile, match=r"not UTF-8\. Save the file as 'CSV UTF-8'"):
        sqlite_shop.take("products", PRODUCTS, "caf\u00e9,Caf\u00e9,Drinks,1,", encoding="latin-1")


def test_a_quotation_mark_that_is_never_closed_is_told(sqlite_shop: Shop) -> None:
    with pytest.raises(UnreadableFile, match="never closed"):
        sqlite_shop.take("products", PRODUCTS, '"tea,Tea,Drinks,1,', *[TEA] * 10_000)


def test_a_file_that_is_not_there_is_told(sqlite_shop: Shop) -> None:
    with pytest.raises(UnreadableFile, match=r"No such file or directory\. Name a CSV file"):
        sqlite_shop.take_file("orders", Path("nowhere.csv"))


def test_refusals_that_cannot_be_written_down_are_told(sqlite_shop: Shop) -> None:
    (sqlite_shop.folder / "products.refused.csv").mkdir()

    with pytest.raises(UnreadableFile, match="where refused rows are noted, cannot be written"):
        sqlite_shop.take("products", PRODUCTS, TEA)


def test_what_was_read_before_the_disk_was_full_is_stored(sqlite_shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("profiles.imports.rows.CHUNK", 10)
    lines = [f"{n},Tea number {n} with a very long name {'x' * 400},Drinks,1," for n in range(1000)]
    path = sqlite_shop.write("products.csv", PRODUCTS, *lines)
    with sqlite_shop.store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 30}")

    with pytest.raises(DatabaseFull, match="is full"):
        import_file(sqlite_shop.store, "products", path, at=NOW)

    assert 10 <= len(sqlite_shop.store.frames.products()) < 1000


def test_chunks_make_no_difference(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [f"o{n % 7},mei,2026-03-01,web,sku{n % 3},1,{n},0,HKD" for n in range(50)]
    shop.take("orders", ORDERS, *lines)
    whole = shop.store.frames.orders().sort_values(["order_id", "sku", "occurrence"], ignore_index=True)

    monkeypatch.setattr("profiles.imports.rows.CHUNK", 3)
    again = shop.take("orders", ORDERS, *lines)

    assert counts(again) == {"rows": 50, "unchanged": 50}
    assert len(shop.progress) == 1 + 17
    assert len(whole) == 50


def test_the_settings_zone_and_the_catalogue_are_taken_where_none_are_given(sqlite_shop: Shop) -> None:
    path = sqlite_shop.write("orders.csv", ORDERS, LINE)

    import_file(sqlite_shop.store, "orders", path, at=NOW)

    assert sqlite_shop.store.frames.orders()["ordered_at"][0].hour == 10
