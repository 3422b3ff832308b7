"""Customers from files: contacts, background and the newsletter's consent."""

from datetime import UTC, date, datetime

import pytest

from profiles.records import Customer
from tests.cast import DANIEL, MEI, TUESDAY
from tests.profiles.imports.files import CUSTOMERS, NOW, Shop, counts
from tests.profiles.people import agree, answer, arrive

MEI_IN_THE_FILE = 'mei,Mei@shop.example,+852 2123 4567,1990-07-31,,Female,Sha Tin,"$20,000 to $29,999",2025-01-05,yes'
LATER = datetime(2026, 3, 9, 10, 0, tzinfo=UTC)


def test_a_customer_is_stored_with_contacts_background_and_consent_c4(shop: Shop) -> None:
    summary = shop.take("customers", CUSTOMERS, MEI_IN_THE_FILE)

    assert counts(summary) == {"rows": 1, "added": 1}
    with shop.store.transaction(writes=False) as unit:
        assert unit.customers.get("mei") == Customer(
            customer_id="mei",
            source="import",
            known=True,
            created_at=NOW,
            email="mei@shop.example",
            phone="+852 2123 4567",
            birth_date=date(1990, 7, 31),
            first_seen=datetime(2025, 1, 4, 16, 0, tzinfo=UTC),
        )
    (row,) = shop.store.frames.customers().to_dict("records")
    assert {name: row[name] for name in ("age_band", "gender", "district", "income_band", "newsletter")} == {
        "age_band": "35-44",
        "gender": "female",
        "district": "sha_tin",
        "income_band": "20000-29999",
        "newsletter": True,
    }


def test_each_fact_keeps_its_source_and_date_c5(shop: Shop) -> None:
    shop.take("customers", "customer_id,gender", "mei,f")

    with shop.store.transaction(writes=False) as unit:
        gender = unit.answers.current("mei")["gender"]
    assert (gender.source, gender.answered_at, gender.conversation_id) == ("import", NOW, None)


def test_the_same_file_twice_changes_nothing(shop: Shop) -> None:
    shop.take("customers", CUSTOMERS, MEI_IN_THE_FILE, "daniel,,,,,,,,,no")

    again = shop.take("customers", CUSTOMERS, MEI_IN_THE_FILE, "daniel,,,,,,,,,no", at=LATER)

    assert counts(again) == {"rows": 2, "unchanged": 2}
    assert len(shop.store.frames.answers()) == 4
    assert len(shop.store.frames.consents()) == 2


@pytest.mark.parametrize("cells", ["mei@other.example,f,yes", "mei@shop.example,m,yes", "mei@shop.example,f,no"])
def test_whatever_a_later_file_says_anew_counts_as_one_change(shop: Shop, cells: str) -> None:
    header = "customer_id,email,gender,consent_marketing"
    shop.take("customers", header, "mei,mei@shop.example,f,yes")

    assert counts(shop.take("customers", header, f"mei,{cells}", at=LATER)) == {"rows": 1, "changed": 1}


def test_a_correction_by_file_keeps_the_earlier_fact_in_history_p3(shop: Shop) -> None:
    shop.take("customers", "customer_id,age_band", "mei,25-34")
    shop.take("customers", "customer_id,age_band", "mei,35-44", at=LATER)

    with shop.store.transaction(writes=False) as unit:
        assert [fact.value for fact in unit.answers.history("mei", "age_band")] == ["25-34", "35-44"]
        assert unit.answers.current("mei")["age_band"].value == "35-44"


def test_an_empty_cell_and_a_missing_column_leave_what_is_known(shop: Shop) -> None:
    shop.take("customers", CUSTOMERS, MEI_IN_THE_FILE)
    before = shop.store.frames.customers()

    assert counts(shop.take("customers", "customer_id,email,gender", "mei,,")) == {"rows": 1, "unchanged": 1}
    assert shop.store.frames.customers().equals(before)


def test_a_file_does_not_undo_what_somebody_said_in_the_chat_i7(shop: Shop) -> None:
    arrive(shop.store, MEI)
    with shop.store.transaction() as unit:
        unit.answers.save(answer(MEI, "age_band", "25-34"))

    shop.take("customers", "customer_id,age_band", "mei,45-54", at=LATER)

    assert shop.store.frames.customers()["age_band"].tolist() == ["25-34"]


def test_a_yes_in_a_file_does_not_undo_a_no_in_the_chat_p9(shop: Shop) -> None:
    arrive(shop.store, MEI)
    with shop.store.transaction() as unit:
        agree(unit, MEI, "newsletter", granted=False, at=TUESDAY)

    shop.take("customers", "customer_id,consent_marketing", "mei,yes", at=LATER)
    assert shop.store.frames.customers()["newsletter"].tolist() == [False]


