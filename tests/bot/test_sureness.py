"""What the classifier learns about its own sureness."""

import numpy as np

from bot.sureness import Evidence, Sureness, best_threshold, log_odds, probabilities


def messages(seed: int, size: int = 4000) -> "tuple[Evidence, np.ndarray]":
    """Evidence of which only the nearness tells anything, and whether the intent was right."""
    generator = np.random.default_rng(seed)
    evidence = Evidence(generator.normal(size=size), generator.uniform(size=size))
    return evidence, generator.uniform(size=size) < evidence.nearness


def test_sureness_is_the_share_of_messages_that_are_right() -> None:
    evidence, is_right = messages(1)
    sureness = Sureness.learnt(evidence, is_right, np.ones(len(is_right)))
    unseen, theirs = messages(2)
    sure = sureness.of(unseen)

    for low in (0.1, 0.3, 0.5, 0.7):
        some = (sure >= low) & (sure < low + 0.2)
        assert abs(theirs[some].mean() - sure[some].mean()) < 0.06


def test_what_tells_nothing_counts_for_little() -> None:
    sureness = Sureness.learnt(*messages(3), np.ones(4000))

    assert sureness.slope_of_log_odds < 0.1 < sureness.slope_of_nearness


def test_more_evidence_never_makes_it_less_sure() -> None:
    evidence, is_right = messages(4)
    upside_down = Sureness.learnt(evidence, ~is_right, np.ones(len(is_right)))

    assert upside_down.slope_of_nearness == 0
    assert upside_down.slope_of_log_odds >= 0


def test_the_more_messages_are_out_of_scope_the_less_sure_it_is() -> None:
    evidence, is_right = messages(5)
    rarely, often = (
        Sureness.learnt(evidence, is_right, np.where(is_right, 1.0, weight)).of(evidence) for weight in (0.5, 2.0)
    )

    assert (often < rarely).all()


def test_the_threshold_separates_what_is_right_from_what_is_wrong() -> None:
    sureness = np.array([0.9, 0.8, 0.7, 0.4, 0.3, 0.2])
    is_right = np.array([True, True, True, False, False, False])

    assert 0.4 < best_threshold(sureness, is_right, np.ones(6), wrong_costs=1.0) <= 0.7


def test_the_dearer_a_mistake_the_later_an_intent_is_believed() -> None:
    generator = np.random.default_rng(2)
    sureness = generator.uniform(size=5000)
    is_right = generator.uniform(size=5000) < sureness

    thresholds = [best_threshold(sureness, is_right, np.ones(5000), costs) for costs in (0.0, 1.0, 4.0)]

    assert thresholds == sorted(thresholds)
    assert abs(thresholds[1] - 0.5) < 0.1


def test_probabilities_and_log_odds_stay_finite() -> None:
    rows = probabilities(np.array([[1000.0, 0.0], [0.0, 0.0]]))

    assert rows.tolist() == [[1.0, 0.0], [0.5, 0.5]]
    assert np.isfinite(log_odds(rows)).all()
