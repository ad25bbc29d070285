"""
Django settings for this project.

Everything that differs between development and production comes from environment
variables; .env.example lists them. Development has working defaults. Production
refuses to start on one.

https://docs.djangoproject.com/en/5.2/topics/settings/
https://docs.djangoproject.com/en/5.2/ref/settings/
"""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from .environment import (
    DEVELOPMENT,
    PRODUCTION,
    choice,
    env,
    host_names,
    required,
    secret_key,
)

BASE_DIR = Path(__file__).resolve().parent.parent

ENVIRONMENT = choice("DJANGO_ENVIRONMENT", (DEVELOPMENT, PRODUCTION), DEVELOPMENT)
IN_PRODUCTION = ENVIRONMENT == PRODUCTION

# The site's words, shown in the pages, the admin and the API: a line each, however
# long it is.
# fmt: off
SITE_TITLE = "Library"
SITE_DESCRIPTION = "Cookie stands and what each sells in an hour: an API."
SITE_AUTHOR = ""
# fmt: on


# Security
# https://docs.djangoproject.com/en/5.2/howto/deployment/checklist/

DEBUG = env.bool("DJANGO_DEBUG", default=not IN_PRODUCTION)

if IN_PRODUCTION:
    if DEBUG:
        raise ImproperlyConfigured(
            "DJANGO_DEBUG is on, and in production it would show settings and code "
            "to everybody. Remove it or set it to false."
        )

    SECRET_KEY = secret_key("DJANGO_SECRET_KEY")
    HOSTS = host_names(
        "DJANGO_ALLOWED_HOSTS",
        "List the host names of this site: www.example.org,example.org",
    )
    # The container's health check asks localhost.
    ALLOWED_HOSTS = [*HOSTS, "localhost"]

    # The server speaks plain HTTP. The proxy in front of it ends TLS, and must set
    # this header itself, whatever a client sends.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = env.bool("DJANGO_SECURE_SSL_REDIRECT", default=True)
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = env.int("DJANGO_SECURE_HSTS_SECONDS", default=31_536_000)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
else:
    SECRET_KEY = env.str(
        "DJANGO_SECRET_KEY", default="django-insecure-for-development-only"
    )
    ALLOWED_HOSTS = env.list(
        "DJANGO_ALLOWED_HOSTS",
        default=["localhost", ".localhost", "127.0.0.1", "[::1]", "web"],
    )

# Origins such as https://library.example.org whose forms are trusted.
CSRF_TRUSTED_ORIGINS = env.list("DJANGO_CSRF_TRUSTED_ORIGINS", default=[])
X_FRAME_OPTIONS = "DENY"


# What browsers let the pages do
# https://django-csp.readthedocs.io/en/latest/configuration.html
# https://developer.mozilla.org/docs/Web/HTTP/Guides/CSP

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        # Everything comes from this site, and from files: no script and no style runs
        # that stands in a page. To take some from another host as well:
        # "style-src": [SELF, "https://cdn.example.com"],
        "default-src": [SELF],
        # Some style sheets hold their icons.
        "img-src": [SELF, "data:"],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    },
}
# No page needs these, so nothing that gets into one may ask for them.
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


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
    "django_filters",
    "csp",
    "rest_framework_simplejwt",
    "rest_framework_simplejwt.token_blacklist",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "corsheaders",
]

LOCAL_APPS = [
    "accounts",
    "api",
    "cookie_stands",
]

INSTALLED_APPS = [
    # Before staticfiles, so that WhiteNoise serves the static files under runserver
    # as it does in production.
    "whitenoise.runserver_nostatic",
    *DJANGO_APPS,
    *THIRD_PARTY_APPS,
    *LOCAL_APPS,
]

