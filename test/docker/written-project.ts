import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { completeProjectAnswers } from '../../src/answers/complete.ts';
import { render } from '../../src/render/render.ts';

/**
 * Writes a project as a clone of its repository has it: without `.env`. Everybody may write into it, as the user in the containers does.
 * @param folder its place
 * @param answers those that are given; the others are the defaults
 */
export function writeProject(folder: string, answers: object): void {
  const outcome = completeProjectAnswers({ ...answers });
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  for (const [path, text] of render(outcome.value)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  execFileSync('chmod', ['-R', 'a+rwX', folder]);
}
