"""`python -m vitalfew` is the command `vitalfew`."""

import sys

from vitalfew.cli import main

if __name__ == "__main__":
    sys.exit(main())
