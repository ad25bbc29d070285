import { PassThrough, Writable } from 'node:stream';
import type { World } from '../src/terminal/start/terminal.ts';

/** A stream that keeps what is written to it. */
class Recorder extends Writable {
  readonly isTTY: boolean;
  readonly columns: number;
  text = '';
  /** Called when the first words arrive. */
  onceWritten: () => void = () => undefined;

  /**
   * @param isTTY whether it says that it is a terminal
   * @param columns how wide it says that it is
   */
  constructor(isTTY: boolean, columns: number) {
    super({ decodeStrings: false });
    this.isTTY = isTTY;
    this.columns = columns;
  }

  override _write(chunk: unknown, _encoding: string, done: () => void): void {
    this.text += String(chunk);
    this.onceWritten();
    this.onceWritten = () => undefined;
    done();
  }
}

/** A world whose streams are kept. */
export interface RecordedWorld extends World {
  readonly stdin: PassThrough;
  readonly stdout: Recorder;
  readonly stderr: Recorder;
}

/**
 * A world for one test: its streams are no terminals and its environment is empty, unless said otherwise.
 * @param options.terminals the descriptors that are terminals
 * @returns the world, with what was written to it
 */
export function recordedWorld(
  options: {
    readonly terminals?: readonly number[];
    readonly columns?: number;
    readonly environment?: World['environment'];
    readonly platform?: NodeJS.Platform;
    readonly cwd?: string;
  } = {},
): RecordedWorld {
  const { terminals = [], columns = 80, environment = {}, platform = 'linux', cwd = '/nowhere' } = options;
  const stdout = new Recorder(terminals.includes(1), columns);
  return {
    stdin: new PassThrough(),
    stdout,
    screen: stdout,
    stderr: new Recorder(terminals.includes(2), columns),
    hasKeyboard: () => terminals.includes(0),
    environment,
    platform,
    cwd: () => cwd,
  };
}
