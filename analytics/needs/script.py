"""Which characters are Chinese."""

import re

CHINESE_CHARACTERS = "㐀-鿿豈-﫿\U00020000-\U000323af"
CHINESE = re.compile(f"[{CHINESE_CHARACTERS}]")
