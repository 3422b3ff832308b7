"""How well the language understanding does: what `./askwell nlu evaluate` is made of."""
