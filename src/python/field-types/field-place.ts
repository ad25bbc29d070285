import type { Resource } from '../../resource/model/resource.ts';
import type { ChoiceClass } from './choice-class.ts';
import type { ModelScope } from './model-scope.ts';

/** Where a field is declared. */
export interface FieldPlace {
  readonly resource: Resource;
  readonly scope: ModelScope;
  /** The class of its choices, where it has some. */
  readonly choices: ChoiceClass | undefined;
}
