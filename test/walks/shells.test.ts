import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { expect, test } from 'vitest';
import { completionScript } from '../../src/terminal/show/completion.ts';
import { scratch } from '../machine/scratch.ts';
import { cleanEnvironment } from '../run-cli.ts';

/** What the tab key makes of a line, in a shell that runs in a pseudo-terminal. */
async function completed(shell: 'bash' | 'zsh', line: string, expected: string): Promise<string> {
  const cwd = scratch();
  writeFileSync(join(cwd, 'completion'), completionScript(shell));
  mkdirSync(join(cwd, 'my-library'));
  const args = { bash: ['--norc', '--noprofile', '-i'], zsh: ['-f', '-i'] }[shell];
  const setUp = { bash: 'source ./completion', zsh: 'autoload -U compinit && compinit -u -D && source ./completion' }[
    shell
  ];
  const pty = spawn(shell, args, {
    cols: 200,
    rows: 50,
    cwd,
    env: cleanEnvironment({ TERM: 'xterm', HOME: cwd, PS1: '> ' }),
  });
  let raw = '';
  pty.onData((data) => (raw += data));
  const text = (): string => stripVTControlCharacters(raw).replaceAll('\r', '');
  const shows = async (words: string): Promise<void> => {
    const end = Date.now() + 15_000;
    while (!text().includes(words)) {
      if (Date.now() > end) throw new Error(`Waited in vain for ${words} after:\n${text()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  pty.write(`${setUp} && echo rea''dy\r`);
  await shows('\nready');
  raw = '';
  pty.write(`${line}\t`);
  await shows(expected);
  // A shell that still writes its history would fill the folder while the test clears it away.
  const ended = new Promise((resolve) => pty.onExit(resolve));
  pty.kill('SIGKILL');
  await ended;
  return text();
}

test.each(['bash', 'zsh'] as const)(
  '%s completes flags, choices, commands and directories',
  { timeout: 120_000 },
  async (shell) => {
    expect(spawnSync(shell, ['--version']).status, `${shell} must be installed, as by apt-get install ${shell}`).toBe(
      0,
    );
    await completed(shell, 'create-drf-docker library --datab', 'create-drf-docker library --database');
    await completed(shell, 'create-drf-docker --database=sq', '--database=sqlite');
    await completed(shell, 'create-drf-docker --preset lab33', 'lab33');
    await completed(shell, 'create-drf-docker --no-web', '--no-website');
    await completed(shell, 'create-drf-docker my-l', 'my-library/');
    await completed(shell, 'create-drf-docker cr', 'create-drf-docker create ');
    await completed(shell, 'create-drf-docker create my-l', 'my-library/');
    await completed(shell, 'create-drf-docker --help datab', '--help database');
    await completed(shell, 'create-drf-docker --help=datab', '--help=database');
  },
);

test.each([
  ['--datab', '--database\twhere the data live\n'],
  ['--database=', '--database=postgres\twhere the data live\n--database=sqlite\twhere the data live\n'],
  ['--database ', 'postgres\twhere the data live\nsqlite\twhere the data live\n'],
  ['--no-web', '--no-website\tnot: web pages beside the API\n'],
  ['-', '-y\ttake the defaults\n'],
  ['--answers my-f', 'my-file\n'],
  ['my-', 'my-library/\n'],
  ['cr', 'create\tcreate a project (default)\n'],
  ['create my-', 'my-library/\n'],
  ['--help datab', 'database\n'],
  ['--help=datab', '--help=database\tshow this\n'],
])('fish completes %s', (line, expected) => {
  const cwd = scratch();
  writeFileSync(join(cwd, 'completion'), completionScript('fish'));
  writeFileSync(join(cwd, 'my-file'), '');
  mkdirSync(join(cwd, 'my-library'));
  const script = 'source ./completion; complete -C $argv[1]';
  const { stdout, stderr, error } = spawnSync('fish', ['--no-config', '-c', script, `create-drf-docker ${line}`], {
    cwd,
    env: cleanEnvironment({ HOME: cwd, TERM: 'xterm' }),
    encoding: 'utf8',
  });
  expect(error, 'fish must be installed, as by apt-get install fish').toBeUndefined();
  expect(stderr).toBe('');
  expect(stdout.replaceAll(/(\/)\t.*$/gm, '$1')).toContain(expected);
});
