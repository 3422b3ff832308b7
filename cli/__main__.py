"""`python -m cli`, which is what `./askwell` runs."""

from cli.app import main

main()
