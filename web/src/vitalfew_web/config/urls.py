"""The addresses of all apps."""

from django.urls import include, path

urlpatterns = [path("", include("vitalfew_web.core.urls"))]
