import type { ProjectAnswers } from '../options/table.ts';
import type { Resource } from '../resource/model/resource.ts';

/**
 * One part of the generated project that is there for some answers and absent for others.
 *
 * A feature is data. What it contributes are the values below and the files of its template folder, `templates/features/NAME/`:
 * - files at the paths they get; one that ends in `.hbs` is rendered, any other is copied as it is;
 * - `_resource/`: files rendered once for each resource (in a path, `__app__` stands for its app, `__model__` for its model and `__api__` for the module of its API);
 * - `_slots/SLOT.hbs`: what it adds to a place in a file that it does not bring, of the core or of another feature, which prints all of them as `{{slots.SLOT}}`.
 *
 * No feature knows another's name, except to need it.
 */
export interface Feature {
  /** The name of the feature and of its template folder; where an option chooses it, the option's key or the choice's value. */
  readonly name: string;
  /** Whether the answers ask for it. */
  readonly applies: (answers: ProjectAnswers) => boolean;
  /** The resources that its `_resource/` is for, where not for all. */
  readonly appliesTo?: (resource: Resource) => boolean;
  /** Python packages that the project then needs, by canonical name; their constraints stand in `locks/packages.json`. */
  readonly packages?: readonly string[];
  /** Entries of `INSTALLED_APPS` that come with those packages. */
  readonly thirdPartyApps?: readonly string[];
  /** Apps of its own in the project, which its template folder holds. */
  readonly localApps?: readonly string[];
  /** Commands of `manage.py` that remove what has expired of its data. */
  readonly cleanUps?: readonly string[];
}
