/** The one file that holds secrets: only its owner may read it, git ignores it, and one that is there already stays as it is. */
export const SECRET_FILE = '.env';

/** What only `.env` holds: it is ignored by git, never in an answers file, and differs with every creation. */
export interface Secrets {
  /** Django's key: at least 50 characters, letters and digits. */
  readonly secretKey: string;
  /** The password of the development superuser. */
  readonly adminPassword: string;
  /** Whom the files belong to that a container makes in the project's folder: the user's and group's number. */
  readonly uid: number;
  readonly gid: number;
}
