import { describe, expect, test } from 'vitest';
import { pyFloat, pyRepr, pyString } from '../../src/text/py.ts';

describe('pyString', () => {
  test.each([
    ['plain', '"plain"'],
    ['', '""'],
    ["it's", `"it's"`],
    ['say "hi"', `'say "hi"'`],
    [`"it's"`, `'"it\\'s"'`],
    [`'a' "b"`, `"'a' \\"b\\""`],
    ['a\\b', '"a\\\\b"'],
    ['one\ntwo\r\t', '"one\\ntwo\\r\\t"'],
    ['\0\x07\x7F\x9F', '"\\x00\\x07\\x7f\\x9f"'],
    ['\u00A0\u200D\u2028\uFEFF', '"\\xa0\\u200d\\u2028\\ufeff"'],
    ['\u{E0001}', '"\\U000e0001"'],
    ['{{ a }} ${b} %s', '"{{ a }} ${b} %s"'],
    ['Žluťoučký 한국 ✅', '"Žluťoučký 한국 ✅"'],
  ])('writes %j as %s', (text, literal) => {
    expect(pyString(text)).toBe(literal);
  });

  test('keeps a foreign word and writes by number what could be taken for ASCII', () => {
    expect(pyString('слово и дело')).toBe('"слово и дело"');
    expect(pyString('с')).toBe('"\\u0441"');
    expect(pyString('Alice’s – best')).toBe('"Alice\\u2019s \\u2013 best"');
    expect(pyString('–слово')).toBe('"\\u2013\\u0441л\\u043eв\\u043e"');
  });
});

describe('pyRepr', () => {
  test.each([
    ['plain', "'plain'"],
    ["it's", `"it's"`],
    [`"it's"`, `'"it\\'s"'`],
    ['Alice’s с', "'Alice’s с'"],
    ['\n\x1B\u202E', "'\\n\\x1b\\u202e'"],
  ])('writes %j as %s', (text, literal) => {
    expect(pyRepr(text)).toBe(literal);
  });
});

test.each([
  [0, '0.0'],
  [1, '1.0'],
  [-2.5, '-2.5'],
  [0.1, '0.1'],
  [0.0001, '0.0001'],
  [0.00001, '1e-05'],
  [1e15, '1000000000000000.0'],
  [1e16, '1e+16'],
  [1.5e300, '1.5e+300'],
])('pyFloat(%d) is %s', (value, literal) => {
  expect(pyFloat(value)).toBe(literal);
});
