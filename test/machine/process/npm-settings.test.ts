import { join } from 'node:path';
import { expect, test } from 'vitest';
import { npmSettings } from '../../../src/machine/process/npm-settings.ts';
import { lay, scratch } from '../scratch.ts';

test('what is in npm’s files: the user’s, the machine’s and that of the project around', () => {
  const root = scratch();
  lay(root, {
    user: 'access=public\n; title=x\n# name=y\n//registry.example.org/:_authToken=z\n',
    machine: '  dry_run = true\njson\n',
    'around/.npmrc': 'git=false\r\ntitle = "My shop"\n',
  });
  const environment = {
    npm_config_userconfig: join(root, 'user'),
    npm_config_globalconfig: join(root, 'machine'),
    npm_config_local_prefix: join(root, 'around'),
  };
  expect(Object.fromEntries(npmSettings(environment))).toEqual({
    access: 'public',
    'dry-run': 'true',
    json: 'true',
    git: 'false',
    title: 'My shop',
  });
});

test('empty without a file, or where npm does not say where', () => {
  expect([...npmSettings({ npm_config_userconfig: join(scratch(), 'none') })]).toEqual([]);
  expect([...npmSettings({})]).toEqual([]);
});
