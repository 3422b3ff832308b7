import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.personal_data import Kind, mask
from reading.text import fold
from tests.reading import personal_numbers as made_up

ROOT = Path(__file__).resolve().parents[2]


def digits_of(text: str) -> str:
    return "".join(character for character in fold(text).text if character.isdigit())


@given(made_up.hkids(), made_up.surroundings())
def test_no_identity_number_leaks_whatever_stands_around_it(number: str, around: tuple[str, str]) -> None:
    masked = mask(f"{around[0]}{number}{around[1]}")

    assert masked.text == f"{around[0]}[hkid]{around[1]}"


@given(made_up.phones(), made_up.surroundings())
def test_no_phone_number_leaks_whatever_stands_around_it(number: str, around: tuple[str, str]) -> None:
    masked = mask(f"{around[0]}{number}{around[1]}")

    assert digits_of(masked.text) == ""
    assert "[phone]" in masked.text


@given(made_up.cards(), made_up.surroundings())
def test_no_card_number_leaks_whatever_stands_around_it(number: str, around: tuple[str, str]) -> None:
    masked = mask(f"{around[0]}{number}{around[1]}")

    assert digits_of(masked.text) == ""
    assert "[card]" in masked.text


@given(made_up.emails(), made_up.surroundings())
def test_no_email_address_leaks_whatever_stands_around_it(address: str, around: tuple[str, str]) -> None:
    masked = mask(f"{around[0]} {address}{around[1]}")

    assert "@" not in fold(masked.text).text
    assert "[email]" in masked.text
    assert masked.text.endswith(around[1])


@given(st.lists(made_up.hkids() | made_up.phones() | made_up.cards() | made_up.emails(), min_size=2, max_size=4))
def test_several_in_one_message_are_all_masked(secrets: list[str]) -> None:
    masked = mask(" and 同埋 ".join(secrets))

    assert digits_of(masked.text) == ""
    assert "@" not in masked.text


@given(st.text() | made_up.phones() | made_up.cards())
def test_masking_what_is_masked_changes_nothing(text: str) -> None:
    masked = mask(text).text

    assert mask(masked).text == masked


@given(st.text())
def test_what_is_found_lies_in_the_text_in_order_and_nothing_else_changes(text: str) -> None:
    masked = mask(text)
    position, kept = 0, ""
    for found in masked.found:
        assert position <= found.span.start < found.span.end <= len(text)
        kept += text[position : found.span.start] + f"[{found.kind}]"
        position = found.span.end

    assert kept + text[position:] == masked.text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("我身份證係A123456(3)呀", "我身份證係[hkid]呀"),
        ("A123456(4)", "[hkid]"),
        ("HKID A1234564", "HKID [hkid]"),
        ("9123\u200b4567", "[phone]"),
        ("打俾我９１２３　４５６７", "打俾我[phone]"),
        ("9123\n4567 係我電話", "[phone] 係我電話"),
        ("whatsapp 6 123 45 67", "whatsapp [phone]"),
        ("+44 7911 123456", "[phone]"),
        ("0044 20 7946 0018", "[phone]"),
        ("13812345678", "[phone]"),
        ("4111 1111 1111 1111 12/28 cvv 123", "[card] 12/28 cvv [card]"),
        ("3782-822463-10005", "[card]"),
        ("mei at gmail dot com", "[email]"),
        ("mei(at)gmail.com", "[email]"),
        ("my account is 012-345678-001", "my account is [account]"),
        ("戶口號碼 123-456789-833", "戶口號碼 [account]"),
        ("110105 19491231 002X", "[id]"),
    ],
)
def test_numbers_are_masked_in_the_forms_that_people_write(text: str, masked: str) -> None:
    assert mask(text).text == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Flat B, 12/F, Block 3, City One, Shatin", "[address], City One, Shatin"),
        ("Flat 5A, 23 Nathan Road, Mong Kok", "[address], Mong Kok"),
        ("send it to 123 queen's road central", "send it to [address]"),
        ("旺角彌敦道123號ABC大廈5樓B室", "旺角[address]"),
        ("我住沙田第一城12座3樓A室呀", "我住沙田第一城[address]呀"),
        ("彩雲邨白虹樓1203室", "彩雲邨[address]"),
        ("美孚新邨第三期10號8樓C", "美孚新邨[address]"),
        ("Room 1203, 12/F, Tower 2", "[address]"),
        ("Rm 1203, 12/F, Wing On House, 71 Des Voeux Road Central", "[address]"),
        ("深水埗大南街 208 號 3 樓", "深水埗[address]"),
        ("九龍灣宏照道38號企業廣場5期2座12樓", "九龍灣[address]"),
        ("送去天水圍天耀邨耀民樓12樓1203室，唔該", "送去天水圍天耀邨[address]，唔該"),
    ],
)
def test_addresses_are_masked_and_the_district_stays(text: str, masked: str) -> None:
    assert mask(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "I paid $4500 for 12 boxes of 500 ml and 3 kg of rice",
        "預算2000-3000蚊",
        "between 2000 - 3000 a month",
        "2023-2025",
        "order 61234567 is late",
        "order no. 61234567",
        "訂單編號：61234567遲咗兩日",
        "tracking SF1234567890123",
        "SKU A1234564 is out of stock",
        "product code AB1234567",
        "delivered 2026-03-01 at 14:30",
        "on 20260301",
        "20.5 kg, 1,234,567 users, version 3.11.4567.8900",
        "住沙田第一城",
        "I live in Mong Kok near Prince Edward",
        "3樓有得賣，2號櫃台",
        "room 2 was cold",
        "phase 2 of the sale, level 3 membership",
        "room 12 and room 14 are for fitting",
        "巴士路1號線，第3期減價，3期免息分期",
        "5樓同6樓都有，排隊等到3號",
        "the app froze at step 3 of 5",
        "look at best.com for it",
        "星期三早上9點到11點送到就好",
        "我買咗3件，用咗1288蚊，等咗14日",
        "a 10 minute drive, 5 stars, 2 hours on the road",
        "8/10, 10分, 7-11",
        "follow us @shop",
        "buy 1 get 1 free, 50% off 3 items",
        "iPhone 15 Pro Max 256GB",
        "barcode 4891234567890",
        "",
    ],
)
def test_what_shoppers_write_of_goods_prices_times_and_places_is_left_alone(text: str) -> None:
    assert mask(text).text == text


def test_what_is_found_names_the_kind_and_the_place_and_not_the_words() -> None:
    text = "call 9123 4567"
    (found,) = mask(text).found

    assert found.kind == Kind.PHONE
    assert text[slice(*found.span)] == "9123 4567"
    assert "9123" not in repr(found)


@pytest.mark.parametrize(
    "letters", ["1 ", "1-", "a at ", "a@", "12 aa bb ", "3/f ", "道1號", "3樓", "call ", "電話1", "一", "flat a "]
)
def test_the_longest_message_of_one_thing_is_masked_in_time(letters: str) -> None:
    """2,000 characters; an expression that backtracks would take minutes."""
    assert mask((letters * 2000)[:2000]).text


@pytest.mark.slow
def test_the_mask_of_every_message_loads_no_language_model() -> None:
    script = "import sys; from reading.personal_data import mask; mask('9123 4567'); print('spacy' in sys.modules)"
    process = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert process.stdout.strip() == "False"
