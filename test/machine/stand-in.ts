import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { onTestFinished } from 'vitest';

/** The PATH for one test: only these shell scripts stand there, by their names, beside what a shell needs. */
export function standIns(scripts: Readonly<Record<string, string>>): {
  readonly folder: string;
  readonly calls: () => string[];
} {
  const folder = mkdtempSync(join(tmpdir(), 'create-drf-docker-path-'));
  const log = join(folder, 'calls.log');
  writeFileSync(log, '');
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\necho "${name} $*" >> "${log}"\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  const before = process.env['PATH'];
  process.env['PATH'] = folder;
  onTestFinished(() => {
    process.env['PATH'] = before;
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    calls: () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
  };
}

/** Whether a process of this number runs. */
export function isRunning(pid: number): boolean {
  try {
    // A zombie has ended, though its parent has not asked how.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
