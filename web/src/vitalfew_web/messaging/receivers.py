"""What messaging does when something happens in access."""

from __future__ import annotations

from vitalfew_web.access.events import PersonInvited
from vitalfew_web.access.selectors import person_of
from vitalfew_web.messaging.services import write


def invite(event: PersonInvited) -> None:
    """Send the link with which somebody sets the first password."""
    person = person_of(event.person_id)
    write(
        to=person,
        template="messaging/invitation.txt",
        occasion=f"access.invitation {event.person_id}",
        values={"link": event.link, "inviter": event.by_name},
        at=event.at,
    )
