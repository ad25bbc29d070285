import { describe, expect, test } from 'vitest';
import { expectAllOrNothingWhenEnded, expectRecoveryWhenKilled } from './every-step.ts';
import { expectAllOrNothingOnFullDisk } from './full-disk.ts';

describe('some of what test/walks/ tries at every step', { timeout: 120_000 }, () => {
  test('a signal leaves a whole project or nothing', async () => {
    const seen = await expectAllOrNothingWhenEnded(29);
    expect(seen.nothing).toBeGreaterThan(2);
  });

  test('a killed run does not block the next', async () => {
    const seen = await expectRecoveryWhenKilled(47);
    expect(seen.staging).toBeGreaterThan(1);
  });

  test.each(['blocks', 'files'] as const)('a disk with too few %s leaves nothing', (what) => {
    expect(expectAllOrNothingOnFullDisk(what, (size) => size * 4)).toBeGreaterThan(2);
  });
});
