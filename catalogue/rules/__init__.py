"""The rules that the linter holds a catalogue to: one function a rule, whose first line explains it to authors."""
