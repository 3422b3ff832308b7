"""Tables of answers whose structure is known, because they are made from it."""

import numpy as np
import pandas as pd

from analytics.question_order.table import AnswerTable, from_frame


def additive(people: int = 1200) -> AnswerTable:
    """Four telling questions, `tells_1` the most, hidden behind two that tell nothing."""
    rng = np.random.default_rng(3)
    buys = rng.integers(0, 2, people)
    columns = {"noise_1": rng.integers(0, 3, people), "noise_2": rng.integers(0, 3, people)}
    for number, honest in ((4, 0.56), (2, 0.72), (1, 0.85), (3, 0.64)):
        columns[f"tells_{number}"] = np.where(rng.random(people) < honest, buys, 1 - buys)
    return from_frame(pd.DataFrame({**columns, "buys": buys}), "buys")


def branching(people: int = 1500) -> AnswerTable:
    """The first question says which one of four others tells the class; the other three then tell nothing."""
    rng = np.random.default_rng(4)
    branch = rng.integers(0, 4, people)
    answers = rng.integers(0, 2, (people, 4))
    told = answers[np.arange(people), branch]
    buys = np.where(rng.random(people) < 0.95, told, 1 - told)
    columns = {f"on_branch_{number}": answers[:, number] for number in range(4)}
    return from_frame(pd.DataFrame({"branch": branch.astype(str), **columns, "buys": buys}), "buys")


def three_classes(people: int = 300) -> AnswerTable:
    """Three classes, one of them rare, with numbers, choices and missing answers."""
    rng = np.random.default_rng(5)
    segment = rng.choice(["family", "gift", "business"], people, p=[0.6, 0.34, 0.06])
    spend = rng.normal(0, 1, people) + (segment == "family") + 3 * (segment == "business")
    channel = pd.Series(np.where(segment == "gift", "web", "app")).mask(rng.random(people) < 0.2)
    return from_frame(pd.DataFrame({"spend": spend, "channel": channel, "segment": segment}), "segment")
