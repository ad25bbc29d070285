import { connect } from 'node:net';

/** Where tests find a PostgreSQL server that trusts this user; those that need one are left out where none answers. */
const HOST = '127.0.0.1';
const PORT = 5432;

/**
 * The address of a database on the server of this machine, as `DATABASE_URL` takes it.
 * @param name the database; Django's tests create one of that name behind `test_`
 * @returns nothing where no server answers
 */
export async function postgresUrl(name: string): Promise<string | undefined> {
  const answers = await new Promise<boolean>((resolve) => {
    const socket = connect({ host: HOST, port: PORT });
    socket.once('connect', () => {
      socket.end();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
  return answers ? `postgres://postgres@${HOST}:${PORT}/${name}` : undefined;
}
