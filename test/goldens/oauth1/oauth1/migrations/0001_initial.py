import django.core.validators
import django.db.models.deletion
import oauth1.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Client',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100)),
                ('client_id', models.CharField(default=oauth1.models.new_key, max_length=48, unique=True)),
                ('client_secret', models.CharField(default=oauth1.models.new_key, max_length=48)),
                ('callback', models.CharField(max_length=500, validators=[django.core.validators.URLValidator(schemes=['http', 'https'])])),
            ],
        ),
        migrations.CreateModel(
            name='Nonce',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('timestamp', models.BigIntegerField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name='AccessToken',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('oauth_token', models.CharField(default=oauth1.models.new_key, max_length=48, unique=True)),
                ('oauth_token_secret', models.CharField(default=oauth1.models.new_key, max_length=48)),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='oauth1.client', to_field='client_id')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RequestToken',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('oauth_token', models.CharField(default=oauth1.models.new_key, max_length=48, unique=True)),
                ('oauth_token_secret', models.CharField(default=oauth1.models.new_key, max_length=48)),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('oauth_verifier', models.CharField(blank=True, max_length=48)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='oauth1.client', to_field='client_id')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
