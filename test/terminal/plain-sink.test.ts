import { spawnSync } from 'node:child_process';
import { closeSync, constants, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainSink } from '../../src/terminal/plain-sink.ts';
import { scratch } from '../machine/scratch.ts';

/** A stream that keeps what it gets, and whether it was opened. */
function stand() {
  const state = { opened: 0, text: '' };
  const stream = () => {
    state.opened += 1;
    return { write: (text: string | Uint8Array) => (state.text += Buffer.from(text).toString()) };
  };
  return { state, stream };
}

describe('what is written', () => {
  test('goes straight to a file', () => {
    const path = join(scratch(), 'out');
    const file = openSync(path, 'w');
    const { state, stream } = stand();
    const sink = plainSink(file, 'linux', stream);
    sink.write('größe\n');
    sink.write('again\n');
    closeSync(file);
    expect([readFileSync(path, 'utf8'), state.opened]).toEqual(['größe\nagain\n', 0]);
  });

  test('goes nowhere without a stream', () => {
    const nowhere = openSync('/dev/null', 'w');
    const { state, stream } = stand();
    plainSink(nowhere, 'linux', stream).write('text');
    closeSync(nowhere);
    expect(state.opened).toBe(0);
  });

  test('goes on through the stream where a pipe is full and does not wait', () => {
    const path = join(scratch(), 'pipe');
    expect(spawnSync('mkfifo', [path]).status).toBe(0);
    const pipe = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
    const { state, stream } = stand();
    const sink = plainSink(pipe, 'linux', stream);
    sink.write('x'.repeat(1_000_000));
    sink.write('end');
    closeSync(pipe);
    expect(state.opened).toBe(1);
    expect(state.text).toMatch(/^x+end$/);
    expect(state.text.length).toBeLessThan(1_000_000);
  });

  test.each(['win32', 'linux'] as const)('goes through the stream of anything else: %s', (platform) => {
    const { state, stream } = stand();
    plainSink(platform === 'win32' ? 1 : -1, platform, stream).write('text');
    expect(state).toEqual({ opened: 1, text: 'text' });
  });
});
