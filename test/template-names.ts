import type { TemplatePrograms } from '../src/project/template.ts';

type Part = TemplatePrograms[number][number];
type Value = Exclude<Part, string | { readonly block: string }>;

/** Where a part of a template stands: what bare names are looked up in, and what the parameters of blocks mean; the innermost first. */
interface Place {
  readonly contexts: readonly string[];
  readonly params: readonly string[];
}

/** The name that a value has from the root, such as `resource.urls[]` for an item of a list; the empty text for what is in no context. */
function nameOf(value: Value, place: Place): string {
  if ('helper' in value) return nameOf(value.param, place);
  if (!('path' in value)) return '';
  const [origin, ...names] = value.path;
  if (origin === '@') return names[0] === 'root' ? names.slice(1).join('.') : '';
  const start = typeof origin === 'number' ? place.contexts[origin] : place.params[origin[0]];
  return [start ?? '', ...names].filter((name) => name !== '').join('.');
}

/**
 * What a template names: what it prints, asks for and goes through.
 * @param programs the template, as the build reads it
 * @returns the values by their names from the root
 */
export function namesIn(programs: TemplatePrograms): ReadonlySet<string> {
  const names = new Set<string>();
  const walk = (number: number | undefined, place: Place): void => {
    if (number === undefined) return;
    for (const part of programs[number] ?? []) {
      if (typeof part === 'string') continue;
      const name = nameOf('block' in part ? part.value : part, place);
      if (name !== '') names.add(name);
      if (!('block' in part)) continue;
      const inner = { each: `${name}[]`, with: name }[part.block];
      const within = inner === undefined ? place : { contexts: [inner, ...place.contexts], params: [inner, ...place.params] };
      walk(part.program, within);
      walk(part.inverse, place);
    }
  };
  walk(0, { contexts: [''], params: [] });
  return names;
}
