import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { red } from 'kolorist';
import { describe, expect, test } from 'vitest';
import { terminalOn } from '../../../src/terminal/start/terminal.ts';
import { recordedWorld } from '../../recorded-world.ts';
import { cleanEnvironment } from '../../run-cli.ts';

const ALL = [0, 1, 2];

/** What a red word looks like on stdout and on stderr. */
function shown(options: Parameters<typeof recordedWorld>[0]): { out: string; err: string } {
  const world = recordedWorld(options);
  const terminal = terminalOn(world, false);
  terminal.say(red('x'));
  terminal.complain(red('x'));
  return { out: world.stdout.text, err: world.stderr.text };
}

describe('colours', () => {
  const plain = 'x\n';
  const coloured = '\u001B[31mx\u001B[39m\n';

  test.each([
    ['a terminal', { terminals: ALL }, coloured, coloured],
    ['pipes', {}, plain, plain],
    ['a pipe and a terminal', { terminals: [0, 2] }, plain, coloured],
    ['NO_COLOR', { terminals: ALL, environment: { NO_COLOR: '1' } }, plain, plain],
    ['an empty NO_COLOR', { terminals: ALL, environment: { NO_COLOR: '' } }, coloured, coloured],
    ['a dumb terminal', { terminals: ALL, environment: { TERM: 'dumb' } }, plain, plain],
    ['FORCE_COLOR', { environment: { FORCE_COLOR: 'true' } }, coloured, coloured],
    ['FORCE_COLOR over NO_COLOR', { environment: { FORCE_COLOR: '1', NO_COLOR: '1' } }, coloured, coloured],
    ['FORCE_COLOR=0', { terminals: ALL, environment: { FORCE_COLOR: '0' } }, plain, plain],
  ])('%s', (_what, options, out, err) => {
    expect(shown(options)).toEqual({ out, err });
  });
});

describe('whether the tool can prompt', () => {
  const asks = (options: Parameters<typeof recordedWorld>[0], json = false): boolean =>
    terminalOn(recordedWorld(options), json).interactive;

  test('at a terminal', () => {
    expect(asks({ terminals: ALL })).toBe(true);
    expect(asks({ terminals: [0, 1], environment: { CI: 'false' } })).toBe(true);
  });

  test.each([
    ['stdin is a pipe', { terminals: [1, 2] }],
    ['stdout is a pipe', { terminals: [0, 2] }],
    ['in CI', { terminals: ALL, environment: { CI: 'true' } }],
  ])('not where %s', (_what, options) => {
    expect(asks(options)).toBe(false);
  });

  test('not where stdout carries JSON', () => {
    expect(asks({ terminals: ALL }, true)).toBe(false);
  });
});

describe('where words go', () => {
  test('to stdout, and trouble to stderr', () => {
    const world = recordedWorld();
    const terminal = terminalOn(world, false);
    terminal.say('done');
    terminal.complain('oh');
    expect([world.stdout.text, world.stderr.text]).toEqual(['done\n', 'oh\n']);
  });

  test('to stderr where stdout carries JSON', () => {
    const world = recordedWorld();
    const terminal = terminalOn(world, true);
    terminal.say('done');
    terminal.answer({ ok: true });
    expect([world.stdout.text, world.stderr.text]).toEqual(['{\n  "ok": true\n}\n', 'done\n']);
  });
});

test('the width is the stream’s own, or 80', () => {
  expect(terminalOn(recordedWorld({ columns: 40 }), false).columns).toBe(40);
  expect(terminalOn(recordedWorld({ columns: 0 }), false).columns).toBe(80);
});

test.each([
  [0, true],
  [20, true],
  [40, false],
])('in %d columns, nothing is drawn over: %s', (columns, plain) => {
  expect(terminalOn(recordedWorld({ columns }), false).plain).toBe(plain);
});

test.each([
  [{ TERM: 'dumb' }, true],
  [{ ACCESSIBLE: '1' }, true],
  [{ ACCESSIBLE: '0' }, false],
  [{}, false],
])('with %j, nothing is drawn over: %s', (environment, plain) => {
  expect(terminalOn(recordedWorld({ environment }), false).plain).toBe(plain);
});

const SYSTEM = String.raw`C:\Program Files\WindowsPowerShell\Modules;C:\Windows\system32\WindowsPowerShell\v1.0\Modules`;

test.each([
  ['linux', {}, 'posix'],
  ['darwin', { PSModulePath: `/a;/b;/c` }, 'posix'],
  ['win32', { PSModulePath: SYSTEM }, 'cmd'],
  ['win32', {}, 'cmd'],
  ['win32', { PSModulePath: String.raw`C:\Users\anna\Documents\WindowsPowerShell\Modules;${SYSTEM}` }, 'powershell'],
  ['win32', { MSYSTEM: 'MINGW64', PSModulePath: SYSTEM }, 'posix'],
] as const)('on %s with %j the shell is %s', (platform, environment, shell) => {
  expect(terminalOn(recordedWorld({ platform, environment }), false).shell).toBe(shell);
});

/** What tells consoles apart, and what must not. */
const CONSOLES = [
  {},
  ...['linux', 'xterm-256color', 'alacritty', 'xterm', 'dumb', ''].map((TERM) => ({ TERM })),
  ...['Terminus-Sublime', 'vscode', 'Apple_Terminal'].map((TERM_PROGRAM) => ({ TERM_PROGRAM })),
  ...[
    { WT_SESSION: 'a' },
    { WT_SESSION: '' },
    { TERMINUS_SUBLIME: '1' },
    { ConEmuTask: '{cmd::Cmder}' },
    { ConEmuTask: 'cmd' },
    { TERMINAL_EMULATOR: 'JetBrains-JediTerm' },
  ],
] as const;

/** Asks clack in a process of its own, for it looks at its environment when it is loaded. */
const ASK_CLACK = `
const [platform, consoles] = JSON.parse(process.argv[1]);
Object.defineProperty(process, 'platform', { value: platform });
const names = new Set(consoles.flatMap(Object.keys));
const answers = [];
for (const [place, environment] of consoles.entries()) {
  for (const name of names) delete process.env[name];
  Object.assign(process.env, environment);
  answers.push((await import(import.meta.resolve('@clack/prompts') + '?' + place)).unicode);
}
console.log(JSON.stringify(answers));
`;

test.each(['win32', 'linux', 'darwin'] as const)('on %s the signs are those of the prompts', (platform) => {
  const args = ['--input-type=module', '--eval', ASK_CLACK, JSON.stringify([platform, CONSOLES])];
  const answers: unknown = JSON.parse(
    execFileSync(process.execPath, args, { cwd: import.meta.dirname, encoding: 'utf8', env: cleanEnvironment() }),
  );
  expect(CONSOLES.map((environment) => terminalOn(recordedWorld({ platform, environment }), false).unicode)).toEqual(
    answers,
  );
});
