/**
 * Takes the README's pictures from a real run: creates a project, starts it with Docker Compose, and photographs the website and the
 * browsable API with Chromium (`apt-get install chromium`, or the path in CHROMIUM). Everything it started is taken down again.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CHROMIUM = process.env.CHROMIUM ?? 'chromium';

/** What is photographed, into which file, and how high the window is. */
const PICTURES = [
  { path: '', file: 'website.png', height: 620 },
  { path: 'api/v1/books/', file: 'api.png', height: 760 },
];

const folder = mkdtempSync(join(tmpdir(), 'create-drf-docker-pictures-'));
const project = join(folder, 'drf-docker-pictures');
const env = { ...process.env, WEB_PORT: String(await freePort()) };
const run = (command, ...args) =>
  execFileSync(command, args, { cwd: project, env, stdio: ['ignore', 'ignore', 'inherit'] });

execFileSync(process.execPath, [join(ROOT, 'dist/cli.cjs'), project, '--yes', '--title=Library'], { stdio: 'inherit' });
try {
  run('docker', 'compose', 'up', '--build', '--wait', '--quiet-pull');
  for (const { path, file, height } of PICTURES) {
    run(
      CHROMIUM,
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      '--virtual-time-budget=5000',
      `--user-data-dir=${join(folder, 'profile')}`,
      `--window-size=1000,${height}`,
      `--screenshot=${join(ROOT, 'docs', file)}`,
      `http://127.0.0.1:${env.WEB_PORT}/${path}`,
    );
  }
} finally {
  run('docker', 'compose', 'down', '--volumes', '--rmi', 'local');
  rmSync(folder, { recursive: true, force: true });
}
