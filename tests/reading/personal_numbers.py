"""Made-up identity, phone and card numbers of the right form, and the places in which people write them."""

from hypothesis import strategies as st

from reading.personal_data.cards import is_luhn
from reading.personal_data.identity import is_hkid

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FULL_WIDTH = {ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)}


@st.composite
def hkids(draw: st.DrawFn) -> str:
    """Identity-card numbers with the right check digit, with brackets and without."""
    body = draw(st.text(LETTERS, min_size=1, max_size=2)) + f"{draw(st.integers(0, 999_999)):06d}"
    check = next(digit for digit in "0123456789A" if is_hkid(body + digit))
    form = draw(st.sampled_from(["{}({})", "{}{}", "{} ({})", "{}-{}", "{}（{}）", "{}[{}]"]))
    number = form.format(body, check)
    return draw(st.sampled_from([number, number.lower(), number.translate(FULL_WIDTH)]))


@st.composite
def phones(draw: st.DrawFn) -> str:
    """Hong Kong numbers that look like nothing else: not two round numbers, two years or a day."""
    first = draw(st.sampled_from("35679")) + f"{draw(st.integers(0, 999)):03d}"
    second = f"{draw(st.integers(0, 9999)):04d}"
    if second.endswith(("00", "50")):
        second = second[:2] + "17"
    form = draw(
        st.sampled_from(["{}{}", "{} {}", "{}-{}", "+852 {} {}", "+852{}{}", "(852) {}-{}", "852 {}{}", "{}.{}"])
    )
    number = form.format(first, second)
    return draw(st.sampled_from([number, number.translate(FULL_WIDTH)]))


@st.composite
def cards(draw: st.DrawFn) -> str:
    """Card numbers that pass the Luhn check, with the usual separators."""
    length = draw(st.sampled_from([13, 15, 16, 16, 16, 19]))
    body = draw(st.sampled_from("3456")) + "".join(str(draw(st.integers(0, 9))) for _ in range(length - 2))
    number = next(body + check for check in "0123456789" if is_luhn(body + check))
    separator = draw(st.sampled_from(["", " ", "-", "."]))
    number = separator.join(number[place : place + 4] for place in range(0, length, 4))
    return draw(st.sampled_from([number, number.translate(FULL_WIDTH)]))


@st.composite
def emails(draw: st.DrawFn) -> str:
    """E-mail addresses as people have them."""
    name = draw(st.from_regex(r"[a-z][a-z0-9._+-]{0,12}[a-z0-9]", fullmatch=True))
    host = draw(
        st.sampled_from(["gmail.com", "yahoo.com.hk", "netvigator.com", "my-shop.co", "connect.ust.hk", "qq.com"])
    )
    return draw(st.sampled_from([f"{name}@{host}", f"{name}@{host}".upper(), f"{name}＠{host}", f"{name} @ {host}"]))


def surroundings() -> st.SearchStrategy[tuple[str, str]]:
    """What stands right before and right behind: Chinese, punctuation, lines, words; never more digits or letters."""
    before = ["", "我", "電話係", "：", "\n", "my number is ", "(", "打俾我 ", "，", "🙂", "card: ", "see ", "係"]
    behind = ["", "呀", "，", "。", "\n", " please", ")", "!", " 唔該", "🙂", ", thanks", "係我", "\u3000"]
    return st.tuples(st.sampled_from(before), st.sampled_from(behind))
