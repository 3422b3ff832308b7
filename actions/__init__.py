"""Custom actions of the Rasa server: thin; each reads the turn, calls one function and utters by name."""
