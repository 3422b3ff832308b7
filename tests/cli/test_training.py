import errno

import pytest

from analytics.answer_meaning import learning
from cli.environment import installation
from cli.errors import Mistake
from cli.training import train_if_changed

pytestmark = pytest.mark.slow  # asks the bot's own environment whether it must train


def test_a_full_disk_is_one_sentence_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> bool:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(learning, "learn_if_changed", full)

    with pytest.raises(Mistake, match=r"models/ cannot be written: No space left on device; make room"):
        train_if_changed(installation())
