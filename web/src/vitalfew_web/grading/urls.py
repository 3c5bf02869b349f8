"""The addresses of grading."""

from django.urls import path

from vitalfew_web.grading.views import editing, lists, overrides, portfolio, reasons, runs, schemes

app_name = "grading"
urlpatterns = [
    path("grading/", runs.list_runs, name="runs"),
    path("grading/runs/new", runs.new_run, name="new"),
    path("grading/runs/<int:key>/", runs.show_run, name="run"),
    path("grading/schemes/", schemes.list_schemes, name="schemes"),
    path("grading/schemes/new", schemes.new_scheme, name="new_scheme"),
    path("grading/schemes/<int:key>/", schemes.show_scheme, name="scheme"),
    path("grading/schemes/<int:key>/edit", editing.edit_scheme, name="edit"),
    path("grading/schemes/<int:key>/try", editing.try_scheme, name="try"),
    path("grading/schemes/<int:key>/hand-over", schemes.hand_over_scheme, name="hand_over"),
    path("grading/schemes/<int:key>/settings", schemes.scheme_settings, name="settings"),
    path("grading/schemes/<int:key>/publish", schemes.publish_scheme, name="publish"),
    path("grading/overrides/", overrides.list_overrides, name="overrides"),
    path("portfolio/", portfolio.portfolio, name="portfolio"),
    path("portfolio/selection", portfolio.selection, name="selection"),
    path("grading/runs/<int:key>/against/<int:earlier>/", runs.compare, name="compare"),
    path("grading/runs/<int:key>/list", lists.key_list, name="list"),
    path("grading/runs/<int:key>/list/approve", lists.approve, name="approve"),
    path("grading/runs/<int:key>/list.xlsx", lists.key_list_book, name="list_book"),
    path("grading/runs/<int:key>/list.pdf", lists.key_list_page, name="list_page"),
    path("customers/<str:number>/override", overrides.override, name="override"),
    path("customers/<str:number>/override/end", overrides.end, name="end"),
    path("customers/<str:number>/why", reasons.why, name="why"),
    path("customers/<str:number>/grade-card", reasons.card, name="card"),
    path("customers/<str:number>/why/reasons", reasons.reasons, name="reasons"),
]
