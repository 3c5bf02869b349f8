"""The addresses of accounts."""

from django.urls import path

from vitalfew_web.accounts.views import accounts

app_name = "accounts"
urlpatterns = [
    path("", accounts.list_accounts, name="list"),
    path("new", accounts.new_account, name="new"),
    path("export.csv", accounts.export_accounts, name="export"),
    path("<str:number>/", accounts.show_account, name="account"),
    path("<str:number>/edit", accounts.edit_account, name="edit"),
]
