import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { Interruption } from '../../../src/problem.ts';
import { hangUp, interruptionSignal } from '../../../src/terminal/start/signals.ts';

/** The part of a process that hears signals and sends them. */
class Target extends EventEmitter {
  readonly pid = 42;
  readonly platform: NodeJS.Platform;
  readonly sent: unknown[] = [];
  constructor(platform: NodeJS.Platform = 'linux') {
    super();
    this.platform = platform;
  }
  exit(code: number): void {
    this.sent.push(code);
  }
  kill(pid: number, signal: string | number): true {
    this.sent.push([pid, signal]);
    return true;
  }
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])('%s aborts with exit code %d', (name, exitCode) => {
  const target = new Target();
  const signal = interruptionSignal(target);
  expect(signal.aborted).toBe(false);
  target.emit(name);
  expect(signal.reason).toBeInstanceOf(Interruption);
  expect(signal.reason).toMatchObject({ exitCode, message: 'Cancelled. Nothing was written.' });
});

test('the echo of a Ctrl-C that npm hands on changes nothing; a later one ends the process at once', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  try {
    const target = new Target();
    const signal = interruptionSignal(target);
    target.emit('SIGINT');
    vi.advanceTimersByTime(400);
    target.emit('SIGINT');
    expect(target.sent).toEqual([]);
    vi.advanceTimersByTime(200);
    target.emit('SIGINT');
    expect(target.sent).toEqual([[42, 'SIGINT']]);
    expect(target.listenerCount('SIGINT')).toBe(0);
    expect(signal.reason).toMatchObject({ exitCode: 130 });
  } finally {
    vi.useRealTimers();
  }
});

test.each([
  ['linux', [[42, 'SIGHUP']]],
  ['win32', [129]],
] as const)('on %s a closed terminal ends the process at once', (platform, sent) => {
  const target = new Target(platform);
  interruptionSignal(target);
  hangUp(target);
  expect(target.sent).toEqual(sent);
  expect(target.listenerCount('SIGHUP')).toBe(0);
});
