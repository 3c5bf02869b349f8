"""Pages of people, roles and teams, the own settings, sessions and tokens."""

from vitalfew_web.access.views.own import language, profile
from vitalfew_web.access.views.people import edit_person, list_people, new_person
from vitalfew_web.access.views.roles import edit_role, list_roles, new_role, remove_a_role
from vitalfew_web.access.views.sessions import end_others, end_session, end_sessions_of, list_sessions
from vitalfew_web.access.views.teams import edit_team, list_teams, new_team, remove_a_team
from vitalfew_web.access.views.tokens import list_tokens, new_token, revoke

__all__ = [
    "edit_person",
    "edit_role",
    "edit_team",
    "end_others",
    "end_session",
    "end_sessions_of",
    "language",
    "list_people",
    "list_roles",
    "list_sessions",
    "list_teams",
    "list_tokens",
    "new_person",
    "new_role",
    "new_team",
    "new_token",
    "profile",
    "remove_a_role",
    "remove_a_team",
    "revoke",
]
