"""Django's engine for PostgreSQL, which asks less whether a connection still holds."""

import selectors

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    def is_usable(self):
        """
        Tell whether a kept connection is open, by its socket alone.

        A database says nothing unasked until it ends a connection. Django would ask
        it by a query at each request, as many as the rows of most requests take.
        """
        if self.connection is None or self.connection.closed:
            return False
        with selectors.DefaultSelector() as selector:
            selector.register(self.connection, selectors.EVENT_READ)
            return not selector.select(timeout=0)
