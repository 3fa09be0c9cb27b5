"""`python -m copydesk` is the command line."""

from copydesk.cli.main import main

main()
