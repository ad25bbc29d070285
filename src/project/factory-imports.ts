import { type Resource, isRelation, targetOf } from '../answers/resource.ts';
import { namesOf } from '../answers/resource-names.ts';
import { importLine } from './import-line.ts';
import { naturalOrder } from '../text/natural-order.ts';

/** What `factories.py` calls other things; an app of that name is imported under another one. */
const TAKEN: readonly string[] = ['changes', 'count', 'data', 'make', 'number', 'numbers', 'picture', 'plain', 'text_file', 'UUID', 'valid'];

function appOf(model: string, resources: readonly Resource[]): string {
  const resource = resources.find((one) => one.name === model);
  return resource === undefined ? 'accounts' : namesOf(resource).app;
}

/** The longest name of an app that stands for its factories, so that lines stay short. */
const LONGEST_ALIAS = 25;

/** What `factories.py` calls the factories of another app. */
function moduleOf(app: string, resources: readonly Resource[]): string {
  if (app.length <= LONGEST_ALIAS) return TAKEN.includes(app) ? `${app}_` : app;
  return `factories${resources.findIndex((one) => namesOf(one).app === app) + 1}`;
}

/**
 * A call of the function that stores a row of a model.
 * @param from the resource whose factories call it
 * @param args the arguments of the call
 * @returns such as `authors.make()`
 */
export function makeCall(model: string, from: Resource, resources: readonly Resource[], args = ''): string {
  const call = `make(${args})`;
  return model === from.name ? call : `${moduleOf(appOf(model, resources), resources)}.${call}`;
}

/** Orders lines of imports as isort does: by the module. */
function byModule(one: string, other: string): number {
  const module = (line: string): string => line.split(' ')[1] ?? '';
  return naturalOrder(module(one), module(other));
}

/**
 * The imports of an app's `factories.py`.
 * @param resource the app's resource
 * @param uses whether it counts, and whether it reads UUIDs and spans of time
 * @returns groups of lines, each sorted
 */
export function factoryImports(
  resource: Resource,
  resources: readonly Resource[],
  uses: { readonly hasNumber: boolean; readonly hasUuid: boolean; readonly hasDuration: boolean },
): readonly (readonly string[])[] {
  const related = resource.fields.filter(isRelation).filter((field) => !(field.type === 'm2m' && field.through !== undefined));
  const models = related.map(targetOf).filter((model) => model !== resource.name);
  const apps = models.map((model) => appOf(model, resources));
  const hasType = (type: 'file' | 'image'): boolean => resource.fields.some((field) => field.type === type);
  const { app } = namesOf(resource);
  const own = [
    ...[...new Set(apps)].map((one) => importLine(`${one}.tests`, `factories as ${moduleOf(one, resources)}`)),
    ...(hasType('image') ? ['from api.tests.pictures import picture'] : []),
    ...(hasType('file') ? ['from api.tests.uploads import text_file'] : []),
    importLine(`${app}.models`, resource.name),
  ];
  const standard = [...(uses.hasNumber ? ['from itertools import count'] : []), ...(uses.hasUuid ? ['from uuid import UUID'] : [])];
  const installed = uses.hasDuration ? ['from django.utils.dateparse import parse_duration'] : [];
  return [standard, installed, [...own].sort(byModule)].filter((group) => group.length > 0);
}
