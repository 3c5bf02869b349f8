"""How whoever is logged in is found for each request."""

from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from vitalfew_web.access.models import User
from vitalfew_web.access.selectors import logged_in


class WithRights(AuthenticationBackend):  # type: ignore[misc]  # untyped
    """allauth's own, which finds a person together with what they may."""

    def get_user(self, user_id: Any) -> User | None:
        """The person of a session; None where they are gone or locked out."""
        person = logged_in(user_id)
        return person if person is not None and self.user_can_authenticate(person) else None
