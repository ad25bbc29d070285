/**
 * `npm run bench`: how fast and how large the built tool is, against the bars it must keep. Prints a table and exits with 1 where a bar
 * is missed. Needs the package index, for create-vite. Everything is a ratio of processor times in one run, its commands in turn, for
 * other work on the machine spoils any clock. Where there is a disk in memory, projects are written to that.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { completeProjectAnswers, render } from '../dist/index.js';
import { registry } from './bench-registry.mjs';
import { median } from './median.mjs';

const ROUNDS = 15;
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CLI = join(ROOT, 'dist/cli.cjs');
const work = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'create-drf-docker-bench-'));

const megabytes = (kilobytes) => kilobytes / 1024;

/**
 * Milliseconds of processor time and the peak of memory in kB that a command and all Nodes that it starts take, from their own books. They
 * get no environment but the PATH and what is added: certificates that NODE_EXTRA_CA_CERTS names can take longer to read than all else,
 * which flatters every ratio.
 */
async function cost([command, ...args], added = {}) {
  const reports = mkdtempSync(join(work, 'reports-'));
  const env = {
    PATH: process.env['PATH'],
    HOME: work,
    NODE_OPTIONS: `--require ${join(work, 'probe.cjs')}`,
    REPORTS: reports,
    ...added,
  };
  const child = spawn(command, args, { cwd: work, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
  const books = readdirSync(reports).map((name) => JSON.parse(readFileSync(join(reports, name), 'utf8')));
  const time = books.reduce((sum, { userCPUTime, systemCPUTime }) => sum + userCPUTime + systemCPUTime, 0);
  return { time: time / 1000, memory: Math.max(...books.map(({ maxRSS }) => maxRSS)) };
}

/** Runs every command in turn, a first round uncounted; gives each the median of its ratios to the first, and its peak of memory. */
async function compared(commands) {
  const costs = commands.map(() => []);
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [place, command] of commands.entries()) {
      const one = await command(mkdtempSync(join(work, `${round}-${place}-`)));
      if (round > 0) costs[place].push(one);
    }
  }
  return costs.map((own) => ({
    ratio: median(own.map(({ time }, round) => time / costs[0][round].time)),
    memory: Math.max(...own.map(({ memory }) => memory)),
  }));
}

/** A package as npm packs it, in a file: that of a folder, or the newest of a name. */
function packed(what) {
  const [{ filename, size }] = JSON.parse(
    execFileSync('npm', ['pack', what, '--json', '--ignore-scripts', '--pack-destination', work], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  const file = join(work, filename);
  return {
    manifest: JSON.parse(execFileSync('tar', ['-xOzf', file, 'package/package.json'], { encoding: 'utf8' })),
    file,
    size,
  };
}

/** So many resources of ten fields, as `--resource` takes them. */
function resourceLines(count) {
  const types = ['char:50', 'text', 'integer', 'boolean', 'date', 'decimal:8,2', 'email', 'url', 'uuid', 'datetime'];
  const fields = types.map((type, place) => `field${place}:${type}`).join(' ');
  return Array.from({ length: count }, (_, place) => `Thing${place} ${fields}`);
}

/** The answers for so many such resources; none stands for the default project. */
function answersFor(count) {
  const outcome = completeProjectAnswers(count === 0 ? {} : { resources: resourceLines(count) });
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

/** Milliseconds of processor time that rendering takes, by the number of resources; none stands for the default project. */
function renderTimes(counts) {
  const answers = counts.map(answersFor);
  const times = counts.map(() => []);
  for (let round = 0; round <= ROUNDS; round += 1) {
    answers.forEach((own, place) => {
      const since = process.cpuUsage();
      render(own);
      const { user, system } = process.cpuUsage(since);
      if (round > 0) times[place].push((user + system) / 1000);
    });
  }
  return times.map(median);
}

try {
  writeFileSync(
    join(work, 'probe.cjs'),
    "process.on('exit', () => require('node:fs').writeFileSync(`${process.env.REPORTS}/${process.pid}`, JSON.stringify(process.resourceUsage())));\n",
  );
  const [ours, theirs] = [packed(ROOT), packed('create-vite')];
  execFileSync('tar', ['-xzf', theirs.file, '-C', work]);
  const vite = join(work, 'package/index.js');
  const node = (args) => (directory) => cost([process.execPath, ...args(join(directory, 'project'))]);
  const yes = (directory) => [directory, '--yes'];
  const vanilla = (directory) => [directory, '--template', 'vanilla-ts', '--no-interactive'];
  const [, creating, creatingVite, version, help, creatingMany] = await compared([
    node(() => ['-e', '0']),
    node((directory) => [CLI, ...yes(directory)]),
    node((directory) => [vite, ...vanilla(directory)]),
    node(() => [CLI, '--version']),
    node(() => [CLI, '--help']),
    node((directory) => [CLI, ...yes(directory), ...resourceLines(20).map((line) => `--resource=${line}`)]),
  ]);
  const { server, url } = await registry([ours, theirs]);
  const npm =
    ({ manifest }, args) =>
    (directory) =>
      cost(['npm', 'exec', '--yes', manifest.name, '--', ...args(join(directory, 'project'))], {
        npm_config_registry: url,
        npm_config_cache: join(directory, 'cache'),
        npm_config_update_notifier: 'false',
      });
  const [, fetching] = await compared([npm(theirs, vanilla), npm(ours, yes)]);
  server.close();
  const [plain, one, ten, twenty, hundred] = renderTimes([0, 1, 10, 20, 100]);
  const rows = [
    ['creating, × node -e 0', creating.ratio, 2],
    ['creating, × create-vite', creating.ratio / creatingVite.ratio, 1],
    ['npm exec from an empty cache, × create-vite', fetching.ratio, 1],
    ['peak memory, MiB', megabytes(creating.memory), 56],
    ['--version, × node -e 0', version.ratio, 2],
    ['--help, × node -e 0', help.ratio, 2],
    ['tarball, kB', ours.size / 1000, 300],
    ['creating with 20 resources of 10 fields, × the default project', creatingMany.ratio / creating.ratio, 3],
    ['rendering 20 resources of 10 fields, × the default project', twenty / plain, 3],
    // Twice the bare ratio: what is not the resources' share falls away.
    ['rendering 10 resources, × 1', ten / one, 20],
    ['rendering 100 resources, × 10', hundred / ten, 20],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, value, bar] of rows)
    console.log(
      `${name.padEnd(width)}  ${value.toFixed(2).padStart(7)}  at most ${String(bar).padStart(4)}  ${value <= bar ? 'kept' : 'MISSED'}`,
    );
  process.exitCode = rows.every(([, value, bar]) => value <= bar) ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
