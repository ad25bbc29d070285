import { expect, test } from 'vitest';
import { completion } from '../../src/commands/completion.ts';
import { completionScript } from '../../src/terminal/show/completion.ts';
import { terminalOn } from '../../src/terminal/start/terminal.ts';
import { recordedWorld } from '../recorded-world.ts';

test('a shell gets its script, with nothing around it', () => {
  const world = recordedWorld();
  expect(completion(terminalOn(world, false), 'zsh')).toBe(0);
  expect(world.stdout.text).toBe(completionScript('zsh'));
});

test('any other name is a wrong choice', () => {
  const world = recordedWorld();
  expect(() => completion(terminalOn(world, false), 'bsh')).toThrow(
    expect.objectContaining({
      exitCode: 2,
      problems: [{ what: '--completion cannot be "bsh"', next: 'Choose bash, zsh or fish. Did you mean bash?' }],
    }),
  );
  expect(world.stdout.text).toBe('');
});
