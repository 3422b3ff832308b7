"""`./askwell segments "how many …"`: the staff chat's questions at the command line."""
