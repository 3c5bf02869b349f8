"""One settings file; what differs between installations comes from VF_* variables, secrets also from files."""

import os
from pathlib import Path

import django_stubs_ext
from csp.constants import NONE, SELF
from django.core.management.utils import get_random_secret_key
from django.utils.translation import gettext_lazy as _

from vitalfew_web.config.database import database_of
from vitalfew_web.config.sources import sources_of

django_stubs_ext.monkeypatch()  # so that forms and query sets may name their model: ModelForm[User]


def env(name: str, default: str = "") -> str:
    """Read VF_NAME, or the file that VF_NAME_FILE points to (container secrets)."""
    file = os.environ.get(f"VF_{name}_FILE")
    return Path(file).read_text(encoding="utf-8").strip() if file else os.environ.get(f"VF_{name}", default)


def env_list(name: str) -> list[str]:
    """Read a comma-separated VF_NAME."""
    return [part.strip() for part in env(name).split(",") if part.strip()]


DEBUG = env("DEBUG") == "1"
# Without a key of its own a process can serve its own pages, no more; wsgi.py refuses to start so outside debug.
SECRET_KEY = env("SECRET_KEY") or get_random_secret_key()
# What encodes protected fields (core/secrecy.py); without it a file in the folder of data is made and used.
FIELD_KEY = env("FIELD_KEY")
ALLOWED_HOSTS = env_list("ALLOWED_HOSTS") or ["localhost", "127.0.0.1", "[::1]"]
DATA = Path(env("DATA", "var")).absolute()
# The fact store: Delta tables, apart from the database (docs/decisions/0013-fact-store.md).
FACTS = DATA / "facts"
# Databases that imports may read: name → address. Only who may is asked, and nobody is ever shown an address.
SOURCES = sources_of(env("SOURCES"))
# Uploads go to the disk of the data, where what a killed process left is swept.
FILE_UPLOAD_HANDLERS = ["vitalfew_web.core.http.ToDisk"]
UPLOADS = DATA / "uploads"
# Fields of forms and bodies in JSON are held in memory; files are not.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000_000
UPLOAD_LIMIT = int(env("UPLOAD_MB", "1000")) * 1_000_000
# Rows of a list whose file is sent at once; a longer one is made by the worker and kept for a day.
EXPORT_AT_ONCE = int(env("ROWS_AT_ONCE", "1000"))
# How much one person may have within an hour (work/choices.py, Allowance).
HOURLY = {"rows": int(env("ROWS_AN_HOUR", "5000")), "reveals": int(env("REVEALS_AN_HOUR", "200"))}

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "vitalfew_web.core",
    # Before allauth, whose pages it dresses.
    "vitalfew_web.access",
    "allauth",
    "allauth.account",
    "vitalfew_web.messaging",
    "vitalfew_web.work",
    "vitalfew_web.accounts",
    "vitalfew_web.facts",
    "vitalfew_web.grading",
    "vitalfew_web.demo",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # After it: under /api/ a token lets in, and what the session says counts nothing.
    "vitalfew_web.access.api.by_token",
    "vitalfew_web.core.http.as_the_person_wants",
    "vitalfew_web.access.receivers.presence",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    # Last: what it keeps of an answer is what the page itself said.
    "vitalfew_web.core.once.once",
]
ROOT_URLCONF = "vitalfew_web.config.urls"
WSGI_APPLICATION = "vitalfew_web.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            # {% csrf_token %} puts the key of the form beside the token, in every form there is and will be.
            "builtins": ["vitalfew_web.core.templatetags.forms"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "vitalfew_web.core.http.frame",
            ],
        },
    }
]

FORM_RENDERER = "vitalfew_web.core.forms.Written"

DATABASES = {"default": database_of(env("DATABASE"), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = ["vitalfew_web.access.gateways.WithRights"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in {
        "MinimumLengthValidator": {"min_length": 10},
        "UserAttributeSimilarityValidator": {"user_attributes": ("email", "name")},
        "CommonPasswordValidator": {},
    }.items()
]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
# Failed logins are counted for an address of the net and for a name; beyond that no password is hashed.
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key"}
# Servers before this one that tell whom they ask for; from anybody else that word is not taken.
ALLAUTH_TRUSTED_PROXY_COUNT = int(env("PROXIES", "0"))
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
SESSION_COOKIE_AGE = 14 * 24 * 3600
# Shared by all processes, so that limits hold whichever answers.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}

EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if env('SMTP_HOST') else 'console'}.EmailBackend"
EMAIL_HOST = env("SMTP_HOST")
EMAIL_PORT = int(env("SMTP_PORT", "25"))
EMAIL_HOST_USER = env("SMTP_USER")
EMAIL_HOST_PASSWORD = env("SMTP_PASSWORD")
EMAIL_USE_TLS = env("SMTP_TLS") == "1"
# A server that hangs holds up the next message no longer than this.
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env("MAIL_FROM", "Vital Few <vitalfew@localhost>")
# Where people reach the application, for links in mail that no request brings about.
ADDRESS = env("URL").rstrip("/")

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("zh-hans", _("Simplified Chinese")), ("zh-hant", _("Traditional Chinese"))]
# The package itself is no app, so Django would not look into it.
LOCALE_PATHS = [Path(__file__).resolve().parent.parent / "locale"]
TIME_ZONE = env("TIMEZONE", "UTC")
# Where phone numbers without a country are from.
REGION = env("REGION", "CN")
# Offered for amounts; the first is the usual one.
CURRENCIES = env_list("CURRENCIES") or ["CNY", "USD", "EUR", "HKD", "TWD", "JPY", "GBP", "CHF", "KRW", "SGD"]
USE_TZ = True
FORMAT_MODULE_PATH = "vitalfew_web.config.formats"
USE_THOUSAND_SEPARATOR = True
STATIC_URL = "static/"
# Collected into a folder where that is named; else each file is found where its app has it.
STATIC_ROOT = env("STATIC") or None
WHITENOISE_USE_FINDERS = STATIC_ROOT is None
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Collected files are packed, and carry a digest in their name: a browser asks for each once.
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if STATIC_ROOT
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
# Off only where the application is tried on the machine itself, without a server before it that speaks HTTPS.
HTTPS = env("HTTPS", "1") == "1" and not DEBUG
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
