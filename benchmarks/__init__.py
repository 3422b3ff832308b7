"""Measurements of Askwell against the stock way, side by side on one machine in one run."""
