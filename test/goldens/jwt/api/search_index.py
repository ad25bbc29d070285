"""The index that searches use."""

from django.db.backends.utils import truncate_name
from django.db.migrations.operations.base import Operation


class AddSearchIndex(Operation):
    """
    Index the texts of a model for searches, by the threes of letters in them.

    A search looks for words anywhere in a text, for which PostgreSQL would read all
    rows. With the index it takes milliseconds among a million of them, where a word
    has three letters or more. Other databases have no such index and are left alone.

    https://www.postgresql.org/docs/current/pgtrgm.html
    """

    def __init__(self, model_name, fields):
        self.model_name = model_name
        self.fields = fields

    def state_forwards(self, _app_label, _state):
        """Change nothing that Django knows of a model."""

    def database_forwards(self, app_label, schema_editor, _from_state, to_state):
        model = to_state.apps.get_model(app_label, self.model_name)
        if not self._concerns(model, schema_editor):
            return
        quote = schema_editor.quote_name
        table = quote(model._meta.db_table)
        columns = [quote(model._meta.get_field(name).column) for name in self.fields]
        # As Django compares where letters may be small or large.
        keys = ", ".join(f"UPPER({column}) gin_trgm_ops" for column in columns)
        schema_editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        name = self._name(model, schema_editor)
        schema_editor.execute(f"CREATE INDEX {name} ON {table} USING gin ({keys})")
        # It is used once PostgreSQL knows what is in it.
        schema_editor.execute(f"ANALYZE {table}")

    def database_backwards(self, app_label, schema_editor, from_state, _to_state):
        model = from_state.apps.get_model(app_label, self.model_name)
        if self._concerns(model, schema_editor):
            schema_editor.execute(f"DROP INDEX {self._name(model, schema_editor)}")

    def describe(self):
        return f"Index the texts of {self.model_name} for searches"

    def _concerns(self, model, schema_editor):
        connection = schema_editor.connection
        return connection.vendor == "postgresql" and self.allow_migrate_model(
            connection.alias, model
        )

    def _name(self, model, schema_editor):
        longest = schema_editor.connection.ops.max_name_length()
        name = truncate_name(f"{model._meta.db_table}_search", longest)
        return schema_editor.quote_name(name)
