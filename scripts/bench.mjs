/**
 * `npm run bench`: how fast and how large the built tool is, against the bars it must keep. Prints a table and exits with 1 where a bar
 * is missed. Needs the package index, for create-vite. Everything is a ratio of processor times in one run, its commands in turn, for
 * other work on the machine spoils any clock. Where there is a disk in memory, projects are written to that.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { completeProjectAnswers, render } from '../dist/index.js';
import { median } from './median.mjs';

const ROUNDS = 15;
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CLI = join(ROOT, 'dist/cli.cjs');
const work = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'create-drf-docker-bench-'));

const megabytes = (kilobytes) => kilobytes / 1024;

/**
 * Milliseconds of processor time and the peak of memory in kB that one Node takes, from its own books. It gets no environment but the
 * PATH: certificates that NODE_EXTRA_CA_CERTS names can take longer to read than all else, which flatters every ratio.
 */
function cost(args) {
  const report = join(work, 'report.json');
  const { status, stderr } = spawnSync(process.execPath, ['--require', join(work, 'probe.cjs'), ...args], {
    cwd: work,
    env: { PATH: process.env['PATH'], REPORT: report },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(report, 'utf8'));
  return { time: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS };
}

/** Runs every command in turn, a first round uncounted; gives each the median of its ratios to the first, and its peak of memory. */
function compared(commands) {
  const costs = commands.map(() => []);
  for (let round = 0; round <= ROUNDS; round += 1) {
    commands.forEach((command, place) => {
      const one = cost(command(join(work, `${round}-${place}`)));
      if (round > 0) costs[place].push(one);
    });
  }
  return costs.map((own) => ({ ratio: median(own.map(({ time }, round) => time / costs[0][round].time)), memory: Math.max(...own.map(({ memory }) => memory)) }));
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
    "process.on('exit', () => require('node:fs').writeFileSync(process.env.REPORT, JSON.stringify(process.resourceUsage())));\n",
  );
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', work, 'create-vite'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const vite = join(work, 'node_modules/create-vite/index.js');
  const [{ size }] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8' }));
  const [, creating, creatingVite, version, help, creatingMany] = compared([
    () => ['-e', '0'],
    (directory) => [CLI, directory, '--yes'],
    (directory) => [vite, directory, '--template', 'vanilla-ts', '--no-interactive'],
    () => [CLI, '--version'],
    () => [CLI, '--help'],
    (directory) => [CLI, directory, '--yes', ...resourceLines(20).map((line) => `--resource=${line}`)],
  ]);
  const [plain, one, ten, twenty, hundred] = renderTimes([0, 1, 10, 20, 100]);
  const rows = [
    ['creating, × node -e 0', creating.ratio, 1.35],
    ['creating, × create-vite', creating.ratio / creatingVite.ratio, 1],
    ['peak memory, MiB', megabytes(creating.memory), 48],
    ['--version, × node -e 0', version.ratio, 1.15],
    ['--help, × node -e 0', help.ratio, 1.15],
    ['tarball, kB', size / 1000, 110],
    ['creating with 20 resources of 10 fields, × the default project', creatingMany.ratio / creating.ratio, 3],
    ['rendering 20 resources of 10 fields, × the default project', twenty / plain, 3],
    // Twice the bare ratio: what is not the resources' share falls away.
    ['rendering 10 resources, × 1', ten / one, 20],
    ['rendering 100 resources, × 10', hundred / ten, 20],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, value, bar] of rows) console.log(`${name.padEnd(width)}  ${value.toFixed(2).padStart(7)}  at most ${String(bar).padStart(4)}  ${value <= bar ? 'kept' : 'MISSED'}`);
  process.exitCode = rows.every(([, value, bar]) => value <= bar) ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
