"""What Shopify and WooCommerce export, as it is."""

import pytest

from tests.profiles.imports.files import Shop, counts

SHOPIFY_ORDERS = (
    "Name,Email,Financial Status,Paid at,Currency,Subtotal,Created at,Lineitem quantity,Lineitem name,Lineitem price,"
    "Lineitem compare at price,Lineitem sku,Billing Name,Cancelled at,Id,Source,Lineitem discount"
)
SHOPIFY_PRODUCTS = (
    "Handle,Title,Body (HTML),Vendor,Product Category,Type,Option1 Value,Variant SKU,Variant Inventory Qty,"
    "Variant Price,Image Src"
)
SHOPIFY_CUSTOMERS = (
    "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Phone,Phone,Total Spent,Tags"
)
WOO_PLUGIN_ORDERS = (
    "Order Number,Order Status,Order Date,Email (Billing),SKU,Item Name,Quantity (- Refund),Item Cost,Order Currency"
)
WOO_ORDERS = (
    "order_id,order_number,date,status,currency,customer_id,billing_email,item_name,item_sku,item_quantity,"
    "item_subtotal,item_total"
)


def test_shopifys_orders_are_filled_down_and_belong_to_their_buyers_address(shop: Shop) -> None:
    shop.take("customers", SHOPIFY_CUSTOMERS, "'6940,Mei,Chan,mei@shop.example,yes,,'+85221234567,100,")

    summary = shop.take(
        "orders",
        SHOPIFY_ORDERS,
        "#1001,mei@shop.example,paid,,HKD,50,2026-03-01 10:00:00 +0800,1,Tea,12.90,,TEA-1,Mei Chan,,77,pos,0.90",
        "#1001,mei@shop.example,,,,,2026-03-01 10:00:00 +0800,2,Gift card,5.00,,,,,,,0",
        "#1002,d@x.example,voided,,HKD,9,2026-03-02 10:00:00 +0800,1,Tea,12.90,,TEA-1,D,2026-03-02 11:00:00,78,web,",
    )

    assert counts(summary) == {"rows": 3, "added": 3}
    assert summary.customers_added == 1
    lines = shop.store.frames.orders().set_index(["order_id", "sku"]).sort_index()
    assert lines["customer_id"].tolist()[:2] == ["6940", "6940"]
    assert lines["channel"].tolist() == ["store", "store", "web"]
    assert lines["currency"].tolist() == ["HKD", "HKD", "HKD"]
    assert lines["amount"].tolist() == [10.0, 12.0, 12.9]
    assert lines["returned"].fillna(False).tolist() == [False, False, True]
    assert lines.index.tolist() == [("#1001", "Gift card"), ("#1001", "TEA-1"), ("#1002", "TEA-1")]


