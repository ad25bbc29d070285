from django.db import migrations

from api.search_index import AddSearchIndex


class Migration(migrations.Migration):

    dependencies = [
        ("cookie_stands", "0001_initial"),
    ]

    operations = [
        AddSearchIndex("CookieStand", ("location", "description")),
    ]
