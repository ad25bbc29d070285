import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { execa } from 'execa';
import { completeProjectAnswers } from '../../src/answers/complete.ts';
import { render } from '../../src/render/render.ts';
import { resourcesOf } from '../answers/resource-of.ts';
import { type Django, virtualenv } from './virtualenv.ts';

/** A project in a folder of its own, with the packages of the lock of its Django. */
export class RenderedProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'drf-docker-rendered-'));
  readonly #programs: string;

  /**
   * Renders it.
   * @param lines values of `--resource`; without any, the project is about the book
   * @param answers what else is answered
   * @throws Error where they are refused
   */
  constructor(lines: readonly string[], answers: { readonly django?: Django; readonly [key: string]: unknown }) {
    this.#programs = virtualenv(answers.django);
    const outcome = completeProjectAnswers({
      ...answers,
      ...(lines.length === 0 ? {} : { resources: resourcesOf(...lines) }),
    });
    if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
    for (const [path, text] of render(outcome.value)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
  }

  /** The environment of its programs; the order of a set is the same in each, such as that of the policy in the answers' headers. */
  get env(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      PATH: `${this.#programs}${delimiter}${process.env['PATH'] ?? ''}`,
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONHASHSEED: '0',
    };
  }

  /**
   * Runs a program in its folder to the end, whatever that is.
   * @returns its exit code and what it said
   */
  async run(
    program: string,
    ...args: readonly string[]
  ): Promise<{ readonly code: number | undefined; readonly said: string }> {
    const ended = await execa(program, args, {
      cwd: this.folder,
      env: this.env,
      all: true,
      reject: false,
      stdin: 'ignore',
    });
    return { code: ended.exitCode, said: ended.all };
  }

  /**
   * Runs Python in its folder.
   * @returns what it prints
   * @throws Error where it fails
   */
  python(...args: readonly string[]): string {
    return execFileSync('python', args, {
      cwd: this.folder,
      env: this.env,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
