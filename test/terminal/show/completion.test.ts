import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Option } from '../../../src/options/option.ts';
import { CONTROLS } from '../../../src/options/cli-flags.ts';
import { COMMANDS } from '../../../src/options/commands.ts';
import { HELP_TOPICS } from '../../../src/options/groups.ts';
import { OPTIONS, flagOf } from '../../../src/options/table.ts';
import { completionScript, isCompletedShell, type CompletedShell } from '../../../src/terminal/show/completion.ts';
import { scratch } from '../../machine/scratch.ts';

const all: readonly Option[] = [...OPTIONS, ...CONTROLS].filter((option) => option.key !== 'directory');
const shells: CompletedShell[] = ['bash', 'zsh', 'fish'];

/** What bash offers behind these words; the last is the one that is being typed. Its `compopt` works only while it completes. */
function offered(...words: string[]): string[] {
  const cwd = scratch();
  writeFileSync(join(cwd, 'completion.bash'), completionScript('bash'));
  mkdirSync(join(cwd, 'my-library'));
  const script =
    'compopt() { :; }; source completion.bash; COMP_WORDS=(create-drf-docker "$@"); COMP_CWORD=$#; _create_drf_docker; printf "%s\\n" "${COMPREPLY[@]}"';
  const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', ...words], { cwd, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

describe('in bash', () => {
  test.each<[string[], string[]]>([
    [['--da'], ['--database']],
    [
      ['--no-'],
      all.flatMap((option) =>
        option.kind === 'switch' && option.scope !== 'control' ? [`--no-${flagOf(option)}`] : [],
      ),
    ],
    [
      ['--database', ''],
      ['postgres', 'sqlite'],
    ],
    [['--database', '=', 'sq'], ['sqlite']],
    [
      ['library', '--yes', '--completion', '='],
      ['bash', 'zsh', 'fish'],
    ],
    [['--title', '-'], []],
    [['lib'], []],
    [[''], [...Object.keys(COMMANDS), 'my-library']],
    [['cr'], ['create']],
    [['my'], ['my-library']],
    [['library', 'cr'], []],
    [['--help', ''], [...HELP_TOPICS]],
    [['-h', 'datab'], ['database']],
    [['--help', '=', 'datab'], ['database']],
    [['--help', '--js'], ['--json']],
    [['library', '--help', 'datab'], ['database']],
  ])('%j offers %j', (words, expected) => {
    expect(offered(...words)).toEqual(expected);
  });

  test('version 3.2, which has no compopt, completes paths alone', () => {
    const script = 'source completion.bash; COMP_WORDS=(create-drf-docker cr); COMP_CWORD=1; _create_drf_docker';
    const cwd = scratch();
    writeFileSync(join(cwd, 'completion.bash'), completionScript('bash'));
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['-c', `enable -n compopt; ${script}; printf "%s" "\${COMPREPLY[@]}"`],
      { cwd, encoding: 'utf8' },
    );
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('paths are completed as bash itself does it', () => {
    expect(completionScript('bash')).toContain('\ncomplete -o default -F ');
  });
});

describe.each(shells)('the script for %s', (shell) => {
  test('has every flag of the table, both ways, and every choice', () => {
    const script = completionScript(shell);
    for (const option of all) {
      expect(script).toMatch(new RegExp(String.raw`(?:--|-l )${flagOf(option)}(?=[\s=[)'])`));
      if (option.kind === 'choice') expect(script).toContain(option.choices.map((choice) => choice.value).join(' '));
      if (option.kind === 'switch' && option.scope !== 'control')
        expect(script).toMatch(new RegExp(String.raw`(?:--|-l )no-${flagOf(option)}(?=[\s[])`));
    }
  });

  test('has every command and every topic of the help', () => {
    const script = completionScript(shell);
    expect(script).toContain(HELP_TOPICS.join(' '));
    for (const name of Object.keys(COMMANDS))
      expect(script).toMatch(new RegExp(String.raw`(?<![-\w])${name}(?![-\w])`));
  });

  test('says where it goes', () => {
    expect(completionScript(shell)).toMatch(new RegExp(`^# Completion of create-drf-docker for ${shell}\\. In `));
  });
});

test('a shell is one of three', () => {
  expect(['bash', 'zsh', 'fish', 'powershell', 'toString', ''].filter(isCompletedShell)).toEqual(shells);
});
