import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planChanges } from '../../src/changes/plan.ts';

const files = new Map([
  ['.env', 'SECRET=new\n'],
  ['README.md', '# Library\n'],
  ['config/settings.py', 'DEBUG = False\n'],
  ['config/urls/v1.py', 'urlpatterns = []\n'],
]);
const all = [...files.keys()];

describe('planChanges', () => {
  it('adds everything to an empty folder', () => {
    expect(planChanges(files, new Map())).toEqual({ added: all, same: [], conflicts: [] });
  });

  it('leaves what is the same', () => {
    expect(planChanges(files, new Map([['README.md', '# Library\n']]))).toEqual({
      added: ['.env', 'config/settings.py', 'config/urls/v1.py'],
      same: ['README.md'],
      conflicts: [],
    });
  });

  it('keeps the secrets that are there, whatever they are', () => {
    expect(planChanges(files, new Map([['.env', 'SECRET=old\n']]))).toMatchObject({ same: ['.env'], conflicts: [] });
  });

  it('does not take a folder named .env, such as a virtual environment, for secrets', () => {
    expect(planChanges(files, new Map([['.env', undefined]])).conflicts).toEqual(['.env']);
  });

  it('takes the same secrets in another place of the tree for no secrets', () => {
    expect(planChanges(new Map([['web/.env', 'a']]), new Map([['web/.env', 'b']])).conflicts).toEqual(['web/.env']);
  });

  it.each<[string, string, string | undefined]>([
    ['another text', 'README.md', '# Shop\n'],
    ['another line end', 'README.md', '# Library\r\n'],
    ['an empty file', 'README.md', ''],
    ['a folder or a link in place of a file', 'README.md', undefined],
    ['another case', 'readme.md', '# Library\n'],
    ['another case of a folder', 'Config', undefined],
    ['another case of a folder, seen by a file in it', 'Config/other.py', ''],
    ['another case of a folder further down', 'config/URLs/v2.py', ''],
    ['a file in place of a folder', 'config', 'text'],
    ['a link in place of a folder', 'config/urls', undefined],
    ['a file below what is to be a file', 'README.md/part.md', 'text'],
  ])('finds a conflict in %s', (_, path, text) => {
    expect(planChanges(files, new Map([[path, text]])).conflicts).toEqual([path]);
  });

  it('does not mind what is beside the files', () => {
    const existing = new Map([
      ['LICENSE', 'MIT'],
      ['config/local.py', ''],
      ['.git', undefined],
    ]);
    expect(planChanges(files, existing)).toEqual({ added: all, same: [], conflicts: [] });
  });

  it('lists all conflicts, sorted', () => {
    const existing = new Map([
      ['readme.md', ''],
      ['config/settings.py', ''],
      ['README.md', ''],
    ]);
    expect(planChanges(files, existing).conflicts).toEqual(['README.md', 'config/settings.py', 'readme.md']);
  });

  it('puts every rendered path into one list, or into the conflicts', () => {
    const path = fc
      .array(fc.constantFrom('a', 'A', 'b', '.env'), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join('/'));
    const text = fc.constantFrom('x', 'y');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(path, text)),
        fc.array(fc.tuple(path, fc.option(text, { nil: undefined }))),
        (rendered, found) => {
          const project = new Map(rendered);
          const existing = new Map(found);
          const { added, same, conflicts } = planChanges(project, existing);
          for (const one of project.keys())
            expect([added, same, conflicts].filter((list) => list.includes(one))).toHaveLength(1);
          expect([...added, ...same].every((one) => project.has(one))).toBe(true);
          expect(conflicts.every((one) => existing.has(one))).toBe(true);
          for (const one of same) expect(one === '.env' || existing.get(one) === project.get(one)).toBe(true);
        },
      ),
    );
  });
});
