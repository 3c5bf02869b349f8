"""Add the packages of a file of hashed requirements to .venv: `python scripts/add_packages.py requirements/spark.txt`.

What is there already in the right version stays as it is.
"""

import sys

import bootstrap


def main(arguments: list[str]) -> int:
    """Install what the file names; the exit code is the installer's."""
    (requirements,) = arguments
    installer = bootstrap.UV if bootstrap.has_uv() else bootstrap.PIP
    command = [bootstrap.PYTHON, *installer, "--require-hashes", "--no-deps", "-r", requirements]
    return 0 if bootstrap.run(command) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
