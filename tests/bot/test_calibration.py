"""What the classifier learns about its own confidence."""

import numpy as np

from bot.calibration import best_temperature, best_threshold, probabilities


def test_a_classifier_that_is_too_sure_is_made_less_sure() -> None:
    generator = np.random.default_rng(1)
    logits = generator.normal(size=(3000, 4))
    rows = probabilities(logits, 1.0)
    truth = np.array([generator.choice(4, p=row) for row in rows])

    assert abs(best_temperature(logits * 5, truth) - 5) < 0.5


def test_the_threshold_separates_what_is_right_from_what_is_wrong() -> None:
    confidence = np.array([0.9, 0.8, 0.7, 0.4, 0.3, 0.2])
    is_right = np.array([True, True, True, False, False, False])

    threshold, worth = best_threshold(confidence, is_right, wrong_costs=1.0)

    assert 0.4 < threshold <= 0.7
    assert worth == 0.5


def test_the_dearer_a_mistake_the_later_an_intent_is_believed() -> None:
    generator = np.random.default_rng(2)
    confidence = generator.uniform(size=5000)
    is_right = generator.uniform(size=5000) < confidence

    thresholds = [best_threshold(confidence, is_right, costs)[0] for costs in (0.0, 1.0, 4.0)]

    assert thresholds == sorted(thresholds)
    assert abs(thresholds[1] - 0.5) < 0.1
