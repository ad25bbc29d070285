import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VERSION } from '../../src/embedded/version.ts';
import { lay, listing, scratch } from '../machine/scratch.ts';
import { cleanEnvironment } from '../run-cli.ts';

/** The package managers that the README has a line for; Yarn 4 is another program than Yarn 1. */
const PACKAGES = ['npm@11', 'pnpm@10', 'bun@1', 'yarn@1', '@yarnpkg/cli-dist@4'];

const folder = mkdtempSync(join(tmpdir(), 'create-drf-docker-runners-'));
const modules = join(folder, 'node_modules');
let registry: Server | undefined;
let address = '';

/** A registry that has one package: this tool, packed. */
function serve(tarball: Buffer): Server {
  const path = `/create-drf-docker/-/create-drf-docker-${VERSION}.tgz`;
  return createServer((request, response) => {
    const dist = {
      tarball: address + path,
      integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
      shasum: createHash('sha1').update(tarball).digest('hex'),
    };
    const release = { name: 'create-drf-docker', version: VERSION, bin: { 'create-drf-docker': 'dist/cli.cjs' }, dist };
    const document = {
      name: 'create-drf-docker',
      'dist-tags': { latest: VERSION },
      versions: { [VERSION]: release },
      time: { [VERSION]: '2026-01-01T00:00:00.000Z' },
    };
    if (request.url === path) response.end(tarball);
    else if (request.url === '/create-drf-docker')
      response.setHeader('content-type', 'application/json').end(JSON.stringify(document));
    else response.writeHead(404).end('{}');
  });
}

beforeAll(async () => {
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', folder, ...PACKAGES], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const server = serve(readFileSync(join(folder, `create-drf-docker-${VERSION}.tgz`)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  registry = server;
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : ''}`;
}, 300_000);

afterAll(() => {
  registry?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What starts each program: Yarn's two have the same name. */
const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  'yarn 1': [process.execPath, join(modules, 'yarn/bin/yarn.js')],
  'yarn 4': [process.execPath, join(modules, '@yarnpkg/cli-dist/bin/yarn.js')],
};

/** Runs a command line with these programs and that registry, in an empty home. */
async function run(runner: string, line: string, cwd: string) {
  const [program = '', ...args] = line.split(' ');
  const [command = '', ...before] = PROGRAMS[runner] ?? [join(modules, '.bin', program)];
  const env = cleanEnvironment({
    PATH: `${join(modules, '.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
    HOME: join(folder, 'home'),
    npm_config_userconfig: join(cwd, '.npmrc'),
    npm_config_registry: address,
    npm_config_yes: 'true',
    BUN_CONFIG_REGISTRY: address,
    BUN_INSTALL_CACHE_DIR: join(folder, 'bun'),
    YARN_REGISTRY: address,
    YARN_NPM_REGISTRY_SERVER: address,
    YARN_NPM_MINIMAL_AGE_GATE: '0',
    YARN_UNSAFE_HTTP_WHITELIST: '127.0.0.1',
    YARN_ENABLE_TELEMETRY: '0',
    CI: '1',
  });
  const { exitCode, all } = await execa(command, [...before, ...args], {
    cwd,
    env,
    extendEnv: false,
    all: true,
    reject: false,
    stdin: 'ignore',
  });
  return { exitCode, output: all };
}

/** The lines of the README that start the tool without a question, one for each package manager. */
function readmeLines(): readonly string[] {
  const text = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  return Array.from(
    text.matchAll(
      /^((?:npm|npx|pnpm|bun|yarn) (?:create )?(?:create-)?drf-docker\S* library (?:-- )?--yes)(?: {2}.*)?$/gm,
    ),
    ([, line = '']) => line,
  );
}

const RUNNERS = ['npm', 'npx', 'pnpm', 'bun', 'yarn 1', 'yarn 4'];

test('the README has a line for each', () => {
  expect(new Set(readmeLines().map((line) => line.split(' ')[0]))).toEqual(
    new Set(RUNNERS.map((runner) => runner.split(' ')[0])),
  );
});

describe.each(RUNNERS)('%s', (runner) => {
  const line = (): string => readmeLines().find((one) => one.startsWith(`${String(runner.split(' ')[0])} `)) ?? '';

  test('runs the line of the README, with a -- before the flags too', async () => {
    for (const command of [line(), line().replace('library --yes', 'library -- --yes')]) {
      const cwd = scratch();
      const { exitCode, output } = await run(runner, command, cwd);
      expect(exitCode, `${command}\n${output}`).toBe(0);
      expect(listing(cwd)).toContain('library/manage.py');
    }
  });

  test('is what the tool speaks of', async () => {
    const cwd = scratch();
    const start = line().replace(/ library.*$/, '');
    const separator = runner === 'npm' ? ' --' : '';
    const { output } = await run(runner, `${start} library -- --yes --dry-run --json --no-docs`, cwd);
    expect(output).toContain(`"command": "${start} library${separator} --no-docs --yes"`);
    const refused = await run(runner, `${start} p q -- --yes`, cwd);
    expect(refused.output).toContain('There is more than one directory: "p", "q".');
    expect(refused.output.includes('behind npm create')).toBe(runner === 'npm');
    expect(listing(cwd).filter((path) => !path.startsWith('.'))).toEqual([]);
  });

  test('may have settings with the names of our flags', async () => {
    const cwd = scratch();
    lay(cwd, { '.npmrc': 'access=private\njson=true\ntitle=Mine\n' });
    const { exitCode, output } = await run(runner, line(), cwd);
    expect(exitCode, output).toBe(0);
    expect(output).toMatch(/Created library with \d+ files\./);
    expect(output).not.toContain('for itself');
  });
});
