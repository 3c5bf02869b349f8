"""The addresses of core."""

from django.urls import path

from vitalfew_web.core import views

app_name = "core"
urlpatterns = [
    path("palette", views.palette, name="palette"),
    path("palette/preview", views.preview, name="preview"),
    path("jobs/<int:key>/", views.show_job, name="job"),
    path("access-log/", views.access_log, name="access_log"),
    path("healthz", views.health, name="health"),
    path("readyz", views.ready, name="ready"),
]
