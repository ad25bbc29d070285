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
            name='Book',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=250)),
                ('subtitle', models.CharField(blank=True, max_length=250)),
                ('isbn', models.CharField(max_length=13, unique=True)),
                ('language', models.CharField(choices=[('en', 'En'), ('fr', 'Fr')], max_length=2)),
                ('pages', models.PositiveIntegerField(blank=True, null=True)),
                ('cover', models.ImageField(blank=True, upload_to='books/', validators=[config.validators.validate_image])),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('id',),
                'indexes': [models.Index(fields=['title', 'id'], name='book_title_id_idx'), models.Index(fields=['language', 'id'], name='book_language_id_idx')],
            },
        ),
    ]
