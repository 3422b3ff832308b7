"""Who says that they do not know, in whatever words: 'zero clue', 'I never ask what they earn', '冇問過阿爸搵幾多'."""

from catalogue import Question
from reading.text import Folded, pattern
from reading.values.bounds import bands_of
from reading.values.partial import NOTHING, Partial, given

_DONT_KNOW = "dont_know"
_OTHER_THAN_THE_ANSWER = r"(?! ?(?:why|who|where|when|if|whether|how(?! (?:much|many))|what to|about you))"
_ONE_SAYS = (
    r"(?:^|[,.;!?…] ?|\b(?:i|we|it|honestly|really|actually|sorry|well|just|still|also|and|but|so|lol|um+|er+) )"
    r"(?:(?:really|just|honestly|actually|simply|still) )*"
)
"""What stands before a verb that tells of the one who writes: 'they don't know' is another matter."""
_UNKNOWN = pattern(
    rf"{_ONE_SAYS}(?:don'?t|do not|didn'?t|can'?t|cannot|couldn'?t|wouldn'?t|would not)"
    r" (?:really |even |actually |honestly |exactly |quite |rightly )*(?:know|remember|recall)\b"
    rf"{_OTHER_THAN_THE_ANSWER}|"
    rf"{_ONE_SAYS}(?:can'?t|cannot|couldn'?t) tell you\b|"
    r"\b(?:no|zero|not a|not the (?:faintest|slightest|foggiest)|haven'?t (?:got )?a|without a|0) "
    r"(?:clue|clues|idea|ideas)\b|"
    rf"\b(?:dunno|idk|duno|beats me|who knows|god knows|search me)\b{_OTHER_THAN_THE_ANSWER}|"
    r"(?:^\W*|[,.;!?。、…]\s*|我|真係|其實|都|好似|但|老實講)(?:唔|不|未)(?:係好|係幾|太|多|多啲)?"
    r"(?:(?:知道?|清楚|了解)(?!.{0,4}(?:點解|點樣|係咪|邊|幾時|為))|"
    r"記得(?=\W|$|左|了|喇|啦|的|幾|係|有|呀|囉|喎))|"
    r"(?:鬼|天)知(?:道)?|(?:點|邊度?|邊會|點會|點樣會)知(?:道)?(?=.{0,8}(?:幾多|\W*$))|無頭緒|無概念|無印象|無乜概念"
)
_NEVER_TOLD = pattern(
    r"\b(?:never|don'?t|do not|doesn'?t|does not|didn'?t|did not|won'?t|hasn'?t|haven'?t|no ?(?:one|body))"
    r" (?:really |ever |even |actually )*"
    r"(?:ask|asks|asked|tell|tells|told|share|shares|shared|discuss|discussed|talk|talks|talked|mention|mentions|"
    r"mentioned|disclose|reveal|counted|add(?:ed)? (?:it|them) up|work(?:ed)? it out|keep track|kept track)\b|"
    r"\b(?:handles?|takes? care of|looks? after|deals? with|manages?|does) (?:all )?(?:the |our |my )?"
    r"(?:money|finances?|bills|accounts|books)\b|"
    r"(?:無|未|唔|不)(?:有|曾|敢|會|好意思)?(?:點|去|再|同我|比我|同佢地?)?"
    r"(?:(?:問|講|傾|過問|打聽|提|透露|查|計|算|話)(?:過|起|得)|問(?=\W|$)|(?:話|講)(?:比|俾)?(?:我|佢地?)[知聽])|"
    r"(?:唔|不)(?:係)?(?:我)?(?:管|理)(?:錢|數|財政)|"
    r"(?:老公|老婆|阿媽|阿爸|爸爸|媽媽|先生|太太|爸媽|佢地?)(?:管|理)(?:錢|數|財政)"
)
"""Why somebody does not know a quantity of others: they never asked, nobody told, others see to it."""
_OF_MONEY = pattern(r"\b(?:earn|income|salary|salaries|money|paid|finance)|搵|收入|人工|糧|錢|幾多|管數")
_SHORT = 6
"""Words up to which an answer speaks of nothing else than what was asked."""
_WILL_NOT = pattern(
    r"\b(?:rather not|prefer not|won'?t (?:say|tell|share|disclose)|not (?:telling|saying)|"
    r"(?:don'?t|do not|not going to|wouldn'?t|would not) (?:want to |like to |wish to )?(?:say|tell|share|"
    r"disclose|discuss|talk))\b|唔(?:想|會|方便|便|講得?|話)(?:講|話|透露|答|比)?|私隱|不便"
)
_OF_OTHERS = pattern(
    r"\b(?:they|he|she|parents?|folks|mum|mom|mother|dad|father|husband|wife|sir|madam|ma'am|boss|family|nobody|"
    r"no one)\b|佢|阿爸|阿媽|爸|媽|老公|老婆|先生|太太|老細|屋企人|家人"
)


def read_not_knowing(folded: Folded, question: Question) -> Partial:
    """The choice 'don't know' of a question that has one, where the answer says so and nothing else was read in it."""
    if not any(choice.value == _DONT_KNOW for choice in question.choices):
        return NOTHING
    if found := _UNKNOWN.search(folded.text):
        return given(_DONT_KNOW, used=(found.span(),))
    if not bands_of(question) or _speaks_for_themselves(folded.text):
        return NOTHING
    found = _NEVER_TOLD.search(folded.text)
    return given(_DONT_KNOW, used=(found.span(),)) if found and _is_about_money(folded) else NOTHING


def _is_about_money(folded: Folded) -> bool:
    return len(folded.tokens) <= _SHORT or bool(_OF_MONEY.search(folded.text) or _OF_OTHERS.search(folded.text))


def _speaks_for_themselves(text: str) -> bool:
    """Whether somebody knows and will not say, which is another choice."""
    return bool(_WILL_NOT.search(text)) and not _OF_OTHERS.search(text)
