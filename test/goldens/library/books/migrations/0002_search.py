from django.db import migrations

from api.search_index import AddSearchIndex


class Migration(migrations.Migration):

    dependencies = [
        ("books", "0001_initial"),
    ]

    operations = [
        AddSearchIndex("Book", ("title", "subtitle", "author", "isbn")),
    ]
