import { parse, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mountProblem, resolveTarget } from '../../../src/machine/target/target.ts';
import { scratch } from '../scratch.ts';

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

describe('mountProblem', () => {
  it.each([
    ['/srv/co:lon/lib', 'The path has a colon in it. Nothing was written.'],
    ['/srv/100%/lib', 'The path has a percent sign in it. Nothing was written.'],
    ['/srv/a:b/tab\there', 'The path has a colon and a control character in it. Nothing was written.'],
  ])('refuses %j', (path, why) => {
    expect(mountProblem(path, 'linux')).toEqual({
      what: `Docker Compose cannot mount ${JSON.stringify(path)}`,
      why,
      next: 'Choose a directory without.',
    });
  });

  it.each(["/srv/it's/lib", '/a b/$HOME/#x', '/ünï/проект', '/per%41cent', String.raw`/back\slash`])(
    'takes %j',
    (path) => {
      expect(mountProblem(path, 'linux')).toBeUndefined();
    },
  );

  it('takes the colon of a drive on Windows, and no other', () => {
    expect(mountProblem(String.raw`C:\work\library`, 'win32')).toBeUndefined();
    expect(mountProblem(String.raw`C:\work\library`, 'linux')).toBeDefined();
    expect(mountProblem(String.raw`C:\work\a:b`, 'win32')).toBeDefined();
  });
});