def test_shopifys_orders_are_filled_down_over_chunks_too(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("profiles.imports.rows.CHUNK", 1)

    summary = shop.take(
        "orders",
        SHOPIFY_ORDERS,
        "#1001,mei@shop.example,paid,,HKD,50,2026-03-01 10:00:00 +0800,1,Tea,12.90,,TEA-1,Mei Chan,,77,pos,0.90",
        "#1001,,,,,,,2,Rice,5.00,,RICE,,,,,0",
        "#1002,,,,,,,2,Rice,5.00,,RICE,,,,,0",
    )

    assert counts(summary) == {"rows": 3, "added": 2, "refused": 1}
    assert {problem.column for problem in summary.problems} == {"Email", "Created at", "Currency"}
    assert shop.store.frames.orders()["customer_id"].nunique() == 1


def test_the_same_buyer_by_address_is_the_same_customer_again(shop: Shop) -> None:
    line = "#1001,mei@shop.example,paid,,HKD,50,2026-03-01 10:00:00 +0800,1,Tea,12.90,,TEA-1,Mei Chan,,77,pos,0.90"
    shop.take("orders", SHOPIFY_ORDERS, line)

    assert counts(shop.take("orders", SHOPIFY_ORDERS, line)) == {"rows": 1, "unchanged": 1}
    assert len(shop.store.frames.customers()) == 1
    with shop.store.transaction(writes=False) as unit:
        assert unit.customers.by_email("mei@shop.example") is not None


def test_shopifys_customers_are_read_without_the_apostrophes(shop: Shop) -> None:
    summary = shop.take("customers", SHOPIFY_CUSTOMERS, "'6940,Mei,Chan,mei@shop.example,yes,,'+852 2123 4567,100,vip")

    assert counts(summary) == {"rows": 1, "added": 1}
    with shop.store.transaction(writes=False) as unit:
        customer = unit.customers.get("6940")
    assert customer is not None
    assert (customer.email, customer.phone) == ("mei@shop.example", "+852 2123 4567")
    assert "First Name" in summary.left_out


def test_shopifys_pictures_are_no_products_and_variants_have_their_products_name(shop: Shop) -> None:
    summary = shop.take(
        "products",
        SHOPIFY_PRODUCTS,
        "tea,Tea,<p>Good</p>,Us,Food > Drinks,Drinks,Small,TEA-S,3,12.90,a.jpg",
        "tea,,,,,,Large,TEA-L,0,25,",
        "tea,,,,,,,,,,b.jpg",
        "gum,Gum,,Us,,,Default Title,GUM,,5,",
    )

    assert counts(summary) == {"rows": 4, "added": 3}
    assert summary.without_goods == 1
    products = shop.store.frames.products().set_index("sku")
    assert products["name"].to_dict() == {"GUM": "Gum", "TEA-L": "Tea", "TEA-S": "Tea"}
    assert products["category"].to_dict() == {"GUM": "other", "TEA-L": "Drinks", "TEA-S": "Drinks"}
    assert products["in_stock"].dropna().to_dict() == {"TEA-L": False, "TEA-S": True}


def test_woocommerces_orders_give_price_and_discount_from_the_lines_totals(shop: Shop) -> None:
    summary = shop.take(
        "orders",
        WOO_ORDERS,
        "9,9,2026-03-01 10:00:00,completed,HKD,17,mei@shop.example,Tea,TEA-1,3,10.00,9.00",
        "10,10,2026-03-01 11:00:00,refunded,HKD,0,guest@shop.example,Tea,TEA-1,1,12.90,12.90",
    )

    assert counts(summary) == {"rows": 2, "added": 2}
    lines = shop.store.frames.orders().set_index("order_id")
    assert lines["unit_price"].tolist() == [3.333333, 12.9]
    assert lines["discount"].tolist() == [1.0, 0.0]
    assert lines["amount"].tolist() == [9.0, 12.9]
    assert lines["returned"].fillna(False).tolist() == [False, True]
    assert lines["customer_id"]["9"] == "17"
    assert lines["customer_id"]["10"].startswith("email-")


def test_woocommerces_orders_by_the_export_plugin_are_read(shop: Shop) -> None:
    summary = shop.take(
        "orders",
        WOO_PLUGIN_ORDERS,
        "9,Completed,2026-03-01 10:00,mei@shop.example,,Tea,3,3.33,HKD",
    )

    assert counts(summary) == {"rows": 1, "added": 1}
    assert shop.store.frames.orders()[["sku", "amount", "channel"]].values.tolist() == [["Tea", 9.99, "web"]]


def test_woocommerces_products_and_customers_are_read(shop: Shop) -> None:
    products = shop.take(
        "products",
        "ID,Type,SKU,Name,Published,In stock?,Stock,Regular price,Categories",
        '1,simple,TEA-1,Tea,1,1,5,12.90,"Drinks, Drinks > Tea"',
        "2,variable,,Shirt,1,,,,",
    )
    customers = shop.take(
        "customers",
        "Name,Username,Last active,Sign up,Email,Orders,Total spend,AOV",
        "Mei Chan,mei,2026-03-01,2025-01-05 09:00:00,mei@shop.example,3,99,33",
    )

    assert counts(products) == {"rows": 2, "added": 1}
    assert counts(customers) == {"rows": 1, "added": 1}
    assert shop.store.frames.customers()["first_seen"].notna().all()
