"""The `./askwell` commands, one file a group."""
