import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { CLI, cleanEnvironment } from '../run-cli.ts';

/** The keys of a keyboard, as a terminal sends them. */
export const KEYS = {
  enter: '\r',
  down: '\u001B[B',
  right: '\u001B[C',
  escape: '\u001B',
  'Ctrl-C': '\u0003',
  'Ctrl-D': '\u0004',
  clear: '\u0015',
} as const;

/** How long anything may take until it shows, in milliseconds. */
const PATIENCE = 15_000;

/** What a pseudo-terminal is like. */
export interface PseudoTerminalOptions {
  readonly cwd: string;
  readonly columns?: number;
  /** How many lines it has. */
  readonly rows?: number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly patience?: number;
  /** What runs in it: a program with the first of its arguments; unless given, the built bin by the Node of the tests. */
  readonly program?: readonly string[];
}

/** The built bin in a pseudo-terminal: what a person sees there, and can type. */
export class PseudoTerminal {
  /** All that was written, with its control characters. */
  raw = '';
  /** The process that runs in it. */
  readonly pid: number;
  readonly #pty: ReturnType<typeof spawn>;
  readonly #patience: number;
  #seen = 0;
  #changedAt = Date.now();
  #exitCode: number | undefined;
  #changed: () => void = () => undefined;

  /**
   * @param args the bin's arguments
   * @param options where it runs, and how wide the terminal is
   */
  constructor(
    args: readonly string[],
    {
      cwd,
      columns = 80,
      rows = 50,
      environment = {},
      patience = PATIENCE,
      program = [process.execPath, CLI],
    }: PseudoTerminalOptions,
  ) {
    const env = cleanEnvironment({ TERM: 'xterm-256color', ...environment });
    this.#patience = patience;
    const [command = '', ...first] = program;
    this.#pty = spawn(command, [...first, ...args], { cols: columns, rows, cwd, env, name: env['TERM'] ?? 'xterm' });
    this.pid = this.#pty.pid;
    this.#pty.onData((data) => {
      this.raw += data;
      this.#changedAt = Date.now();
      this.#changed();
    });
    this.#pty.onExit(({ exitCode, signal }) => {
      this.#exitCode = signal === undefined || signal === 0 ? exitCode : 128 + signal;
      this.#changed();
    });
  }

  /** What was written, as a person reads it. */
  get text(): string {
    return stripVTControlCharacters(this.raw).replaceAll('\r', '');
  }

  /** The same without the breaks of the lines and the bar before each. */
  get #flow(): string {
    return this.text.replaceAll(/ *\n(?:│ *)?/g, ' ');
  }

  async #until<Value>(what: string, look: () => Value | undefined): Promise<Value> {
    const end = Date.now() + this.#patience;
    for (;;) {
      const value = look();
      if (value !== undefined) return value;
      if (Date.now() > end) throw new Error(`Waited in vain for ${what} after:\n${this.text}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 100);
        this.#changed = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  /** Waits until words show, after those that were waited for before; a line may break between them. */
  async shows(words: string): Promise<void> {
    this.#seen = await this.#until(JSON.stringify(words), () => {
      const place = this.#flow.indexOf(words, this.#seen);
      if (place === -1 && this.#exitCode !== undefined)
        throw new Error(`It ended with ${this.#exitCode} before it showed ${JSON.stringify(words)}:\n${this.text}`);
      return place === -1 ? undefined : place + words.length;
    });
  }

  /** Types keys or text. */
  type(...keys: readonly string[]): void {
    for (const key of keys) this.#pty.write(key);
  }

  /** Whether something is asked: the cursor is hidden while a question is drawn, and stands behind what is suggested where none is. */
  get #asks(): boolean {
    return this.raw.lastIndexOf('\u001B[?25l') > this.raw.lastIndexOf('\u001B[?25h') || this.raw.endsWith('] ');
  }

  /**
   * Presses Enter until it has ended, whatever is asked; each time once nothing more is written, as a person does. Never where nothing is
   * asked: the terminal itself would show that Enter as an empty line.
   */
  async enterToTheEnd(): Promise<number> {
    let answered = 0;
    return this.#until('its end', () => {
      if (
        this.#exitCode === undefined &&
        this.#asks &&
        this.raw.length > answered &&
        Date.now() - this.#changedAt > 150
      ) {
        answered = this.raw.length;
        this.#pty.write(KEYS.enter);
      }
      return this.#exitCode;
    });
  }

  /** Waits until it has ended. */
  async exitCode(): Promise<number> {
    return this.#until('its end', () => this.#exitCode);
  }

  /** Closes the terminal, as a click on its window's cross does. */
  close(): void {
    // It has the method on every system, but does not declare it.
    if ('destroy' in this.#pty && typeof this.#pty.destroy === 'function')
      Reflect.apply(this.#pty.destroy, this.#pty, []);
  }

  /** Sends a signal to the process alone, as kill does. */
  kill(signal: string): void {
    this.#pty.kill(signal);
  }
}
