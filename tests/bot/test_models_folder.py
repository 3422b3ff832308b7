"""Which model is loaded, and when one must be trained again."""

from pathlib import Path

import pytest

from bot import models_folder
from bot.models_folder import NoModel


def sources(folder: Path) -> Path:
    (folder / "data" / "nlu").mkdir(parents=True)
    (folder / "config.yml").write_text("recipe: default.v1")
    (folder / "data" / "nlu" / "manners.yml").write_text("nlu: []")
    return folder


def test_the_fingerprint_changes_with_the_data_and_with_nothing_else(tmp_path: Path) -> None:
    root = sources(tmp_path)
    before = models_folder.fingerprint(root)

    (root / "README.md").write_text("new")
    assert models_folder.fingerprint(root) == before
    (root / "data" / "nlu" / "manners.yml").write_text("nlu: [1]")
    assert models_folder.fingerprint(root) != before


def test_a_model_is_up_to_date_while_nothing_has_changed(tmp_path: Path) -> None:
    root = sources(tmp_path / "root")
    models = tmp_path / "models"
    models.mkdir()

    assert not models_folder.is_up_to_date(models, root)
    (models / f"20260302-100000-{models_folder.fingerprint(root)}.tar.gz").touch()
    assert models_folder.is_up_to_date(models, root)
    (root / "config.yml").write_text("recipe: other")
    assert not models_folder.is_up_to_date(models, root)


def test_the_newest_three_models_are_kept(tmp_path: Path) -> None:
    for day in range(1, 6):
        (tmp_path / f"2026030{day}-100000-00ff.tar.gz").touch()

    models_folder.drop_old(tmp_path)

    assert sorted(file.name[:8] for file in tmp_path.iterdir()) == ["20260303", "20260304", "20260305"]
    assert models_folder.require(models=tmp_path).name.startswith("20260305")


def test_without_a_model_the_remedy_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoModel, match="askwell train"):
        models_folder.require(models=tmp_path)
    with pytest.raises(NoModel, match=r"other\.tar\.gz"):
        models_folder.require(tmp_path / "other.tar.gz")
