"""The simple ways that the pipeline must beat: the commonest label, and TF-IDF of words into logistic regression."""

import re
from collections import Counter
from collections.abc import Sequence

from cli.understanding.figures import Prediction
from cli.understanding.files import Labelled

TOKEN = re.compile(r"[\u2e80-\u9fff]|\w+|[^\w\s]")
"""A Chinese character, a word of other letters, or a mark."""


def commonest(training: Sequence[Labelled], texts: Sequence[str]) -> list[Prediction]:
    """Predicts the commonest label of the training rows for every text, always sure."""
    label = Counter(row.label for row in training).most_common(1)[0][0]
    return [Prediction(label, 1.0, 0.0) for _ in texts]


def words_and_regression(training: Sequence[Labelled], texts: Sequence[str]) -> list[Prediction]:
    """Predicts with TF-IDF of words and pairs of words into logistic regression, as a textbook would set them."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    words = TfidfVectorizer(ngram_range=(1, 2), analyzer="word", tokenizer=TOKEN.findall, token_pattern=None)
    model = make_pipeline(words, LogisticRegression(C=10.0, max_iter=1000, class_weight="balanced"))
    model.fit([row.text for row in training], [row.label for row in training])
    rows = model.predict_proba(list(texts))
    return [Prediction(str(model.classes_[row.argmax()]), float(row.max()), 0.0) for row in rows]
