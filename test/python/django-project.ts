import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { namesOf } from '../../src/answers/resource-names.ts';
import type { Resource } from '../../src/answers/resource.ts';
import { type ModelSource, declareModel } from '../../src/project/model-source.ts';
import { relatedNames } from '../../src/answers/related-names.ts';

/** What the models of the uploads import, as short as Django's writer needs it. */
const UPLOADS = ['def validate_file(file):', '    pass', '', '', 'def validate_image(file):', '    pass', ''].join(
  '\n',
);

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
  const { source } = declareModel(resource, { resources, relatedNames: relatedNames(resources) });
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
    ...(source.meta.length === 0 ? [] : ['    class Meta:', ...source.meta, '']),
    '    def __str__(self):',
    ...source.text,
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
  write('api/__init__.py', '');
  write('api/uploads.py', UPLOADS);
  for (const app of ['accounts', ...resources.map((resource) => namesOf(resource).app)]) {
    write(`${app}/__init__.py`, '');
    write(`${app}/migrations/__init__.py`, '');
  }
  write('accounts/models.py', ACCOUNTS);
  for (const resource of resources) write(`${namesOf(resource).app}/models.py`, modelsText(resource, resources));
}
