"""Django settings: https://docs.djangoproject.com/en/5.2/ref/settings/"""

from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.FileAwareEnv()  # Variables that are set take precedence over .env.
try:
    env.read_env(BASE_DIR / ".env", encoding="utf-8-sig")
except UnicodeDecodeError as exc:
    raise SystemExit(f"{BASE_DIR / '.env'} is not encoded in UTF-8: {exc}") from None

# Security
# https://docs.djangoproject.com/en/5.2/howto/deployment/checklist/

DEBUG = True
SECRET_KEY = env("DJANGO_SECRET_KEY", default="django-insecure-development-only")
ALLOWED_HOSTS = [".localhost", "127.0.0.1", "[::1]", "web"]
ALLOWED_HOSTS += env.list("DJANGO_ALLOWED_HOSTS", str.strip, [])
CSRF_TRUSTED_ORIGINS = env.list("DJANGO_CSRF_TRUSTED_ORIGINS", str.strip, [])

# GitHub Codespaces and Gitpod show the site by a name below one of these domains.
CODESPACES = env("GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN", default="")
GITPOD = env("GITPOD_WORKSPACE_URL", default="").partition(".")[2]
if domain := CODESPACES or GITPOD:
    ALLOWED_HOSTS.append(f".{domain}")
    CSRF_TRUSTED_ORIGINS += [f"https://*.{domain}", "https://localhost:8000"]
    USE_X_FORWARDED_HOST = True

# Applications

DJANGO_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

THIRD_PARTY_APPS = [
    "rest_framework",
]

LOCAL_APPS = [
    "posts",
    "accounts",
]

INSTALLED_APPS = [*DJANGO_APPS, *THIRD_PARTY_APPS, *LOCAL_APPS]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "config.urls"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Database: PostgreSQL (psycopg); in development without Docker, SQLite
# https://docs.djangoproject.com/en/5.2/ref/settings/#databases

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

DATABASES = {"default": env.db(default="sqlite:///db.sqlite3")}

# Users
# https://docs.djangoproject.com/en/5.2/topics/auth/

AUTH_USER_MODEL = "accounts.User"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Language and time
# https://docs.djangoproject.com/en/5.2/topics/i18n/

LANGUAGE_CODE = "en-us"
TIME_ZONE = "UTC"

# Static files
# https://docs.djangoproject.com/en/5.2/howto/static-files/

STATIC_URL = "static/"

# Django REST Framework
# https://www.django-rest-framework.org/api-guide/settings/

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": [
        "rest_framework.permissions.IsAuthenticatedOrReadOnly",
    ],
    "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination",
    "PAGE_SIZE": 20,
    "EXCEPTION_HANDLER": "config.views.exception_handler",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
