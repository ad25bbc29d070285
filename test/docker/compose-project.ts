import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../scripts/free-port.mjs';

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A generated project under the real Docker Engine, its port free, removed without a trace at the end. */
export class ComposeProject implements Disposable {
  readonly path: string;
  readonly name: string;
  readonly port: number;
  readonly #environment: NodeJS.ProcessEnv;
  readonly #before: readonly string[];

  private constructor(folder: string, name: string, port: number, before: readonly string[]) {
    this.#before = before;
    this.path = join(folder, name);
    this.name = name;
    this.port = port;
    this.#environment = {
      ...process.env,
      WEB_PORT: String(port),
      COMPOSE_PROGRESS: 'plain',
      BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
    };
  }

  /**
   * Reserves a name and a port; creates nothing.
   * @param folder an existing folder
   * @param name the project's name
   * @param before words that every command is run behind, such as `env LANG=C`
   */
  static async in(folder: string, name: string, before: readonly string[] = []): Promise<ComposeProject> {
    return new ComposeProject(folder, name, await freePort(), before);
  }

  /** Where the site answers. */
  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /**
   * Runs the installed tool in the folder, without a terminal.
   * @param bin its script
   * @param args behind the directory
   */
  create(bin: string, ...args: readonly string[]): Ended {
    return this.#run(process.execPath, [bin, this.name, ...args], join(this.path, '..'));
  }

  /** Runs `docker compose` with these arguments in the project. */
  compose(...args: readonly string[]): Ended {
    return this.#run('docker', ['compose', ...args], this.path);
  }

  /** Runs a command in the running `web` container. */
  exec(...command: readonly string[]): Ended {
    return this.compose('exec', '-T', 'web', ...command);
  }

  /** What Python prints in the running site, where Django is set up. */
  shell(program: string): string {
    const ended = this.exec('python', 'manage.py', 'shell', '--no-imports', '-c', program);
    if (ended.code !== 0) throw new Error(ended.stderr);
    return ended.stdout.trim();
  }

  /** A value of the project's `.env`. */
  secret(key: string): string {
    const line = readFileSync(join(this.path, '.env'), 'utf8')
      .split('\n')
      .find((one) => one.startsWith(`${key}=`));
    if (line === undefined) throw new Error(`.env has no ${key}`);
    return line.slice(key.length + 1).replaceAll(/^(["'])(.*)\1$/g, '$2');
  }

  /** What Docker still has of this project: containers, volumes, networks and images, a line each. */
  leftovers(): string[] {
    const label = `label=com.docker.compose.project=${this.name}`;
    const lists = [
      ['ps', '--all', '--quiet', '--filter', label],
      ['volume', 'ls', '--quiet', '--filter', label],
      ['network', 'ls', '--quiet', '--filter', label],
      ['image', 'ls', '--quiet', '--filter', `reference=${this.name}*`],
    ];
    return lists.flatMap((args) =>
      execFileSync('docker', args, { encoding: 'utf8' })
        .split('\n')
        .filter((line) => line !== ''),
    );
  }

  /** Takes everything down; files that a container made belong to the same user, so the folder goes too. */
  [Symbol.dispose](): void {
    this.compose('down', '--volumes', '--remove-orphans', '--rmi', 'local', '--timeout', '5');
    rmSync(this.path, { recursive: true, force: true });
  }

  #run(command: string, args: readonly string[], cwd: string): Ended {
    const [program = command, ...words] = [...this.#before, command, ...args];
    const ended = spawnSync(program, words, {
      cwd,
      env: this.#environment,
      encoding: 'utf8',
      input: '',
      maxBuffer: 1 << 26,
      timeout: 540_000,
    });
    return { code: ended.status, stdout: ended.stdout, stderr: ended.stderr };
  }
}

/**
 * Asks until a condition holds.
 * @param what for the error
 * @param holds the condition
 * @param seconds how long at most
 */
export async function until(what: string, holds: () => Promise<boolean>, seconds = 30): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
