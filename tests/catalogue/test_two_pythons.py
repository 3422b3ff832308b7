"""The catalogue beside spaCy, whose registry library has the same name, and on the Rasa server's older Python."""

import json
import subprocess
from pathlib import Path

import pytest

import catalogue

ROOT = Path(__file__).resolve().parents[2]
OLDER_PYTHON = ROOT / "bot" / ".venv" / "bin" / "python"
PROGRAM = """
import json, sys
import catalogue
loaded = catalogue.load()
print(json.dumps([sys.version_info[:2], list(loaded.questions), list(loaded.wording), hasattr(catalogue, "create")]))
"""


@pytest.mark.slow
def test_spacy_finds_its_registries_through_our_package() -> None:
    import spacy

    assert [token.text for token in spacy.blank("en")("late again")] == ["late", "again"]


def test_a_misspelt_name_is_still_an_error() -> None:
    with pytest.raises(AttributeError, match="module 'catalogue' has no attribute 'laod'"):
        catalogue.laod  # type: ignore[attr-defined]  # noqa: B018 - the misspelling is the test


@pytest.mark.slow
@pytest.mark.skipif(not OLDER_PYTHON.exists(), reason="the bot's environment has not been set up")
def test_the_rasa_servers_python_reads_the_same_catalogue_without_spacy() -> None:
    result = subprocess.run(  # noqa: S603 - our own interpreter and program
        [str(OLDER_PYTHON), "-W", "error", "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True
    )
    version, questions, wording, has_registries = json.loads(result.stdout)

    assert version == [3, 10]
    assert questions == list(catalogue.load().questions)
    assert wording == list(catalogue.load().wording)
    assert not has_registries
