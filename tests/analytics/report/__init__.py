"""The needs report."""
