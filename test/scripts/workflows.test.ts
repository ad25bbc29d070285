import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FOLDER = '.github/workflows';
const workflows = readdirSync(FOLDER).map((name): [string, string] => [
  name,
  readFileSync(`${FOLDER}/${name}`, 'utf8'),
]);
const manifest = readFileSync('package.json', 'utf8');
const testWorkflow = readFileSync(`${FOLDER}/test.yml`, 'utf8');

/** All that the first group of a pattern finds, once each. */
function found(pattern: RegExp, text: string): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, group]) => group ?? ''))];
}

test.each(workflows)('%s pins every action to a commit and names its version', (_name, text) => {
  const actions = found(/\buses: *(.*)/g, text);
  expect(actions).not.toEqual([]);
  for (const action of actions) expect(action).toMatch(/^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('an action has one commit and one version in all workflows', () => {
  const all = workflows.map(([, text]) => text).join('');
  expect(found(/\buses: *(.*)/g, all)).toHaveLength(found(/\buses: *([^@]*)/g, all).length);
});

test.each(workflows)('%s calls only scripts that are there', (_name, text) => {
  for (const script of found(/\bnode (\S+\.mjs)/g, text)) expect(existsSync(script), script).toBe(true);
  for (const script of found(/\bnpm run ([\w:]+)/g, text)) expect(manifest).toContain(`"${script}": `);
});

test('the tests run on every even Node from the oldest that package.json allows', () => {
  const engines = /"node": "([^"]+)"/.exec(manifest)?.[1] ?? '';
  const oldest = Math.min(...found(/(?:\^|>=)(\d+)/g, engines).map(Number));
  const majors = (/^ +node: \[(.*)\]$/m.exec(testWorkflow)?.[1] ?? '').split(', ').map(Number);
  expect(majors).toEqual(majors.map((_, at) => oldest + 2 * at));
  expect(majors.length).toBeGreaterThan(1);
});

test('the tests are the commands that .ci/run runs', () => {
  const commands = (text: string): string[] => found(/\b(npm (?:ci|test|run [\w:]+))/g, text).sort();
  expect(commands(testWorkflow)).toEqual(commands(readFileSync('.ci/run', 'utf8')));
});

test('the tests ask for known advisories about all packages: those for development are in the bundle', () => {
  expect(found(/\b(npm audit.*)/g, testWorkflow)).toEqual(['npm audit --package-lock-only']);
});
