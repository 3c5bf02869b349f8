"""The version of the engine, read by the build, the command line and the manifest of every run."""

VERSION = "0.1.0"
