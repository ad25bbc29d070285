/**
 * `npm run bench:service`: what a created project costs in production, against the bars it must keep and against cookiecutter-django in
 * the same run. Prints a table and exits with 1 where a bar is missed. Needs Docker, wrk, and cookiecutter; takes about ten minutes.
 *
 *   npm run bench:service [-- TEMPLATE]
 *
 * TEMPLATE is a checkout of cookiecutter-django, if its address is not to be used.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './median.mjs';
import { cookiecutterDjango } from './service/cookiecutter-django.mjs';
import { load } from './service/load.mjs';
import { ours } from './service/ours.mjs';
import { fill } from './service/rows.mjs';

const ROUNDS = 5;
const SECONDS = 4;
const MANY = 1_000_000;
const FEW = 1_000;
const LIST = '/api/v1/books/';

const work = mkdtempSync(join(tmpdir(), 'create-drf-docker-service-'));
const stacks = [];

/** Starts a stack and fills it. */
function started(stack, count, ...services) {
  stacks.push(stack);
  stack.compose('up', '--detach', '--wait', ...services);
  stack.sql(fill(count));
  return stack;
}

/** The address of the page behind this book, as REST framework's pagination writes it. */
function cursorAddress(id) {
  return `${LIST}?cursor=${encodeURIComponent(Buffer.from(`p=${id}`).toString('base64'))}`;
}

/** Every measured address by its name: its stack, its path, and how many ask at once. */
function addresses({ page, few, gunicorn, cursor, fewCursor, peer, fewPeer }) {
  const detail = `${LIST}${MANY / 2}/`;
  return {
    detail: [page, detail, 16],
    detailGunicorn: [gunicorn, detail, 16],
    detailPeer: [peer, `/api/books/${MANY / 2}/`, 16],
    list: [page, LIST, 4],
    listPeer: [peer, '/api/books/', 4],
    listCursor: [cursor, LIST, 4],
    listFew: [few, LIST, 16],
    listFewPeer: [fewPeer, '/api/books/', 16],
    bare: [few, '/bare', 16],
    deep: [cursor, cursorAddress(MANY * 0.9), 1],
    deepFew: [fewCursor, cursorAddress(FEW * 0.9), 1],
  };
}

/** Measures all addresses in turn, round by round; a first round is not counted. Gives each address its rounds. */
function measured(asked) {
  const rounds = Object.fromEntries(Object.keys(asked).map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, [stack, path, connections]] of Object.entries(asked)) {
      const one = load(stack, path, { work, seconds: round === 0 ? 1 : SECONDS, connections });
      if (round > 0) rounds[name].push(one);
    }
  }
  return rounds;
}

try {
  const template = process.argv[2] ?? 'gh:cookiecutter/cookiecutter-django';
  const page = started(await ours(work, 'bench-page'), MANY);
  const few = started(await ours(work, 'bench-few'), FEW);
  const gunicorn = started(await ours(work, 'bench-gunicorn', ['--server', 'gunicorn']), MANY);
  const cursor = started(await ours(work, 'bench-cursor', ['--pagination', 'cursor']), MANY);
  const fewCursor = started(await ours(work, 'bench-few-cursor', ['--pagination', 'cursor']), FEW);
  const [peer, fewPeer] = cookiecutterDjango(work, template, page, ['bench-peer', 'bench-few-peer']);
  for (const [stack, count] of [
    [peer, MANY],
    [fewPeer, FEW],
  ]) {
    stacks.push(stack);
    stack.compose('up', '--detach', '--wait', 'postgres', 'redis');
    stack.compose('run', '--rm', 'django', 'python', 'manage.py', 'migrate');
    started(stack, count, 'django');
  }

  const rounds = measured(addresses({ page, few, gunicorn, cursor, fewCursor, peer, fewPeer }));
  /** The median over the rounds of what one address gave by what the other gave. */
  const ratio = (of, to, key = 'perSecond') =>
    median(rounds[of].map((one, round) => one[key] / rounds[to][round][key]));
  const rows = [
    ['detail, requests a second, × cookiecutter-django', ratio('detail', 'detailPeer'), 'at least', 1.15],
    ['detail, 99th percentile, × cookiecutter-django', ratio('detail', 'detailPeer', 'p99'), 'at most', 1],
    [
      'first list page of a thousand rows, requests a second, × cookiecutter-django',
      ratio('listFew', 'listFewPeer'),
      'at least',
      1.15,
    ],
    [
      'first list page of a million rows, requests a second, × cookiecutter-django',
      ratio('list', 'listPeer'),
      'at least',
      0.95,
    ],
    [
      'first list page of a million rows by cursor, requests a second, × cookiecutter-django',
      ratio('listCursor', 'listPeer'),
      'at least',
      5,
    ],
    ['deep cursor page at a million rows, cost × a thousand', 1 / ratio('deep', 'deepFew'), 'at most', 1.3],
    ['list page of a thousand rows, requests a second, × a bare Django view', ratio('listFew', 'bare')],
    ['detail, requests a second, granian × gunicorn', ratio('detail', 'detailGunicorn')],
    ['detail, processor time, granian × gunicorn', ratio('detail', 'detailGunicorn', 'processor')],
    ['detail, 99th percentile, granian × gunicorn', ratio('detail', 'detailGunicorn', 'p99')],
    ['memory, granian × gunicorn', page.memory() / gunicorn.memory()],
    ['memory, MB', page.memory()],
  ];
  for (const [name, own] of Object.entries(rounds)) {
    const [perSecond, p99, processor] = ['perSecond', 'p99', 'processor'].map((key) =>
      median(own.map((one) => one[key])).toFixed(2),
    );
    console.log(
      `${name.padEnd(14)} ${perSecond} requests a second, p99 ${p99} ms, processor ${processor} ms a request`,
    );
  }
  const width = Math.max(...rows.map(([name]) => name.length));
  const kept = ([, value, word, bar]) => word === undefined || (word === 'at least' ? value >= bar : value <= bar);
  for (const row of rows) {
    const [name, value, word, bar] = row;
    const verdict = word === undefined ? '' : `  ${word} ${bar}  ${kept(row) ? 'kept' : 'MISSED'}`;
    console.log(`${name.padEnd(width)}  ${value.toFixed(2).padStart(7)}${verdict}`);
  }
  process.exitCode = rows.every(kept) ? 0 : 1;
} finally {
  for (const stack of stacks) stack.down();
  rmSync(work, { recursive: true, force: true });
}
