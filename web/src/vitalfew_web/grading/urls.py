"""The addresses of grading."""

from django.urls import path

from vitalfew_web.grading import views

app_name = "grading"
urlpatterns = [
    path("grading/", views.list_runs, name="runs"),
    path("grading/runs/new", views.new_run, name="new"),
    path("grading/runs/<int:key>/", views.show_run, name="run"),
    path("grading/schemes/", views.list_schemes, name="schemes"),
    path("grading/schemes/new", views.new_scheme, name="new_scheme"),
    path("grading/schemes/<int:key>/", views.show_scheme, name="scheme"),
    path("grading/schemes/<int:key>/publish", views.publish_scheme, name="publish"),
    path("customers/<str:number>/why", views.why, name="why"),
    path("customers/<str:number>/grade-card", views.card, name="card"),
    path("customers/<str:number>/why/reasons", views.reasons, name="reasons"),
]
