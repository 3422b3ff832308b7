"""Products from files."""

from tests.profiles.imports.files import PRODUCTS, Shop, counts


def test_products_are_added_changed_and_left_alone(shop: Shop) -> None:
    shop.take("products", PRODUCTS, "tea,Tea,Drinks,12.90,yes", "rice,Rice,Food,80,")

    summary = shop.take("products", PRODUCTS, "tea,Tea,Drinks,13.90,yes", "rice,Rice,Food,80.00,", "gum,Gum,Food,5,no")

    assert counts(summary) == {"rows": 3, "added": 1, "changed": 1, "unchanged": 1}
    products = shop.store.frames.products().set_index("sku")
    assert products["price"].to_dict() == {"gum": 5.0, "rice": 80.0, "tea": 13.9}
    assert products["in_stock"].dropna().to_dict() == {"gum": False, "tea": True}


def test_a_file_without_stock_leaves_what_is_known_of_it(shop: Shop) -> None:
    shop.take("products", PRODUCTS, "tea,Tea,Drinks,12.90,yes")

    assert counts(shop.take("products", "sku,name,category,price", "tea,Tea,Drinks,12.90")) == {
        "rows": 1,
        "unchanged": 1,
    }
    assert shop.store.frames.products()["in_stock"].tolist() == [True]


def test_a_product_that_stands_twice_is_refused_the_second_time(shop: Shop) -> None:
    summary = shop.take("products", PRODUCTS, "tea,Tea,Drinks,12.90,", "tea,Tea,Drinks,13.90,")

    assert counts(summary) == {"rows": 2, "added": 1, "refused": 1}
    assert shop.store.frames.products()["price"].tolist() == [12.9]


def test_names_in_any_script_are_kept(shop: Shop) -> None:
    shop.take("products", PRODUCTS, '茶,"普洱茶, 十年",飲品,120,是')

    assert shop.store.frames.products().iloc[0].to_dict() == {
        "sku": "茶",
        "name": "普洱茶, 十年",
        "category": "飲品",
        "price": 120.0,
        "in_stock": True,
    }
