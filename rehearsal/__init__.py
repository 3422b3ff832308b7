"""Simulated customers that talk to the running system and measure the investigation before real ones meet it."""
