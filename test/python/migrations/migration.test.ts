import { expect, test } from 'vitest';
import { BOOK } from '../../../src/resource/model/book.ts';
import { relatedNames } from '../../../src/resource/model/related-names.ts';
import type { Resource } from '../../../src/resource/model/resource.ts';
import { type Migration, initialMigrations } from '../../../src/python/migrations/migration.ts';
import { resourcesOf } from '../../answers/resource-of.ts';

function migrationsOf(resources: readonly Resource[]): readonly Migration[] {
  return initialMigrations({ resources, website: true, filtered: true, relatedNames: relatedNames(resources) });
}

test('the migration of the book is what makemigrations --no-header writes', () => {
  expect(migrationsOf([BOOK])).toEqual([
    {
      app: 'books',
      name: '0001_initial',
      text: `from django.db import migrations, models


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
`,
    },
  ]);
});

test('apps that need each other: the first in the alphabet is cut, and the rest of it depends on both', () => {
  const migrations = migrationsOf(
    resourcesOf('Team best:fk:Match:set_null day:date @unique=best,day', 'Match home:fk:Team owner'),
  );
  expect(migrations.map(({ app, name }) => `${app}/${name}`)).toEqual([
    'teams/0001_initial',
    'matches/0001_initial',
    'matches/0002_initial',
  ]);
  expect(migrations[0]?.text).toContain("    dependencies = [\n        ('matches', '0001_initial'),\n    ]\n");
  expect(migrations[2]?.text).toBe(`import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('matches', '0001_initial'),
        ('teams', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='match',
            name='home',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='teams.team'),
        ),
        migrations.AddField(
            model_name='match',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL),
        ),
    ]
`);
});

test('the order of the resources changes no text', () => {
  const lines = ['A/items b:fk:B', 'B/boxes c:fk:C:set_null', 'C/cases a:fk:A d:m2m:D', 'D/desks owner'];
  const sorted = (order: readonly string[]): readonly string[] =>
    migrationsOf(resourcesOf(...order))
      .map(({ app, name, text }) => `${app}/${name}\n${text}`)
      .sort();
  expect(sorted(lines)).toEqual(sorted(lines.toReversed()));
});
