"""Tests of the questions, the words and the rules they keep."""
