import { parse, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveTarget } from '../../src/machine/target.ts';
import { scratch } from './scratch.ts';

describe('resolveTarget', () => {
  it('takes a path from where the user stands', () => {
    const cwd = scratch();
    expect(resolveTarget(cwd, 'library')).toEqual({ path: `${cwd}${sep}library`, name: 'library' });
    expect(resolveTarget(cwd, './a/../b/library/')).toEqual({ path: `${cwd}${sep}b${sep}library`, name: 'library' });
    expect(resolveTarget(`${cwd}${sep}deep`, '../library')).toEqual({ path: `${cwd}${sep}library`, name: 'library' });
  });

  it('takes an absolute path as it is', () => {
    const cwd = scratch();
    expect(resolveTarget('elsewhere', `${cwd}${sep}shop`)).toEqual({ path: `${cwd}${sep}shop`, name: 'shop' });
  });

  it.each(['.', './', ''])('gives the name of the folder itself for %j', (directory) => {
    const cwd = scratch();
    expect(resolveTarget(cwd, directory)).toEqual({ path: cwd, name: 'work' });
  });

  it('gives a root no name', () => {
    const { root } = parse(scratch());
    expect(resolveTarget(root, '.')).toEqual({ path: root, name: '' });
  });

  it('leaves every sign of a name alone', () => {
    const cwd = scratch();
    expect(resolveTarget(cwd, 'a b $(c) проект').name).toBe('a b $(c) проект');
  });
});