MIDDLEWARE = [
    "config.middleware.request_id_middleware",
    "config.middleware.read_to_the_end",
    "django.middleware.security.SecurityMiddleware",
    # Before what may answer itself.
    "corsheaders.middleware.CorsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.middleware.permissions_policy",
    "config.middleware.length_required",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Pages are for members, but for those that say @login_not_required.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "accounts.middleware.TooManyAttemptsMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
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


# Database
# https://docs.djangoproject.com/en/5.2/ref/settings/#databases

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

if IN_PRODUCTION or env.str("POSTGRES_HOST", default=""):
    # Django speaks to PostgreSQL by psycopg; see config/postgresql/base.py.
    HINT = "The PostgreSQL server's {} goes there."
    POSTGRES_PASSWORD = required("POSTGRES_PASSWORD", HINT.format("password"))
    # The first is that of compose.yaml.
    if IN_PRODUCTION and POSTGRES_PASSWORD in ("development", "password", "postgres"):
        raise ImproperlyConfigured(
            "POSTGRES_PASSWORD is one that everybody knows. "
            "Make one: python -c 'import secrets; print(secrets.token_urlsafe(50))'"
        )
    DATABASES = {
        "default": {
            "ENGINE": "config.postgresql",
            "HOST": required("POSTGRES_HOST", HINT.format("host name")),
            "PORT": env.str("POSTGRES_PORT", default="5432"),
            "NAME": required("POSTGRES_DB", HINT.format("database")),
            "USER": required("POSTGRES_USER", HINT.format("user")),
            "PASSWORD": POSTGRES_PASSWORD,
            # A connection stays open for a minute, for opening one takes longer
            # than most queries. The check notices one that the server has closed.
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            # A request does not wait for minutes where no database answers.
            "OPTIONS": {"connect_timeout": 5},
        }
    }
else:
    # Outside Docker, in a virtual environment: a file, with nothing to install.
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": BASE_DIR / "db.sqlite3",
        }
    }


# Users
# https://docs.djangoproject.com/en/5.2/topics/auth/

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.ModelBackend"]
SESSION_ENGINE = "accounts.sessions"

# The first one makes the hashes; the second still reads those of other projects.
PASSWORD_HASHERS = [
    "accounts.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"


# Language and time
# https://docs.djangoproject.com/en/5.2/topics/i18n/

LANGUAGE_CODE = "en-us"
# The image for production has the translations of these languages alone.
LANGUAGES = [("en", "English")]
# Windows has no time zones of its own; there the package tzdata brings them.
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True


# Static files: CSS and images
# https://docs.djangoproject.com/en/5.2/howto/static-files/
# https://whitenoise.readthedocs.io/en/stable/django.html

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Pages ask for a file by its name with a hash, so production keeps no other.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}


# Django REST Framework
# https://www.django-rest-framework.org/api-guide/settings/

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "rest_framework_simplejwt.authentication.JWTAuthentication",
        "api.authentication.SessionAuthentication",
    ],
    # Members only.
    "DEFAULT_PERMISSION_CLASSES": [
        "rest_framework.permissions.IsAuthenticated",
    ],
    "DEFAULT_THROTTLE_CLASSES": [
        "rest_framework.throttling.AnonRateThrottle",
        "rest_framework.throttling.UserRateThrottle",
    ],
    "DEFAULT_THROTTLE_RATES": {"anon": "300/min", "user": "600/min"},
    # How many proxies in front may be believed when they name the client.
    "NUM_PROXIES": env.int("DJANGO_NUM_PROXIES", default=0),
    "DEFAULT_VERSIONING_CLASS": "rest_framework.versioning.NamespaceVersioning",
    "DEFAULT_VERSION": "v1",
    "ALLOWED_VERSIONS": ["v1"],
    "DEFAULT_FILTER_BACKENDS": [
        "django_filters.rest_framework.DjangoFilterBackend",
        "api.filters.SearchFilter",
        "rest_framework.filters.OrderingFilter",
    ],
    "DEFAULT_PARSER_CLASSES": [
        "api.parsers.JSONParser",
        "rest_framework.parsers.FormParser",
        "rest_framework.parsers.MultiPartParser",
    ],
    "DEFAULT_PAGINATION_CLASS": "api.pagination.PageNumberPagination",
    "DEFAULT_SCHEMA_CLASS": "api.schema.AutoSchema",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
    "EXCEPTION_HANDLER": "api.exceptions.exception_handler",
    "VIEW_NAME_FUNCTION": "api.names.view_name",
    # REST framework would take a field named url for the address of what was created.
    "URL_FIELD_NAME": "@id",
}


