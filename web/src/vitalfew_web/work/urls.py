"""The addresses of work."""

from django.urls import path

from vitalfew_web.work import views

app_name = "work"
urlpatterns = [
    path("views/", views.save_view, name="save_view"),
    path("views/<int:view>/", views.change_view, name="change_view"),
    path("views/<int:view>/pin", views.pin_view, name="pin_view"),
    path("views/<int:view>/delete", views.delete_view, name="delete_view"),
    path("undo/<uuid:step>/", views.undo, name="undo"),
]
