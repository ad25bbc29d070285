import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ComposeProject } from './compose-project.ts';

/** What stands in the README for a value that its reader has, and where the answers so far have it. */
const PLACEHOLDERS: Readonly<Record<string, RegExp>> = {
  'the-token': /"(?:access_)?token":\s?"([^"]+)"/,
  'the-access-token': /"access":\s?"([^"]+)"/,
  'the-refresh-token': /"refresh":\s?"([^"]+)"/,
  'the-client-id': /^(\w{40}) \w{40}$/m,
  'the-client-secret': /^\w{40} (\w{40})$/m,
};

/** The reader of a running project's README, who does what its section about programs says. */
export class ReadmeReader implements Disposable {
  readonly #project: ComposeProject;
  readonly #curl = mkdtempSync(join(tmpdir(), 'drf-docker-curl-'));
  #said = '';

  /** @param project it must be up */
  constructor(project: ComposeProject) {
    this.#project = project;
    // What the README's comments say of the statuses can then be compared.
    writeFileSync(join(this.#curl, '.curlrc'), String.raw`write-out = "\n%{http_code}\n"`);
  }

  /**
   * The blocks of the section in a language.
   * @param language as behind the fence: `sh` or `python`
   * @returns their texts, with the address of this project's site
   */
  blocks(language: string): string[] {
    const text = readFileSync(join(this.#project.path, 'README.md'), 'utf8');
    const [section = ''] = text
      .split('\n## Log in from a program\n')
      .slice(1)
      .map((rest) => rest.split('\n## ')[0] ?? '');
    const blocks = [...section.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))];
    return blocks.map(([, block = '']) => block.replaceAll('http://localhost:8000', this.#project.origin));
  }

  /**
   * Puts what the reader has in place of what stands for it.
   * @param text lines of the README
   * @throws Error where no answer has it
   */
  filled(text: string): string {
    return text.replaceAll(/the-(?:password-of-admin|client-id|client-secret|(?:access-|refresh-)?token)/g, (name) => {
      if (name === 'the-password-of-admin') return this.#project.secret('DJANGO_SUPERUSER_PASSWORD');
      const value = PLACEHOLDERS[name]?.exec(this.#said)?.[1];
      if (value === undefined) throw new Error(`Nothing said ${name}:\n${this.#said}`);
      return value;
    });
  }

  /**
   * Types a block of shell, up to each value that the answers must give first.
   * @param block from `blocks('sh')`
   * @returns the status of every request
   */
  run(block: string): number[] {
    let known = '';
    const before = this.#said.length;
    let waiting = '';
    const type = (): void => {
      if (waiting !== '') this.#said += this.#bash(`${known}\n${waiting}`);
      known += waiting
        .split('\n')
        .filter((line) => /^\w+=|^\w+\(\)/.test(line))
        .map((line) => `${line}\n`)
        .join('');
      waiting = '';
    };
    for (const line of block.split('\n')) {
      if (/=the-(?!secret)/.test(line)) type();
      waiting += `${this.filled(line)}\n`;
    }
    type();
    const statuses = this.#said.slice(before).matchAll(/^(\d{3})$/gm);
    return [...statuses].map(([, status]) => Number(status));
  }

  #bash(script: string): string {
    const env = { ...process.env, WEB_PORT: String(this.#project.port), CURL_HOME: this.#curl };
    return execFileSync('bash', ['-e', '-c', script], {
      cwd: this.#project.path,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  [Symbol.dispose](): void {
    rmSync(this.#curl, { recursive: true, force: true });
  }
}
