import type { Py } from '../../text/py-expression.ts';

/** One thing as the model says it and as its migration does, with what the migration must import. */
export interface TwoForms {
  readonly model: Py;
  readonly migration: Py;
  readonly imports?: string;
}

/** A keyword of a field's class; one form is absent where only the other says it. */
export interface Keyword {
  readonly name: string;
  readonly model?: Py;
  readonly migration?: Py;
  readonly imports?: string;
}

/** A keyword that both forms say alike. */
export function both(name: string, value: Py): Keyword {
  return { name, model: value, migration: value };
}

/** A keyword that each form says in its own way; none where there is no value to say. */
export function forms(name: string, value: TwoForms | undefined): readonly Keyword[] {
  return value === undefined ? [] : [{ name, ...value }];
}
