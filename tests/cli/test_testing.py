from cli.testing import BOT_TESTS, FAST_APART, commands


def folders(call: list[str]) -> set[str]:
    return {argument for argument in call if argument.startswith("tests") and argument != f"{BOT_TESTS}/pytest.ini"}


def test_the_fast_tests_run_each_folder_once() -> None:
    rest, apart, bots = commands([], fast=True)

    assert {f"--ignore={folder}" for folder in (BOT_TESTS, *FAST_APART)} <= set(rest)
    assert folders(rest) == {"tests"}
    assert folders(apart) == set(FAST_APART)
    assert BOT_TESTS in bots


def test_all_tests_run_in_one_call_for_each_environment() -> None:
    ours, bots = commands([], fast=False)

    assert folders(ours) == {"tests"}
    assert f"--ignore={BOT_TESTS}" in ours
    assert BOT_TESTS in bots


def test_what_was_chosen_runs_in_its_own_environment_alone() -> None:
    (call,) = commands(["tests/bot/test_turn.py"], fast=True)

    assert "tests/bot/test_turn.py" in call
    assert "tests" not in call
