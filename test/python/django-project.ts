import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { namesOf } from '../../src/resource/model/names.ts';
import type { Resource } from '../../src/resource/model/resource.ts';
import { type ModelSource, declareModel } from '../../src/python/models/model-source.ts';
import { relatedNames } from '../../src/resource/model/related-names.ts';

/** What models import from the project, as short as Django's writer needs it. */
const VALIDATORS = ['validate_file', 'validate_finite', 'validate_image']
  .map((name) => `def ${name}(value):\n    pass\n`)
  .join('\n\n');

const ACCOUNTS = [
  'from django.contrib.auth.models import AbstractUser',
  '',
  '',
  'class User(AbstractUser):',
  '    pass',
  '',
].join('\n');

/** The lines of one class of choices. */
function choiceLines({ name, base, members }: ModelSource['choices'][number]): readonly string[] {
  return [`    class ${name}(${base}):`, ...members, ''];
}

/**
 * The text of a models.py, as a template prints it.
 * @param resource the model
 * @param resources all models of the project
 */
function modelsText(resource: Resource, resources: readonly Resource[]): string {
  const { source } = declareModel(resource, {
    resources,
    relatedNames: relatedNames(resources),
    website: true,
    filtered: true,
  });
  const time =
    source.localTime === null
      ? []
      : [
          `def ${source.localTime}():`,
          '    """The time of day here."""',
          `    return ${source.timezone}.localtime().time()`,
          '',
          '',
        ];
  return [
    `"""${namesOf(resource).model}."""`,
    '',
    ...source.imports.flatMap((group, place) => [...(place === 0 ? [] : ['']), ...group]),
    '',
    '',
    ...time,
    `class ${resource.name}(${source.models}.Model):`,
    '    """A model."""',
    '',
    ...source.choices.flatMap(choiceLines),
    ...source.fields.map((field) => field.line),
    '',
    '    class Meta:',
    ...source.meta,
    '',
    '    def __str__(self):',
    ...source.text,
    '',
    '    def get_absolute_url(self):',
    `        return ${source.absoluteUrl}`,
    '',
  ].join('\n');
}

/**
 * Writes a Django project of models alone.
 * @param folder an empty folder
 * @param resources its models
 */
export function writeDjangoProject(folder: string, resources: readonly Resource[]): void {
  const write = (path: string, text: string): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('config/__init__.py', '');
  write('config/validators.py', VALIDATORS);
  for (const app of ['accounts', ...resources.map((resource) => namesOf(resource).app)]) {
    write(`${app}/__init__.py`, '');
    write(`${app}/migrations/__init__.py`, '');
  }
  write('accounts/models.py', ACCOUNTS);
  for (const resource of resources) write(`${namesOf(resource).app}/models.py`, modelsText(resource, resources));
}
