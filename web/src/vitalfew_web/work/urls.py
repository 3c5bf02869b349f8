"""The addresses of work."""

from django.urls import path

from vitalfew_web.work import views

app_name = "work"
urlpatterns = [
    path("", views.today, name="today"),
    path("tasks/", views.list_tasks, name="tasks"),
    path("tasks/new", views.new_task, name="new"),
    path("tasks/<int:task>/", views.edit_task, name="task"),
    path("tasks/<int:task>/done", views.finish, name="done"),
    path("tasks/<int:task>/reopen", views.reopen, name="reopen"),
    path("tasks/<int:task>/snooze", views.snooze, name="snooze"),
    path("about", views.about, name="about"),
    path("files/new", views.upload, name="upload"),
    path("files/<int:file>", views.download, name="file"),
    path("files/<int:file>/remove", views.remove, name="remove"),
    path("files/<int:file>/restore", views.restore, name="restore"),
    path("notifications/", views.list_notifications, name="notifications"),
    path("notifications/bell", views.bell, name="bell"),
    path("notifications/read", views.read, name="read"),
    path("notifications/wish", views.set_wish, name="wish"),
    path("views/", views.save_view, name="save_view"),
    path("views/<int:view>/", views.change_view, name="change_view"),
    path("views/<int:view>/pin", views.pin_view, name="pin_view"),
    path("views/<int:view>/delete", views.delete_view, name="delete_view"),
    path("exports/<slug:export>/", views.show_export, name="export"),
    path("exports/<slug:export>/file", views.download_export, name="export_file"),
    path("changes/<int:change>/", views.show_change, name="change"),
    path("changes/<int:change>/undo", views.undo_change, name="undo_change"),
    path("undo/<uuid:step>/", views.undo, name="undo"),
]
