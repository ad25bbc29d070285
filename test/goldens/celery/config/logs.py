"""What production logs: a line of JSON for each event, with the id of its request."""

import json
import logging
from contextvars import ContextVar
from datetime import UTC, datetime

# The request that this thread works on, or the one that it worked on last.
request_id = ContextVar("request_id", default=None)


class JSONFormatter(logging.Formatter):
    """Write a record as one line of JSON."""

    def format(self, record):
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "request_id": request_id.get(),
            # What the middleware says about a request.
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line)
