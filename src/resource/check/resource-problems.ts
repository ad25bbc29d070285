import { atWordProblems } from './meta-problems.ts';
import { circleProblems } from './cycle-problems.ts';
import { namingProblems } from './naming-problems.ts';
import { relationProblems, targetProblems } from './relation-problems.ts';
import type { Resource } from '../model/resource.ts';
import { namesOf } from '../model/names.ts';
import { TAKEN_TABLES } from '../model/reserved-names.ts';
import type { Problem } from '../../problem.ts';

/** What is wrong between a resource and those before it. */
function twinProblems(resource: Resource, before: readonly Resource[]): readonly Problem[] {
  const twin = before.find((other) => other.name.toLowerCase() === resource.name.toLowerCase());
  if (twin?.name === resource.name) {
    return [{ what: `There are two resources ${twin.name}`, next: 'Leave one of them out, or name it otherwise.' }];
  }
  if (twin !== undefined)
    return [
      {
        what: `There are the resources ${twin.name} and ${resource.name}`,
        why: 'Django does not tell capitals apart in the name of a model.',
        next: 'Name one of them otherwise.',
      },
    ];
  const { app, plural } = namesOf(resource);
  const namesake = before.find((other) => namesOf(other).app === app);
  if (namesake === undefined) return [];
  const both = namesOf(namesake).plural === plural ? `the plural ${plural}` : `the app ${app}`;
  return [
    {
      what: `${namesake.name} and ${resource.name} both have ${both}`,
      why: 'It gives the app, the table and the URLs.',
      next: `Give one another, such as ${resource.name}/more_${plural}.`,
    },
  ];
}

/** The tables of a resource: its own, and one for each many-to-many relation that has none. */
function tablesOf(resource: Resource): readonly string[] {
  const own = `${namesOf(resource).app}_${resource.name.toLowerCase()}`;
  return [
    own,
    ...resource.fields.flatMap((field) =>
      field.type === 'm2m' && field.through === undefined ? [`${own}_${field.name}`.toLowerCase()] : [],
    ),
  ];
}

function tableProblems(resources: readonly Resource[]): readonly Problem[] {
  const owners = new Map([...TAKEN_TABLES].map((table) => [table, 'an installed app']));
  return resources.flatMap((resource) =>
    tablesOf(resource).flatMap((table): readonly Problem[] => {
      const owner = owners.get(table);
      owners.set(table, resource.name);
      if (owner === undefined) return [];
      return [
        {
          what: `${resource.name} would have the table ${table}, which ${owner} has`,
          why: 'Django names a table after the app and the model (models.E028, fields.E340).',
          next: `Give ${resource.name} another plural, such as ${resource.name}/site_${namesOf(resource).plural}.`,
        },
      ];
    }),
  );
}

/**
 * What is wrong with the resources of a project: each by itself, and all together. Their fields are read already, by `parseResource` or
 * `readResource`, which know what a type can say.
 * @param isPartial true where some fields could not be read and have placeholders: then only what names them is looked at
 * @returns every problem, so that none shows only after another is mended
 */
export function resourceProblems(resources: readonly Resource[], isPartial = false): readonly Problem[] {
  const names = resources.flatMap((resource, place) => [
    ...namingProblems(resource),
    ...twinProblems(resource, resources.slice(0, place)),
    ...atWordProblems(resource, resources),
  ]);
  if (isPartial) return [...names, ...targetProblems(resources)];
  const relations = [...targetProblems(resources), ...relationProblems(resources), ...circleProblems(resources)];
  // Names that are wrong or not unique make tables that are.
  const tables = names.length > 0 ? [] : tableProblems(resources);
  return [...names, ...relations, ...tables];
}
