import type { Resource } from '../../resource/model/resource.ts';

/** The module of the validators; its functions stand in models and migrations. */
export const VALIDATORS_MODULE = 'config.validators';

/** The names that the body of a model's class uses, each with its import; `as` is put behind where a field hides it. */
const IMPORTS = {
  datetime: { group: 'standard', head: 'import' },
  uuid: { group: 'standard', head: 'import' },
  Decimal: { group: 'standard', head: 'from decimal import' },
  settings: { group: 'installed', head: 'from django.conf import' },
  models: { group: 'installed', head: 'from django.db import' },
  reverse: { group: 'installed', head: 'from django.urls import' },
  timezone: { group: 'installed', head: 'from django.utils import' },
  validate_file: { group: 'own', head: `from ${VALIDATORS_MODULE} import` },
  validate_finite: { group: 'own', head: `from ${VALIDATORS_MODULE} import` },
  validate_image: { group: 'own', head: `from ${VALIDATORS_MODULE} import` },
} as const;

/** A name that the body of a model's class uses from outside. */
export type ScopeName = keyof typeof IMPORTS;

function importLine(head: string, name: string, as: string): string {
  return as === name ? `${head} ${name}` : `${head} ${name} as ${as}`;
}

/**
 * What a class body calls the things around it. A field named like a module hides it from the lines below, for the body of a
 * class is one scope: then the module is imported under its name with an underscore behind, which no field's name can have.
 */
export class ModelScope {
  readonly #own: ReadonlySet<string>;
  readonly #used = new Set<ScopeName>();
  #timeNeeded = false;

  /**
   * @param resource the model
   * @param choices the names of the classes of choices inside it
   */
  constructor(resource: Resource, choices: readonly string[]) {
    this.#own = new Set([resource.name, ...choices, ...resource.fields.map((field) => field.name)]);
  }

  /** What the body calls a name from outside, which is imported then: the name, or the one it is imported as. */
  use(name: ScopeName): string {
    this.#used.add(name);
    return this.#free(name);
  }

  /** What the body calls the function that gives the time of day, which the module defines then. */
  useLocalTime(): string {
    this.#timeNeeded = true;
    this.use('timezone');
    return this.#free('local_time');
  }

  /** The function that gives the time of day: its name, or nothing where no field needs it. */
  get localTime(): string | null {
    return this.#timeNeeded ? this.#free('local_time') : null;
  }

  /** The imports of what was used, in the order and the groups of isort: groups of lines. */
  imports(): readonly (readonly string[])[] {
    const groups = ['standard', 'installed', 'own'].map((group) => {
      const lines = new Map<string, string>();
      for (const [name, entry] of Object.entries(IMPORTS)) {
        const used = [...this.#used].find((one) => one === name);
        if (used === undefined || entry.group !== group) continue;
        const free = this.#free(used);
        // isort puts the names of one module into one line, but for those that are imported as another.
        const key = free === name && entry.head !== 'import' ? entry.head : `${entry.head} ${name}`;
        const before = lines.get(key);
        lines.set(key, before === undefined ? importLine(entry.head, name, free) : `${before}, ${name}`);
      }
      return [...lines.values()];
    });
    return groups.filter((group) => group.length > 0);
  }

  #free(name: string): string {
    return this.#own.has(name) ? `${name}_` : name;
  }
}
