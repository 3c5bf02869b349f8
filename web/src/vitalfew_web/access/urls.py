"""The addresses of access; login and logout are those of allauth."""

from django.contrib.auth.views import PasswordResetConfirmView
from django.urls import path, reverse_lazy
from django.views.decorators.http import require_http_methods

from vitalfew_web.access import views
from vitalfew_web.access.services import INVITATIONS

app_name = "access"
# Django's own page of a password that is set by a link holds for three days and once.
WELCOME = require_http_methods(["GET", "HEAD", "POST"])(
    PasswordResetConfirmView.as_view(
        template_name="access/welcome.html", token_generator=INVITATIONS, success_url=reverse_lazy("account_login")
    )
)
urlpatterns = [
    path("people/", views.list_people, name="people"),
    path("people/new", views.new_person, name="new"),
    path("people/<int:key>/", views.edit_person, name="person"),
    path("people/<int:key>/sessions/end", views.end_sessions_of, name="end_sessions_of"),
    path("people/roles/", views.list_roles, name="roles"),
    path("people/roles/new", views.new_role, name="new_role"),
    path("people/roles/<int:key>/", views.edit_role, name="role"),
    path("people/roles/<int:key>/remove", views.remove_a_role, name="remove_role"),
    path("people/teams/", views.list_teams, name="teams"),
    path("people/teams/new", views.new_team, name="new_team"),
    path("people/teams/<int:key>/", views.edit_team, name="team"),
    path("people/teams/<int:key>/remove", views.remove_a_team, name="remove_team"),
    path("welcome/<str:uidb64>/<str:token>/", WELCOME, name="welcome"),
    path("me/profile", views.profile, name="profile"),
    path("me/sessions/", views.list_sessions, name="sessions"),
    path("me/sessions/end", views.end_others, name="end_others"),
    path("me/sessions/<int:key>/end", views.end_session, name="end_session"),
    path("me/tokens/", views.list_tokens, name="tokens"),
    path("me/tokens/new", views.new_token, name="new_token"),
    path("me/tokens/<int:key>/revoke", views.revoke, name="revoke_token"),
    path("me/language", views.language, name="language"),
]
