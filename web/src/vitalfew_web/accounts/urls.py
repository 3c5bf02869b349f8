"""The addresses of accounts."""

from django.urls import path

from vitalfew_web.accounts.views import accounts, cells, contacts, groups, history, notes

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
    path("<str:number>/people", contacts.list_people, name="people"),
    path("<str:number>/people/new", contacts.new_contact, name="new_contact"),
    path("<str:number>/people/<int:contact>", contacts.show_contact, name="contact"),
    path("<str:number>/people/<int:contact>/edit", contacts.edit_contact, name="edit_contact"),
    path("<str:number>/people/<int:contact>/<slug:item>", contacts.note, name="note_item"),
    path("<str:number>/people/<int:contact>/<slug:item>/delete", contacts.drop, name="drop_item"),
    path("<str:number>/people/<int:contact>/<slug:item>/reveal", contacts.reveal, name="reveal"),
    path("<str:number>/timeline", notes.show_timeline, name="timeline"),
    path("<str:number>/notes/new", notes.new_note, name="new_note"),
    path("<str:number>/notes/preview", notes.preview_note, name="preview_note"),
    path("<str:number>/notes/<int:note>", notes.edit_note, name="note"),
    path("<str:number>/notes/<int:note>/delete", notes.remove_note, name="delete_note"),
    path("<str:number>/history", history.show_history, name="history"),
    path("<str:number>/history/restore", history.restore, name="restore"),
    path("<str:number>/relations", history.show_relations, name="relations"),
    path("<str:number>/groups", groups.choose_groups, name="choose_groups"),
]
