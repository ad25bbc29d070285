/** One Python package that a project asks for, as its Pipfile names it. */
export interface PackageSpec {
  /** The canonical name: lower case, hyphens. pipenv's old and new hashes of a Pipfile agree only on such. */
  readonly name: string;
  /** The versions that are wanted, as a specifier: `~=5.2.0`, or `*` for any. */
  readonly version: string;
  /** The extras, as in `psycopg[binary]`. */
  readonly extras?: readonly string[];
  /** Where it is needed, as an environment marker; everywhere without one. */
  readonly markers?: string;
}
