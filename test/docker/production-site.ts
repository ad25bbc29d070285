import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import type { Ended } from './compose-project.ts';
import { freePort } from '../../scripts/free-port.mjs';
import { HttpSession, type Fetch } from './http-session.ts';
import { tlsFetch } from './tls-fetch.ts';

/** A generated project run by its compose.production.yaml, on free ports; removed without a trace at the end. */
export class ProductionSite implements AsyncDisposable {
  readonly path: string;
  readonly origin: string;
  readonly httpOrigin: string;
  readonly #environment: NodeJS.ProcessEnv;
  readonly #before: readonly string[];
  #fetch: Fetch | undefined;

  private constructor(path: string, httpPort: number, httpsPort: number, before: readonly string[]) {
    this.path = path;
    this.#before = before;
    this.origin = `https://localhost:${httpsPort}`;
    this.httpOrigin = `http://localhost:${httpPort}`;
    const ports = { HTTP_PORT: String(httpPort), HTTPS_PORT: String(httpsPort) };
    this.#environment = { ...process.env, ...ports, COMPOSE_PROGRESS: 'plain', BUILDX_NO_DEFAULT_ATTESTATIONS: '1' };
  }

  /**
   * Creates the project with the installed tool; starts nothing.
   * @param bin the tool's script
   * @param folder an existing folder
   * @param name the project's name
   * @param args further flags
   */
  static async create(bin: string, folder: string, name: string, ...args: readonly string[]): Promise<ProductionSite> {
    const ended = spawnSync(process.execPath, [bin, name, '--yes', ...args], { cwd: folder, encoding: 'utf8' });
    if (ended.status !== 0) throw new Error(ended.stderr);
    return ProductionSite.of(join(folder, name));
  }

  /**
   * Takes a project that is there; starts nothing.
   * @param path its folder
   * @param before words that every command is run behind, such as `env LANG=C`
   */
  static async of(path: string, before: readonly string[] = []): Promise<ProductionSite> {
    return new ProductionSite(path, await freePort(), await freePort(), before);
  }

  /** Sets in `.env` what production needs and a new project has not, as the README says. */
  configure(): void {
    const file = join(this.path, '.env');
    const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const missing = ['DJANGO_SECRET_KEY', 'POSTGRES_PASSWORD'].filter((name) => !before.includes(`${name}=`));
    appendFileSync(file, missing.map((name) => `${name}=${randomBytes(40).toString('base64url')}\n`).join(''));
  }

  /** Sets the secrets, builds and starts. */
  async start(): Promise<void> {
    this.configure();
    const ended = await this.compose('up', '--build', '--wait');
    if (ended.code !== 0) throw new Error(ended.stderr);
  }

  /** Makes a superuser. */
  async createSuperuser(username: string, password: string): Promise<void> {
    const variables = [
      `DJANGO_SUPERUSER_PASSWORD=${password}`,
      `DJANGO_SUPERUSER_USERNAME=${username}`,
      `DJANGO_SUPERUSER_EMAIL=${username}@example.org`,
    ];
    const ended = await this.compose(
      'exec',
      '-T',
      ...variables.flatMap((one) => ['--env', one]),
      'web',
      'python',
      'manage.py',
      'createsuperuser',
      '--no-input',
    );
    if (ended.code !== 0) throw new Error(ended.stderr);
  }

  /** What Python prints in the running site, where Django is set up. */
  async shell(program: string): Promise<string> {
    const ended = await this.compose(
      'exec',
      '-T',
      'web',
      'python',
      'manage.py',
      'shell',
      '--no-imports',
      '-c',
      program,
    );
    if (ended.code !== 0) throw new Error(ended.stderr);
    return ended.stdout.trim();
  }

  /** Runs `docker compose --file compose.production.yaml` with these arguments. */
  async compose(...args: readonly string[]): Promise<Ended> {
    return this.run('docker', 'compose', '--file', 'compose.production.yaml', ...args);
  }

  /** Runs a command in the project's folder, while this process goes on. */
  async run(command: string, ...args: readonly string[]): Promise<Ended> {
    return new Promise((resolve) => {
      const options = { cwd: this.path, env: this.#environment, maxBuffer: 1 << 26, timeout: 540_000 };
      const [program = command, ...words] = [...this.#before, command, ...args];
      const child = execFile(program, words, options, (_error, stdout, stderr) => {
        resolve({ code: child.exitCode, stdout, stderr });
      });
      child.stdin?.end();
    });
  }

  /** The values in the project's `.env` that must stay secret. */
  secrets(): string[] {
    const lines = readFileSync(join(this.path, '.env'), 'utf8')
      .split('\n')
      .filter((line) => /^\w+_(?:KEY|PASSWORD)=/.test(line));
    return lines.map((line) => line.replace(/^\w+=/, '').replaceAll(/^(["'])(.*)\1$/g, '$2'));
  }

  /** The certificate of the proxy's own authority; the site must have started. */
  async authority(): Promise<string> {
    return (await this.compose('exec', '-T', 'proxy', 'cat', '/data/caddy/pki/authorities/local/root.crt')).stdout;
  }

  /** A browser that trusts the proxy's own authority; the site must have started. */
  async session(): Promise<HttpSession> {
    this.#fetch ??= tlsFetch(await this.authority());
    return new HttpSession(this.origin, this.#fetch);
  }

  /** Opens a connection by hand and writes the beginning of a request to it. */
  async open(beginning: string): Promise<TLSSocket> {
    const socket = connect({
      host: '127.0.0.1',
      port: Number(new URL(this.origin).port),
      servername: 'localhost',
      ca: await this.authority(),
    });
    await new Promise((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject));
    socket.on('error', () => socket.destroy());
    socket.write(beginning);
    return socket;
  }

  /** Takes everything down and removes the folder. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.compose(
      '--profile',
      'tools',
      'down',
      '--volumes',
      '--remove-orphans',
      '--rmi',
      'local',
      '--timeout',
      '5',
    );
    rmSync(this.path, { recursive: true, force: true });
  }
}
