"""The words and expressions by which English names days: months, weekdays, ordinals, units, counts."""

from reading.values.calendar_days import Unit
from reading.values.numerals import numeral

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ORDINARY_WORDS = frozenset(("may", "march", "mar", "sat", "sun", "mon", "wed", "jan"))
MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
MONTH = rf"(?P<month>{MONTH_NAME})\.?"
WEEKDAY = (
    r"(?P<weekday>mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|"
    r"sun(?:day)?)"
)
CENTURY = 100
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
FIRST_DAY = r"(?P<first>\d{1,2})(?:st|nd|rd|th)? ?(?:-|to|and|until) ?"
COUNT = (
    r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"sixty|ninety|couple(?: of)?|a couple(?: of)?|a few|few|several)"
)
UNIT = r"(?P<unit>day|week|fortnight|month|quarter|year|wk|mth|yr)s?"
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
DAYS_IN_WORDS = {word: place for place, word in enumerate(ORDINALS, start=1)} | {
    **{f"twenty-{word}": 20 + place for place, word in enumerate(ORDINALS[:9], start=1)},
    **{"thirtieth": 30, "thirty-first": 31},
}
DAY_IN_WORDS = "|".join(word.replace("-", "[ -]") for word in sorted(DAYS_IN_WORDS, key=len, reverse=True))
ORDINAL_DAY = rf"(?P<day>\d{{1,2}}(?=st|nd|rd|th)|{DAY_IN_WORDS})(?:st|nd|rd|th)?"
PART = r"(?P<which>last|this|early|mid|late|in|end of|start of|beginning of)"
NEARBY_DAY = (
    r"\b(?:the )?(?:day before yesterday|night before last)\b|\byesterday\b|\btoday\b|\blast night\b|"
    r"\bthis (?:very )?(?:morning|afternoon|evening)\b|\btonight\b|\btomorrow\b|\bjust now\b|"
    r"\b(?:a (?:few )?)?moments? ago\b|\b(?:with)?in the (?:last|past) (?:few )?(?:hour|minute)s?\b"
)
DAYS_BACK = {"yesterday": 1, "last night": 1, "day before yesterday": 2, "night before last": 2, "tomorrow": -1}
"""How many days before today; none for the others of the nearby days."""
BARE_YEAR = (
    r"(?:^ *|(?<=in )|(?<=of )|(?<=to )|(?<=and )|(?<=since )|(?<=from )|(?<=year )|(?<=before )|(?<=after )|"
    r"(?<=until ))(?P<year>20[1-4]\d)(?= *(?:$|[^\d\w ,.$]|[,.] |(?:to|and|or|by|per|compared|until|onwards?)\b))"
)


def unit_of(name: str) -> tuple[Unit, int]:
    """The unit of the calendar that a word names, and how many of it: two weeks for a fortnight."""
    if name == "fortnight":
        return "week", 2
    units: dict[str, Unit] = {
        "day": "day", "week": "week", "wk": "week", "month": "month", "mth": "month", "quarter": "quarter",
        "year": "year", "yr": "year",
    }  # fmt: skip
    return units[name], 1


def count_of(words: str) -> tuple[int, int]:
    """The lowest and the highest whole number that a numeral may mean; 1 for 'a'."""
    if words in ("a", "an"):
        return 1, 1
    value = numeral(f"a {words}" if words.startswith(("few", "couple")) else words)
    return (int(value.low), int(value.high)) if value else (1, 1)


def month_number(name: str) -> int:
    """The number of a month from 1, by its name or the first three letters."""
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(name[:3]))


def weekday_number(name: str) -> int:
    """The number of a weekday, Monday being 0, by its name or the first three letters."""
    return next(number for number, weekday in enumerate(WEEKDAYS) if weekday.startswith(name[:3]))


def day_number(words: str) -> int:
    """The number of a day in digits or words: 20 for 'twentieth'."""
    words = words.replace(" ", "-")
    return DAYS_IN_WORDS.get(words) or int(words)
