"""A shopper in a browser who answers whatever the widget asks."""

from dataclasses import dataclass, field

from playwright.sync_api import Page

from catalogue import Language, load

MOST_TURNS = 80
Said = dict[Language, str]
HINT: Said = {"en": "the delivery always comes late and nobody tells me", "zh-Hant": "送貨成日遲到，又冇人通知我"}
TOLD: Said = {
    "en": "it was late again last Friday and nobody told me, I waited all evening",
    "zh-Hant": "上星期五送貨又遲到，冇人通知我，我等足一晚",
}
WISH: Said = {"en": "I wish the delivery slots were in the evening", "zh-Hant": "希望可以揀夜晚送貨"}
SKIP: Said = {"en": "skip", "zh-Hant": "跳過"}
DO_NOT_KNOW: Said = {"en": "I don't know", "zh-Hant": "唔知呀"}
WHY: Said = {"en": "why do you ask?", "zh-Hant": "點解要問呢個？"}
PICKS = {
    "for_whom": "household",
    "last_channel": "web",
    "how_decide": "compare",
    "newsletter": "no",
    "age_band": "25-34",
}
WRITES: dict[str, Said] = {
    "household_size": {"en": "4", "zh-Hant": "四個人"},
    "last_purchase": {"en": "last week", "zh-Hant": "上個禮拜"},
    "channels_used": {"en": "website and store", "zh-Hant": "網站同門市"},
    "overall_satisfaction": {"en": "4", "zh-Hant": "4"},
    "satisfaction_reason": HINT,
    "what_went_wrong": DO_NOT_KNOW,
    "wished_for": WISH,
    "delivery_score": {"en": "3 out of 10", "zh-Hant": "3分"},
    "times_a_month": {"en": "about three times a month", "zh-Hant": "一個月三次"},
    "district": {"en": "Mong Kok", "zh-Hant": "旺角"},
}
"""Question to the answer in the shopper's words; whatever stands neither here nor in `PICKS` is skipped."""


@dataclass
class ShopperInBrowser:
    """Mei or Daniel at the widget."""

    page: Page
    language: Language
    asked: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    has_corrected: bool = False

    def open(self, base: str) -> None:
        """Goes to the shop and opens the chat."""
        self.page.goto(f"{base}/shop/")
        self.page.locator(".launcher").click()
        self._wait()

    def pick(self, label: str) -> None:
        """Picks a quick reply."""
        self.page.get_by_role("button", name=label, exact=True).last.click()
        self._wait()

    def write(self, said: Said) -> None:
        """Writes an answer."""
        box = self.page.locator(".composer textarea")
        box.fill(said[self.language])
        box.press("Enter")
        self._wait()

    def answer_everything(self) -> None:
        """Answers, skips, asks why once and corrects one answer, until the conversation has ended."""
        ended = load().wording["ended"].text[self.language]
        for _ in range(MOST_TURNS):
            if ended in self.last():
                return
            self._answer(self._open())
        raise AssertionError(f"The conversation did not end: {self.heard[-3:]}")

    def last(self) -> str:
        """The text of the newest message."""
        return str(self.page.locator(".bubble").all_inner_texts()[-1])

    def _answer(self, slot: str) -> None:
        first_time = slot not in self.asked
        self.asked.append(slot)
        if slot == "how_decide" and first_time:
            self.write(WHY)
        elif slot == "probe" and self.asked.count("probe") == 1:
            self.write(TOLD)
        elif slot == "play_back":
            self._confirm_after_one_correction()
        elif slot == "play_back_needs":
            self.pick(load().wording[slot].choices[0].label[self.language])
        elif slot == "chat_satisfaction":
            self.pick(load().wording[slot].choices[1].label[self.language])
        elif slot in PICKS:
            self.pick(load().questions[slot].choice(PICKS[slot]).label[self.language])
        else:
            self.write(WRITES.get(slot, SKIP))

    def _confirm_after_one_correction(self) -> None:
        right, change = load().wording["play_back"].choices
        if self.has_corrected:
            self.pick(right.label[self.language])
            return
        self.has_corrected = True
        self.pick(change.label[self.language])
        self.pick(load().questions["age_band"].report_as[self.language])
        self.pick(load().questions["age_band"].choice("35-44").label[self.language])

    def _open(self) -> str:
        """What is being asked, by the words of the newest message."""
        text = self.last()
        for id, question in load().questions.items():
            if question.ask[self.language] in text:
                return id
        for id in ("play_back", "play_back_needs", "anything_else", "chat_satisfaction"):
            beginning = load().wording[id].text[self.language].split("\n", maxsplit=1)[0]
            if beginning in text:
                return id
        return "probe"

    def _wait(self) -> None:
        self.page.locator(".loading-message-dots").wait_for(state="detached")
        self.page.wait_for_function("document.readyState === 'complete'")
        self.heard = self.page.locator(".bubble").all_inner_texts()
