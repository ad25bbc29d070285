from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Book',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=250)),
                ('subtitle', models.CharField(blank=True, max_length=250)),
                ('author', models.CharField(max_length=100)),
                ('isbn', models.CharField(max_length=13, unique=True)),
            ],
            options={
                'ordering': ('id',),
                'indexes': [models.Index(fields=['title', 'id'], name='book_title_id_idx'), models.Index(fields=['author', 'id'], name='book_author_id_idx')],
            },
        ),
    ]
