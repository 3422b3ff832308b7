"""Trains config.yml's pipeline on any utterances and has it understand others; `./askwell nlu evaluate` starts it."""
