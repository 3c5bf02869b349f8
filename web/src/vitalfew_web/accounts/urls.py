"""The addresses of accounts."""

from django.urls import path

from vitalfew_web.accounts.views import accounts, cells, groups

app_name = "accounts"
urlpatterns = [
    path("", accounts.list_accounts, name="list"),
    path("new", accounts.new_account, name="new"),
    path("export.<str:kind>", accounts.export_accounts, name="export"),
    path("bulk/<str:action>", accounts.change_many, name="bulk"),
    path("groups", groups.list_groups, name="groups"),
    path("groups/new", groups.new_group, name="new_group"),
    path("groups/<int:group>", groups.edit_group, name="group"),
    path("groups/<int:group>/merge", groups.merge_group, name="merge_group"),
    path("groups/<int:group>/delete", groups.remove_group, name="delete_group"),
    path("<str:number>/", accounts.show_account, name="account"),
    path("<str:number>/edit", accounts.edit_account, name="edit"),
    path("<str:number>/cell/<str:field>", cells.edit_cell, name="cell"),
    path("<str:number>/peek", cells.peek_account, name="peek"),
    path("<str:number>/groups", groups.choose_groups, name="choose_groups"),
]
