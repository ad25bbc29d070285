"""How Gunicorn runs the site. https://gunicorn.org/reference/settings/"""

import os

bind = "0.0.0.0:8000"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = int(os.environ.get("WEB_THREADS", "2"))
# The site is loaded once and shared, so it starts sooner and takes less memory.
preload_app = True
# Workers show that they live by a file, which belongs into memory.
worker_tmp_dir = "/dev/shm"  # noqa: S108  # nosec B108
# Longer than the proxy keeps an idle connection; see Caddyfile.
keepalive = 30
# A socket for commands from outside, which nothing here uses.
control_socket_disable = True
# Below stop_grace_period of compose.production.yaml.
graceful_timeout = 20

# Gunicorn's own lines look like the site's; config/middleware.py logs the requests.
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "config.logs.JSONFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"gunicorn.error": {"handlers": [], "level": "INFO", "propagate": True}},
}
