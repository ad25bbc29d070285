import config.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CookieStand',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('location', models.CharField(max_length=255)),
                ('description', models.TextField(blank=True)),
                ('hourly_sales', models.JSONField(default=list)),
                ('minimum_customers_per_hour', models.PositiveIntegerField(default=0)),
                ('maximum_customers_per_hour', models.PositiveIntegerField(default=0)),
                ('average_cookies_per_sale', models.FloatField(default=0.0, validators=[config.validators.validate_finite])),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('id',),
                'indexes': [models.Index(fields=['location', 'id'], name='cookiestand_location_id_idx')],
            },
        ),
    ]
