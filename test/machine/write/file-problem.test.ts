import { describe, expect, it } from 'vitest';
import { inWords, systemCode } from '../../../src/machine/write/file-problem.ts';
import { Interruption, ProblemError } from '../../../src/problem.ts';

/** What the system throws. */
function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: something, open 'x'`), { code });
}

describe('systemCode', () => {
  it('gives the code of an error of the system, and nothing for any other', () => {
    expect(systemCode(systemError('ENOSPC'))).toBe('ENOSPC');
    expect(
      [new Error('x'), Object.assign(new Error('x'), { code: 4 }), { code: 'ENOSPC' }, undefined].map(systemCode),
    ).toEqual(['', '', '', '']);
  });
});

describe('inWords', () => {
  const why = 'Nothing of the project is left.';

  it.each([
    ['ENOSPC', 'The disk is full', 'Free some space, then run the same command again.'],
    ['EDQUOT', 'Your share of the disk is used up', 'Delete what you no longer need, then run the same command again.'],
    ['EROFS', '/p is on a read-only disk', 'Choose another directory.'],
    ['EACCES', 'You may not write to /p', 'Choose a directory of your own, or ask its owner for permission.'],
    ['EPERM', 'You may not write to /p', 'Choose a directory of your own, or ask its owner for permission.'],
    ['EINVAL', '/p is not a path that this system can create', 'Choose another directory.'],
    ['ENAMETOOLONG', 'The path /p is too long for this system', 'Choose a shorter directory.'],
  ])('tells what %s means and what to do', (code, what, next) => {
    expect(inWords(systemError(code), '/p')).toEqual(new ProblemError([{ what, why, next }]));
    expect(inWords(systemError(code), '/p')).toHaveProperty('problems', [{ what, why, next }]);
  });

  it("gives the system's own words for anything else, without the path of the staging folder", () => {
    expect(inWords(systemError('EIO'), '/p')).toHaveProperty('problems', [
      {
        what: '/p could not be written',
        why: `EIO: something. ${why}`,
        next: 'Fix the error or choose another directory.',
      },
    ]);
  });

  it('says what could not be removed, and then does not say that nothing is left', () => {
    const left = { what: '/p/a could not be removed', next: 'Remove it by hand.' };
    expect(inWords(systemError('ENOSPC'), '/p', ['/p/a'])).toHaveProperty('problems', [
      { what: 'The disk is full', next: 'Free some space, then run the same command again.' },
      left,
    ]);
    expect(inWords(systemError('EIO'), '/p', ['/p/a'])).toHaveProperty('problems', [
      { what: '/p could not be written', why: 'EIO: something.', next: 'Fix the error or choose another directory.' },
      left,
    ]);
    const known = new ProblemError([{ what: 'known' }], 2);
    expect(inWords(known, '/p', ['/p/a'])).toMatchObject({ exitCode: 2, problems: [{ what: 'known' }, left] });
  });

  it('leaves other errors as they are', () => {
    for (const error of [
      new Interruption(130),
      new ProblemError([{ what: 'known' }]),
      new TypeError('a defect'),
      'text',
    ]) {
      expect(inWords(error, '/p')).toBe(error);
    }
  });
});
