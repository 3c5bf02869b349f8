"""The addresses of access; login and logout are those of allauth."""

from django.urls import path

from vitalfew_web.access import views

app_name = "access"
urlpatterns = [
    path("profile", views.profile, name="profile"),
    path("language", views.language, name="language"),
]
