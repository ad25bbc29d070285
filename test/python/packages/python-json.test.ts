import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pythonJson } from '../../../src/python/packages/python-json.ts';

test('keys stand in order at every depth, in ASCII and without white space', () => {
  const value = { b: ['ü', { z: true, a: '\u{1F4DA}' }], a: '\u007F\n"\\', none: undefined };
  expect(pythonJson(value)).toBe(String.raw`{"a":"\u007f\n\"\\","b":["\u00fc",{"a":"\ud83d\udcda","z":true}]}`);
});

test('an indent is four spaces a level, and what is empty stays on its line', () => {
  expect(pythonJson({ default: {}, hashes: ['x'] }, 4)).toBe(
    '{\n    "default": {},\n    "hashes": [\n        "x"\n    ]\n}',
  );
});

test('any text comes back as it was and is written in ASCII', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const written = pythonJson([text]);
      expect(written).toMatch(/^[\x20-\x7E]*$/);
      expect(JSON.parse(written)).toStrictEqual([text]);
    }),
  );
});
