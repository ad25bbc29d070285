import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { checkpoints } from '../../../src/machine/write/checkpoint.ts';

/** A signal that a real SIGUSR2 to this process aborts, as Ctrl-C does in the tool. */
function abortedBySignal(): AbortSignal {
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort(new Error('ended'));
  };
  process.once('SIGUSR2', abort);
  onTestFinished(() => {
    process.off('SIGUSR2', abort);
  });
  return controller.signal;
}

// A busy machine may stop this process for longer than the work itself would take.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('checkpoints', () => {
  it('lets quick work run through in one turn of the event loop', async () => {
    const checkpoint = checkpoints(undefined);
    let turned = false;
    setImmediate(() => {
      turned = true;
    });
    for (let step = 0; step < 100; step += 1) await checkpoint();
    expect(turned).toBe(false);
  });

  it('hears a signal when the work takes long', async () => {
    const checkpoint = checkpoints(abortedBySignal());
    process.kill(process.pid, 'SIGUSR2');
    await checkpoint();
    vi.advanceTimersByTime(30);
    await expect(checkpoint()).rejects.toThrow('ended');
  });

  it('hears a waiting signal when it is to listen', async () => {
    const checkpoint = checkpoints(abortedBySignal());
    process.kill(process.pid, 'SIGUSR2');
    await expect(checkpoint({ listen: true })).rejects.toThrow('ended');
  });
});
