"""The addresses of access; login and logout are those of allauth."""

from django.contrib.auth.views import PasswordResetConfirmView
from django.urls import path, reverse_lazy
from django.views.decorators.http import require_http_methods

from vitalfew_web.access import views

app_name = "access"
# Django's own page of a password that is set by a link holds for three days and once.
WELCOME = require_http_methods(["GET", "HEAD", "POST"])(
    PasswordResetConfirmView.as_view(template_name="access/welcome.html", success_url=reverse_lazy("account_login"))
)
urlpatterns = [
    path("people/", views.list_people, name="people"),
    path("people/new", views.new_person, name="new"),
    path("people/<int:key>/", views.edit_person, name="person"),
    path("welcome/<str:uidb64>/<str:token>/", WELCOME, name="welcome"),
    path("me/profile", views.profile, name="profile"),
    path("me/language", views.language, name="language"),
]
