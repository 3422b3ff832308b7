"""Writes small catalogues for tests, as a retailer would write them."""

from pathlib import Path
from textwrap import dedent, indent

PROBES = """
probes:
  - id: last_time
    fits: [dissatisfaction]
    ask:
      en: [What happened the last time?, Can you tell me about it?, "How did it go?"]
      zh-Hant: [上次發生咩事？, 可唔可以講下？, "過程係點樣？"]
"""
WORDING = """
topic: interjections
wording:
  - id: noted
    text: {en: "Noted: {value}", zh-Hant: "記低咗：{value}"}
"""
GOOD_QUESTION = """
- id: delivery_reason
  kind: text
  ask: {en: What happened?, zh-Hant: 發生咩事？}
  purpose: {en: So the shop hears it., zh-Hant: 等店舖知道。}
  personal: none
  report_as: {en: Reason, zh-Hant: 原因}
"""
CHANNEL = """
- id: last_channel
  kind: choice
  ask: {en: How did you buy the last time?, zh-Hant: 上次點樣買？}
  choices:
    - value: web
      label: {en: Website, zh-Hant: 網站}
    - value: none
      label: {en: Not yet, zh-Hant: 未買過}
  purpose: {en: So the shop hears it., zh-Hant: 等店舖知道。}
  personal: none
  report_as: {en: Channel, zh-Hant: 渠道}
"""


def write_catalogue(
    folder: Path, *questions: str, probes: str = PROBES, wording: str = WORDING, file: str = "delivery.yml"
) -> Path:
    """Writes `questions` (each the YAML of a list entry) and the rest into `folder`, which it returns."""
    (folder / "questions").mkdir(parents=True, exist_ok=True)
    (folder / "wording").mkdir(exist_ok=True)
    entries = indent("\n".join(dedent(question).strip("\n") for question in questions), "  ")
    (folder / "questions" / file).write_text(f"topic: delivery\nquestions:\n{entries}\n", encoding="utf-8")
    (folder / "probes.yml").write_text(probes, encoding="utf-8")
    (folder / "wording" / "interjections.yml").write_text(wording, encoding="utf-8")
    return folder
