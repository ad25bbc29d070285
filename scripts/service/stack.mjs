/** A production stack run by Docker Compose for `npm run bench:service`: started, filled with rows, asked inside, and removed. */
import { spawnSync } from 'node:child_process';

/**
 * Runs a command and gives what it printed.
 * @param {string[]} command
 * @param {{ cwd?: string, env?: object, input?: string }} [options]
 * @throws where it does not end with 0
 */
export function run([name, ...args], { cwd, env = {}, input } = {}) {
  const options = { cwd, input, env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: 1 << 28 };
  const { error, status, stdout, stderr } = spawnSync(name, args, options);
  if (error !== undefined) throw error;
  if (status !== 0)
    throw new Error(`${name} ${args.join(' ')} ended with ${status}:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`);
  return stdout;
}

export class Stack {
  /**
   * @param {{ name: string, path: string, file: string, web: string, db: string, port: number, env?: object }} stack Compose's project name, its
   *   folder and file, the services that answer and that store, and the port that the server listens on inside its container
   */
  constructor({ name, path, file, web, db, port, env = {} }) {
    Object.assign(this, { name, path, file, web, db, port, env });
  }

  /** Runs `docker compose` for this stack. */
  compose(...args) {
    return run(['docker', 'compose', '--project-name', this.name, '--file', this.file, ...args], {
      cwd: this.path,
      env: this.env,
    });
  }

  /** The id of the container that answers. */
  get container() {
    return this.compose('ps', '--quiet', this.web).trim();
  }

  /** Where the server itself answers, with no proxy between. */
  get origin() {
    const networks = JSON.parse(
      run(['docker', 'inspect', '--format', '{{json .NetworkSettings.Networks}}', this.container]),
    );
    return `http://${Object.values(networks)[0].IPAddress}:${this.port}`;
  }

  /** Runs SQL in the database and gives its bare answer. */
  sql(text) {
    const shell =
      'psql --quiet --no-align --tuples-only --set ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" -f -';
    // A million rows take longer than the project allows a query.
    return run(['docker', 'exec', '--interactive', this.compose('ps', '--quiet', this.db).trim(), 'sh', '-c', shell], {
      input: `SET statement_timeout = 0;\n${text}`,
    }).trim();
  }

  /** What the control group of the server's container counts, by the second version's file or else by the first one's. */
  count(second, first) {
    const program = `cat /sys/fs/cgroup/${second} 2>/dev/null || cat /sys/fs/cgroup/${first}`;
    return run(['docker', 'exec', this.container, 'sh', '-c', program]);
  }

  /** Microseconds of processor time that the server's container has taken. */
  processorTime() {
    const text = this.count('cpu.stat', 'cpuacct/cpuacct.usage');
    const microseconds = /^usage_usec (\d+)/m.exec(text);
    return microseconds === null ? Number(text) / 1000 : Number(microseconds[1]);
  }

  /** Megabytes of memory that the server's container holds, without what only the system's cache of files takes. */
  memory() {
    const [, bytes] = /^(?:anon|total_rss) (\d+)/m.exec(this.count('memory.stat', 'memory/memory.stat'));
    return Number(bytes) / 1e6;
  }

  /** Takes everything down, volumes and own images too. */
  down() {
    this.compose('--profile', '*', 'down', '--volumes', '--remove-orphans', '--rmi', 'local', '--timeout', '5');
  }
}
