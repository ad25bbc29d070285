import { describe, expect, test } from 'vitest';
import { expectAllOrNothingWhenEnded, expectRecoveryWhenKilled } from '../failures/every-step.ts';
import { expectAllOrNothingOnFullDisk } from '../failures/full-disk.ts';

describe('creating the default project', () => {
  test('a signal before any step leaves a whole project or nothing', async () => {
    const seen = await expectAllOrNothingWhenEnded(1);
    expect(seen.nothing).toBeGreaterThan(50);
    expect(seen.project).toBeGreaterThan(0);
  });

  test('killed before any step, it does not block the next run', async () => {
    const seen = await expectRecoveryWhenKilled(3);
    expect(seen.staging).toBeGreaterThan(20);
    expect(seen.clean).toBeGreaterThan(0);
  });

  test.each(['blocks', 'files'] as const)(
    'a disk of any size, counted in %s, holds the whole project or nothing',
    (what) => {
      expect(expectAllOrNothingOnFullDisk(what, (size) => size + 1)).toBeGreaterThan(20);
    },
  );
});
