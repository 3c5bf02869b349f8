"""The addresses of facts."""

from django.urls import path

from vitalfew_web.facts import api, views

app_name = "facts"
urlpatterns = [
    path("imports/", views.list_imports, name="imports"),
    path("imports/new", views.new_import, name="new"),
    path("imports/database", views.choose_table, name="database"),
    path("imports/<int:key>/", views.show_import, name="import"),
    path("imports/<int:key>/fetch", views.read_again, name="fetch"),
    path("imports/<int:key>/reading", views.set_reading, name="reading"),
    path("imports/<int:key>/columns", views.set_columns, name="columns"),
    path("imports/<int:key>/check", views.check_import, name="check"),
    path("imports/<int:key>/mend", views.mend, name="mend"),
    path("imports/<int:key>/commit", views.commit_import, name="commit"),
    path("imports/<int:key>/rejects.csv", views.export_rejects, name="rejects"),
    path("imports/<int:key>/discard", views.discard, name="discard"),
    path("imports/<int:key>/undo", views.undo, name="undo"),
    path("api/v1/batches", api.batches, name="api_batches"),
    path("api/v1/batches/<int:key>", api.batch, name="api_batch"),
    path("api/v1/batches/<int:key>/rejects.csv", api.rejects, name="api_rejects"),
    path("customers/<str:number>/orders/", views.show_orders, name="orders"),
]
