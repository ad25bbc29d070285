from django.db import migrations

from api.search_index import AddSearchIndex


class Migration(migrations.Migration):

    dependencies = [
        ("posts", "0001_initial"),
    ]

    operations = [
        AddSearchIndex("Post", ("title", "body")),
    ]
