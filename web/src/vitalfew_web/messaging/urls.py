"""The addresses of messaging."""

from django.urls import path

from vitalfew_web.messaging import views

app_name = "messaging"
urlpatterns = [
    path("", views.list_messages, name="list"),
    path("<int:message>/again", views.again, name="again"),
]
