"""Words that say how an answer is meant rather than what it is: doubt, taking back, and words that carry nothing."""

from reading.text import pattern

HEDGE = pattern(
    r"\b(?:maybe|perhaps|probably|possibly|i think|i guess|i suppose|i believe|not (?:really |"
    r"quite |too |100% )?sure(?: but)?|kind of|kinda|sort of|"
    r"sorta|roughly|approximately|more or less|could be|might be|if i remember(?: right(?:ly)?| correctly)?|"
    r"i'd say|probs|prob)\b|大概|大約|差唔多|應該|可能|好似|唔太肯定|唔係好肯定|唔肯定|唔太清楚|"
    r"唔係好記得|唔太記得|我諗|我估|估計|"
    r"似乎|都算|掛\b|啩"
)
CORRECTION = pattern(
    r"(?:\b(?:no,? sorry|no,? wait|no,? i mean|no,? i meant|i mean|i meant|oh wait|"
    r"wait,? no|sorry,? i mean|sorry,? i meant|make that|"
    r"scratch that|correction|oops|my mistake|typo|should be|should have been)\b|"
    r"講錯左?|打錯左?|搞錯左?|寫錯左?|揀錯左?|更正|唔係唔係|改返做|改返|改做|sor+y+,?(?= ?係))[\s,.:;!。-]*"
)
"""What takes back everything before it, whatever follows."""
WEAK_CORRECTION = pattern(
    r"(?:\b(?:sorry|actually|wait|or rather|hang on|hold on)\b|(?:^|(?<=[,.;!。、\s-]))(?:no|"
    r"nope|nah|hmm no)\b(?= ?[,.;!-])|"
    r"(?:唔係|唔啱|唔對|不對|不是|唔好意思|等等|等陣|其實)(?=[\s,.。!-]|係|應該)|(?<=[,.。、\s])應該係|(?<=[,.。、\s])(?:都係|還是|仲係)(?=.{1,8}(?:啦|吧|先|好)))[\s,.:;!。-]*"
)
"""What takes back what stands before it if something was said there and something else follows."""
ADDITION = pattern(
    r"^[\s,.]*(?:(?:and |but )?(?:also|plus|as well as|add)\b|and\b|同埋|仲有|還有|加埋|加上|另外|再加|以及)"
)
"""Begins something that is said on top of what came before."""
ONLY_SO = pattern(r"(?:先|才)(?:啱|岩|對|係|正確)")
"""'…先啱': what stands before it is what is meant."""
FILLER = pattern(
    r"\b(?:(?:i|we|you|they|it|that|there)'(?:m|d|ll|ve|re|s)|don't|doesn't|isn't|"
    r"i|im|ive|my|me|we|our|us|it|its|is|was|are|am|be|been|being|the|a|an|to|of|"
    r"in|on|at|for|by|from|as|so|between|well|um+|uh+|er+|erm|hm+|oh|ah|eh|ok|okay|"
    r"yes|yeah|yep|ya|yup|hi|hello|hey|please|pls|plz|thanks|"
    r"thank you|thx|ty|lol|haha+|just|mainly|mostly|usually|normally|generally|really|"
    r"very|quite|pretty|only|that|thats|this|these|those|"
    r"ones?|there|and|or|also|too|plus|both|would|will|do|does|did|have|has|had|like|"
    r"say|said|go|going|get|got|with|give|rate|score|choose|"
    r"pick|select|prefer|take|answer|option|choice|number|no|nope|not|sorry|actually|"
    r"wait|rather|guess|definitely|of course|sure|anyway|"
    r"live|living|lives|based|stay|staying|old|years?|yrs?|yo|aged?|points?|out|times?|"
    r"dollars?|hkd|hk|district|area|think|about|around|"
    r"near|nearly|almost|s|d|n|turned|anything but|everything but|anything|everything|"
    r"except|apart from|other than|dont|matters?|care|"
    r"important|shop|buy|buying|shopping|each|every|per|month|week|day|then|because|"
    r"but|now|today|currently|still|mine|myself|person|some|"
    r"any|all|most|more|lot|lots|much|bit|main|reason|things?|stuff|etc)\b|"
    r"同埋|仲有|除左|除了|之外|以外|緊要|重要|無所謂|用過|月入|揀|選擇|選|覺得|比較|通常|多數|主要|平時|一般|唔該|多謝|謝謝|你好|其實|因為|所以|"
    r"大概|應該|可能|答案|選項|香港|對今|而家|左右|"
    r"[我你佢地係的喇啦呀啊呢吧囉喎嘛架啩掛吖咯添就都先個這那想要會有一即得好最多比在於住到同和及與或又既只啱岩對今了嗎哦噢唔歲分次蚊元塊月年日號區人間用買無&]"
)
"""What may be left over in an answer without anything having been missed."""
NEVER = pattern(
    r"\b(?:never|none|not (?:even )?(?:once|one(?: of (?:them|those))?)|not a (?:single )?(?:one|time|thing)|"
    r"not at all|zero|nil|zilch|nada|nope none|haven't(?: ever)?|didn't)\b|"
    r"從來(?:都)?[無未唔不]|從[未不]|未試過|無試過|[一半]次(?:都|也)[無未唔]|一個都無|完全無|"
    r"(?:呢度|這裡|你地度?)(?:就|都)?無$|"
    r"^無$|^無(?:[呀啊喎]|過)$"
)
"""'Not once', to a question that asks how many."""
