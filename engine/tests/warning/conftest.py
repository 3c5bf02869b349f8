"""The sample company that schemes are proven on."""

from proof.conftest import company

__all__ = ["company"]