def test_a_no_in_a_file_undoes_a_yes_in_the_chat_p9(shop: Shop) -> None:
    arrive(shop.store, MEI)
    with shop.store.transaction() as unit:
        agree(unit, MEI, "newsletter", at=TUESDAY)

    shop.take("customers", "customer_id,consent_marketing", "mei,no", at=LATER)
    assert shop.store.frames.customers()["newsletter"].tolist() == [False]


def test_a_file_that_says_nothing_about_the_newsletter_is_no_consent_p9(shop: Shop) -> None:
    shop.take("customers", "customer_id,consent_marketing", "mei,", "daniel,yes")

    assert shop.store.frames.customers().set_index("customer_id")["newsletter"].to_dict() == {
        "daniel": True,
        "mei": False,
    }


def test_an_age_band_that_is_given_counts_before_the_birth_date(shop: Shop) -> None:
    shop.take("customers", "customer_id,birth_date,age_band", "mei,1990-07-31,25-34")

    assert shop.store.frames.customers()["age_band"].tolist() == ["25-34"]


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        ("age_band", "25 to 34", "25-34"),
        ("age_band", "25–34", "25-34"),
        ("age_band", "over 65", "65+"),
        ("age_band", "65 or older", "65+"),
        ("age_band", "Under 18", "0-17"),
        ("age_band", "25 至 34 歲", "25-34"),
        ("gender", "FEMALE", "female"),
        ("gender", "女", "female"),
        ("district", "Mong Kok", "yau_tsim_mong"),
        ("district", "沙田", "sha_tin"),
        ("income_band", '"20,000-29,999"', "20000-29999"),
        ("income_band", "$100k+", "100000+"),
    ],
)
def test_background_is_understood_by_value_label_and_synonym(
    sqlite_shop: Shop, column: str, cell: str, value: str
) -> None:
    summary = sqlite_shop.take("customers", f"customer_id,{column}", f"mei,{cell}")

    assert summary.problems == []
    assert sqlite_shop.store.frames.customers()[column].tolist() == [value]


def test_who_prefers_not_to_say_has_no_value(sqlite_shop: Shop) -> None:
    sqlite_shop.take("customers", "customer_id,gender", "mei,prefer not to say")

    with sqlite_shop.store.transaction(writes=False) as unit:
        assert unit.answers.current("mei")["gender"].status == "prefer_not"
    assert sqlite_shop.store.frames.customers()["gender"].isna().all()


@pytest.mark.parametrize(
    ("column", "cell", "remedy"),
    [
        ("age_band", "25 to 30", "write one of 0-17, 18-24"),
        ("gender", "female|male", "write one of female, male"),
        ("district", "Kowloon side", "write one of central_and_western"),
        ("email", "mei at shop", "such as name@shop.example"),
        ("phone", "call me", "such as +852 2123 4567"),
        ("birth_date", "31/7/1990", "such as 1990-07-31"),
        ("birth_date", "2031-07-31", "such as 1990-07-31"),
        ("birth_date", "1990-13-31", "such as 1990-07-31"),
        ("first_seen", "long ago", "year-month-day"),
        ("consent_marketing", "maybe", "write true or false"),
    ],
)
def test_a_bad_cell_refuses_the_row_and_says_what_to_write(
    sqlite_shop: Shop, column: str, cell: str, remedy: str
) -> None:
    summary = sqlite_shop.take("customers", f"customer_id,{column}", f"mei,{cell}", "daniel,")

    assert counts(summary) == {"rows": 2, "added": 1, "refused": 1}
    (problem,) = summary.problems
    assert (problem.line, problem.column, problem.value) == (2, column, cell)
    assert remedy in problem.remedy


def test_a_customer_who_stands_twice_is_refused_the_second_time(shop: Shop) -> None:
    summary = shop.take("customers", "customer_id,gender", "mei,f", "daniel,m", "mei,m")

    assert counts(summary) == {"rows": 3, "added": 2, "refused": 1}
    assert summary.problems[0].line == 4
    assert shop.store.frames.customers().set_index("customer_id")["gender"].to_dict() == {
        "daniel": "male",
        "mei": "female",
    }


def test_somebody_who_came_by_the_chat_becomes_known_to_the_shop(shop: Shop) -> None:
    arrive(shop.store, DANIEL)

    assert counts(shop.take("customers", "customer_id", "daniel")) == {"rows": 1, "changed": 1}
    (row,) = shop.store.frames.customers().to_dict("records")
    assert (row["source"], row["known"]) == ("chat", True)


def test_an_erased_customer_is_not_brought_back_p8(shop: Shop) -> None:
    shop.take("customers", CUSTOMERS, MEI_IN_THE_FILE)
    with shop.store.transaction() as unit:
        unit.customers.erase("mei")

    assert counts(shop.take("customers", CUSTOMERS, MEI_IN_THE_FILE)) == {"rows": 1, "refused": 1}
    assert shop.store.frames.customers().empty
    assert shop.store.frames.answers().empty