# Who must log in does so at the browsable API.
LOGIN_URL = "rest_framework:login"


# JSON Web Tokens
# https://django-rest-framework-simplejwt.readthedocs.io/en/stable/settings.html

if IN_PRODUCTION:
    JWT_SIGNING_KEY = secret_key("DJANGO_JWT_SIGNING_KEY")
    if JWT_SIGNING_KEY == SECRET_KEY:
        raise ImproperlyConfigured(
            "DJANGO_JWT_SIGNING_KEY is the same as DJANGO_SECRET_KEY. "
            "Make another one, so that each can be changed alone."
        )
else:
    JWT_SIGNING_KEY = env.str(
        "DJANGO_JWT_SIGNING_KEY",
        default="django-insecure-key-of-tokens-for-development-only",
    )

SIMPLE_JWT = {
    "ALGORITHM": "HS256",
    "SIGNING_KEY": JWT_SIGNING_KEY,
    "ACCESS_TOKEN_LIFETIME": timedelta(minutes=5),
    "REFRESH_TOKEN_LIFETIME": timedelta(days=1),
    # A refresh token is good for one use.
    "ROTATE_REFRESH_TOKENS": True,
    "BLACKLIST_AFTER_ROTATION": True,
    # A new password makes all tokens worthless.
    "CHECK_REVOKE_TOKEN": True,  # nosec B105 (it is no password)
}


# API documentation
# https://drf-spectacular.readthedocs.io/en/latest/settings.html

SPECTACULAR_SETTINGS = {
    "TITLE": f"{SITE_TITLE} API",
    "DESCRIPTION": SITE_DESCRIPTION,
    "VERSION": "1.0.0",
    "CONTACT": {"name": SITE_AUTHOR or SITE_TITLE},
    # What holds until you choose a license for others.
    "LICENSE": {
        "name": "All rights reserved",
        "url": "https://choosealicense.com/no-permission/",
    },
    "SERVE_INCLUDE_SCHEMA": False,
    "COMPONENT_SPLIT_REQUEST": True,
    "SERVERS": [{"url": "/"}],
    "SCHEMA_PATH_PREFIX": r"/api/v[0-9]+",
    "TAGS": [
        {
            "name": "cookie-stands",
            "description": "Cookie stands: list, search and change them.",
        },
        {"name": "me", "description": "The user who asks."},
        {"name": "statistics", "description": "Figures about what is stored."},
        {
            "name": "token",
            "description": "Log in and stay in: tokens for a name and a password.",
        },
    ],
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "api.schema.add_security",
    ],
    # Served from this project, not from a content delivery network.
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
}


# Other sites whose scripts may call the API
# https://github.com/adamchainz/django-cors-headers

CORS_ALLOWED_ORIGINS = env.list(
    "DJANGO_CORS_ALLOWED_ORIGINS",
    default=[
        "http://localhost:3000",
    ],
)
CORS_URLS_REGEX = r"^/api/"


# Logging: everything to the console, where `docker compose logs` finds it. In
# production a line is JSON and bears the id of its request, and each request is logged.
# In development runserver shows the requests.
# https://docs.djangoproject.com/en/5.2/topics/logging/

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {"()": "config.logs.JSONFormatter"},
        "line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "json" if IN_PRODUCTION else "line",
        },
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        # Django's own handlers show errors only where DEBUG is on.
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "config.requests": {"level": "INFO" if IN_PRODUCTION else "WARNING"},
    },
}
