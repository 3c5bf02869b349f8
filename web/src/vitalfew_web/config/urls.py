"""The addresses of all apps."""

from allauth.account import views as login_views
from django.urls import include, path

urlpatterns = [
    path("", include("vitalfew_web.core.urls")),
    path("", include("vitalfew_web.access.urls")),
    path("", include("vitalfew_web.work.urls")),
    path("messages/", include("vitalfew_web.messaging.urls")),
    path("customers/", include("vitalfew_web.accounts.urls")),
    path("", include("vitalfew_web.facts.urls")),
    path("", include("vitalfew_web.grading.urls")),
    # Of allauth's pages those alone that this product has: nobody signs up by themself.
    path("login/", login_views.login, name="account_login"),
    path("inactive/", login_views.account_inactive, name="account_inactive"),
    path("logout/", login_views.logout, name="account_logout"),
    path("password/", login_views.password_change, name="account_change_password"),
]
handler500 = "vitalfew_web.core.views.fault"
