import { describe, expect, it } from 'vitest';
import { composeVersion, isTooOld, versionText } from '../../../src/machine/docker/compose-version.ts';

describe('composeVersion', () => {
  it.each([
    ['2.40.3', { major: 2, minor: 40 }],
    ['v2.24.0-birthday.10', { major: 2, minor: 24 }],
    ['docker-compose version 1.29.2, build 5becea4c', { major: 1, minor: 29 }],
    ['Docker Compose version v5.3.0', { major: 5, minor: 3 }],
    ['dev', undefined],
    ['', undefined],
  ])('reads %j', (text, version) => {
    expect(composeVersion(text)).toEqual(version);
  });
});

describe('isTooOld', () => {
  it.each([
    [1, 29, true],
    [2, 2, true],
    [2, 23, true],
    [2, 24, false],
    [2, 100, false],
    [3, 0, false],
  ])('says of %d.%d: %s', (major, minor, old) => {
    expect(isTooOld({ major, minor })).toBe(old);
  });
});

describe('versionText', () => {
  it('writes it with a point', () => {
    expect(versionText({ major: 2, minor: 24 })).toBe('2.24');
  });
});
