"""`python -m bot.evaluation split JOB RESULT` and `python -m bot.evaluation cross-validate RESULT`.

JOB is JSON, `{training: [[text, label], ...], texts: [text, ...]}`; RESULT is written as JSON too.
"""

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str]) -> int:
    """Runs what the arguments ask for; returns the exit code."""
    began = time.monotonic()
    if arguments[0] == "split":
        from bot.evaluation.understanding import understand

        job = json.loads(Path(arguments[1]).read_text("utf-8"))
        training = [(text, label) for text, label in job["training"]]
        result = understand(training, job["texts"], began).as_dict()
    else:
        from bot.evaluation.cross_validation import cross_validate

        result = cross_validate()
    Path(arguments[-1]).write_text(json.dumps(result, ensure_ascii=False), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
