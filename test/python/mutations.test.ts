import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RenderedProject } from './rendered-project.ts';

/** What a person could break by hand: the file, the text in it, and what stands there then. */
type Breakage = readonly [what: string, file: string, from: string | RegExp, to: string];

/** What guards a project without owners; views of rows with an owner name their own permissions. */
const DEFAULT: readonly Breakage[] = [
  ['the permission class', 'config/settings.py', 'permissions.IsAuthenticatedOrReadOnly', 'permissions.AllowAny'],
];

/** What every project has. */
function common(app: string): readonly Breakage[] {
  return [
    ['the filters', `${app}/api.py`, /filterset_fields = \([^)]*\)/, 'filterset_fields = ()'],
    ['the search', `${app}/api.py`, /search_fields = \([^)]*\)/, 'search_fields = ()'],
    ['the ordering', `${app}/api.py`, /ordering_fields = \([^)]*\)/, 'ordering_fields = ()'],
    ['the throttles', 'config/settings.py', /"rest_framework\.throttling\.\w+",\n/g, ''],
    [
      'the bound of a search',
      'config/settings.py',
      'config.filters.ShortSearchFilter',
      'rest_framework.filters.SearchFilter',
    ],
    ['the login of a page', `${app}/views.py`, /CreateView\(LoginRequiredMixin, /, 'CreateView('],
    ['the backend of the lockout', 'config/settings.py', '    "axes.backends.AxesStandaloneBackend",\n', ''],
    ['the address of the lockout', 'config/settings.py', '[["username", "ip_address"]]', '["username"]'],
    ['the middleware of the lockout', 'config/settings.py', '    "axes.middleware.AxesMiddleware",\n', ''],
  ];
}

const OWNER: readonly Breakage[] = [
  ['the permission class', 'notes/api.py', /\(IsAuthenticatedOrReadOnly, /g, '('],
  ['perform_create', 'notes/api.py', /\n {4}def perform_create.*\n.*\n/, ''],
  ['the permission of the owner', 'notes/api.py', /, IsOwnerOrReadOnly\)/g, ',)'],
  ['the permission of the owner in its class', 'notes/permissions.py', /return is_owner.*/, 'return True'],
  ['the owner of a page', 'notes/views.py', 'form.instance.owner = self.request.user\n', 'pass\n'],
  ['the rows of a page', 'notes/views.py', /filter\(owner=self\.request\.user\)/g, 'all()'],
];

describe.each([
  { name: 'the default', lines: [], breakages: [...DEFAULT, ...common('books')] },
  {
    name: 'one with an owner',
    lines: ['Note title:char:100 text:text:optional owner'],
    breakages: [...common('notes'), ...OWNER],
  },
])('in a project, $name', ({ lines, breakages }) => {
  let project: RenderedProject;
  beforeAll(() => {
    project = new RenderedProject(lines, {});
  });
  afterAll(() => {
    project[Symbol.dispose]();
  });

  test.each(breakages)('a test misses %s', async (_what, file, from, to) => {
    const path = join(project.folder, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
    const { code, said } = await project.run('python', '-m', 'pytest', '-x', '-q', '-p', 'no:cacheprovider');
    writeFileSync(path, before);
    // 1: a test failed. A project that cannot start would be another number.
    expect(code, said).toBe(1);
    expect(said).toMatch(/\d+ failed/);
  });
});
