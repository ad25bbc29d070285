import { expect, test } from 'vitest';
import { runnerCommand, runnerOf } from '../../../src/terminal/start/runner.ts';

test.each<[Record<string, string>, string, string]>([
  [{}, 'npm create drf-docker@latest', 'npm create drf-docker@latest p -- --yes'],
  [
    { npm_config_user_agent: 'npm/11.21.2 node/v20.20.2 linux x64 workspaces/false', npm_command: 'init' },
    'npm create drf-docker@latest',
    'npm create drf-docker@latest p -- --yes',
  ],
  [
    { npm_config_user_agent: 'npm/11.21.2 node/v20.20.2 linux x64 workspaces/false', npm_command: 'exec' },
    'npx create-drf-docker@latest',
    'npx create-drf-docker@latest p --yes',
  ],
  [
    { npm_config_user_agent: 'npm/11.21.2 node/v20.20.2 linux x64 workspaces/false', npm_command: 'run-script' },
    'npm create drf-docker@latest',
    'npm create drf-docker@latest p -- --yes',
  ],
  [
    { npm_config_user_agent: 'pnpm/10.34.9 npm/? node/v20.20.2 linux x64' },
    'pnpm create drf-docker@latest',
    'pnpm create drf-docker@latest p --yes',
  ],
  [
    { npm_config_user_agent: 'bun/1.4.5 npm/? node/v26.3.0 linux x64', npm_command: 'exec' },
    'bun create drf-docker@latest',
    'bun create drf-docker@latest p --yes',
  ],
  [
    { npm_config_user_agent: 'yarn/1.22.22 npm/? node/v20.20.2 linux x64' },
    'yarn create drf-docker',
    'yarn create drf-docker p --yes',
  ],
  [
    { npm_config_user_agent: 'yarn/4.18.1 npm/? node/v20.20.2 linux x64' },
    'yarn create drf-docker',
    'yarn create drf-docker p --yes',
  ],
  [
    { npm_config_user_agent: 'constructor/1' },
    'npm create drf-docker@latest',
    'npm create drf-docker@latest p -- --yes',
  ],
])('%j runs it again by %s', (environment, plain, withFlags) => {
  const runner = runnerOf(environment);
  expect(runnerCommand(runner, [], []).join(' ')).toBe(plain);
  expect(runnerCommand(runner, ['p'], ['--yes']).join(' ')).toBe(withFlags);
});
