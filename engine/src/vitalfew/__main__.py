"""`python -m vitalfew` is the command `vitalfew`."""

from vitalfew.cli import program

if __name__ == "__main__":
    program()
