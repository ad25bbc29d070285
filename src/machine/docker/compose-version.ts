/** A version of Docker Compose as far as it counts here. */
export interface ComposeVersion {
  readonly major: number;
  readonly minor: number;
}

/**
 * The oldest Compose that a project works with. What the projects use of it has come with these versions (Compose's reference):
 * `develop.watch` with 2.22.0, `env_file` with `required: false` with 2.24.0. That `up --wait` is content with a one-shot service that
 * has done its work, such as the migration, is older (docker/compose pull request 9572).
 */
export const OLDEST_COMPOSE: ComposeVersion = { major: 2, minor: 24 };

/**
 * Finds the version in what `docker compose version --short` or `docker-compose --version` prints.
 * @param text such as `2.40.3-desktop.1`, `v2.24.0` or `docker-compose version 1.29.2, build 5becea4c`
 * @returns its first two numbers, or nothing where there are none, as in a build of one's own
 */
export function composeVersion(text: string): ComposeVersion | undefined {
  const found = /(?<major>\d+)\.(?<minor>\d+)/.exec(text)?.groups;
  return found === undefined ? undefined : { major: Number(found['major']), minor: Number(found['minor']) };
}

/** Whether a version is too old for the projects. */
export function isTooOld(version: ComposeVersion): boolean {
  const { major, minor } = OLDEST_COMPOSE;
  return version.major < major || (version.major === major && version.minor < minor);
}

/** A version as a person writes it, such as `2.24`. */
export function versionText({ major, minor }: ComposeVersion): string {
  return `${major}.${minor}`;
}
