import { execFileSync } from 'node:child_process';

/** Tests read the templates in the embedded form that users get, so it is made anew before each run. */
export default function setup(): void {
  execFileSync(process.execPath, ['scripts/embed.mjs'], { stdio: 'inherit' });
}
