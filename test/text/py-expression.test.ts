import { expect, test } from 'vitest';
import { type Py, pyCall, pyCode, pyFlat, pyLaidOut, pySequence, pyText } from '../../src/text/py-expression.ts';

/** A statement of four spaces, as it stands in the body of a class. */
function statement(value: Py): string {
  return `    name = ${pyLaidOut(value, 4, 11)}`;
}

const long = 'x'.repeat(40);

test('keeps on one line what fits 88 columns, and no more', () => {
  const call = (length: number): Py => pyCall('f', [{ name: 'a', value: pyText('x'.repeat(length)) }]);
  expect(statement(call(70))).toHaveLength(88);
  expect(statement(call(70))).not.toContain('\n');
  expect(statement(call(71))).toContain('\n');
});

test('puts the arguments of a call on a line of their own, or each on one', () => {
  const args = (count: number): Py =>
    pyCall(
      'models.CharField',
      Array.from({ length: count }, (_, place) => ({ name: `k${place}`, value: pyText('x'.repeat(25)) })),
    );
  expect(statement(args(2))).toBe(`    name = models.CharField(
        k0="xxxxxxxxxxxxxxxxxxxxxxxxx", k1="xxxxxxxxxxxxxxxxxxxxxxxxx"
    )`);
  expect(statement(args(3))).toBe(`    name = models.CharField(
        k0="xxxxxxxxxxxxxxxxxxxxxxxxx",
        k1="xxxxxxxxxxxxxxxxxxxxxxxxx",
        k2="xxxxxxxxxxxxxxxxxxxxxxxxx",
    )`);
});

test('leaves the columns free that are taken behind it, and by the name of an argument before it', () => {
  const list = (length: number): Py => pySequence('list', [pyText('x'.repeat(length)), pyText('y')]);
  expect(pyLaidOut(list(71), 4, 8, 0)).not.toContain('\n');
  expect(pyLaidOut(list(71), 4, 8, 1)).toContain('\n');
  const call = (name: string): string =>
    pyLaidOut(
      pyCall('f', [
        { name, value: list(60) },
        { name: 'other', value: list(60) },
      ]),
      4,
      4,
    );
  expect(call('fields')).toContain('        fields=["');
  expect(call('some_more_fields')).toContain('        some_more_fields=[\n');
});

test('puts each item of a list and of a tuple on a line', () => {
  expect(
    statement(
      pySequence('tuple', [pyText(long), pyCall('f', [{ value: pySequence('list', [pyCode(long), pyCode(long)]) }])]),
    ),
  ).toBe(`    name = (
        "${long}",
        f(
            [
                ${long},
                ${long},
            ],
        ),
    )`);
});

test('parts a long text behind a space, and a long word anywhere', () => {
  expect(statement(pyText(`${'word '.repeat(20)}end`))).toBe(`    name = (
        "word word word word word word word word word word word word word word word "
        "word word word word word end"
    )`);
  expect(statement(pyText('é'.repeat(100)))).toBe(`    name = (
        "${'é'.repeat(78)}"
        "${'é'.repeat(22)}"
    )`);
});

test('counts wide characters as two', () => {
  expect(statement(pyText('字'.repeat(37)))).not.toContain('\n');
  expect(statement(pyText('字'.repeat(38)))).toContain('\n');
});

test('writes one line as repr does', () => {
  expect(
    pyFlat(
      pyCall('f', [
        { value: pySequence('tuple', [pyText("it's")]) },
        { name: 'a', value: pySequence('list', [pyCode('1'), pyText('b')]) },
      ]),
    ),
  ).toBe(`f(("it's",), a=[1, 'b'])`);
  expect(pyFlat(pySequence('tuple', []))).toBe('()');
});
