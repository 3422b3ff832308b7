"""A stock Rasa, with TensorFlow, in an environment of its own: what our figures are measured against."""

import subprocess
from pathlib import Path

from cli.errors import Mistake
from settings import ROOT


def stock_python() -> Path:
    """The interpreter that has the stock Rasa; installs it (over 1 GB) when it is asked for the first time.

    Raises:
        Mistake: the packages could not be installed; gives the last words of the installer.
    """
    done = subprocess.run([ROOT / "askwell", "stock-python"], capture_output=True, text=True, check=False)  # noqa: S603 - our own program
    if done.returncode != 0:
        words = done.stderr.strip().splitlines()
        raise Mistake(f"the stock Rasa could not be installed: {words[-1] if words else 'it said nothing'}")
    return Path(done.stdout.strip().splitlines()[-1])
