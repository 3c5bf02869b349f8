"""The addresses of accounts."""

from django.urls import path

from vitalfew_web.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.list_accounts, name="list"),
    path("new", views.new_account, name="new"),
    path("export.csv", views.export_accounts, name="export"),
    path("<str:number>/", views.show_account, name="account"),
    path("<str:number>/edit", views.edit_account, name="edit"),
]
