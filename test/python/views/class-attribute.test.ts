import { expect, test } from 'vitest';
import { tupleAttribute, tupleLines } from '../../../src/python/views/class-attribute.ts';

test('a tuple that merges well has one item on each line', () => {
  expect(tupleLines([])).toBe('()');
  expect(tupleLines(['a'])).toBe('("a",)');
  expect(tupleLines(['a', 'b'])).toBe('(\n        "a",\n        "b",\n    )');
  expect(tupleLines(['a', 'b'], 0)).toBe('(\n    "a",\n    "b",\n)');
});

test('a tuple beside its attribute takes one line where that fits', () => {
  expect(tupleAttribute('ordering', [])).toBe('');
  expect(tupleAttribute('ordering', ['a'])).toBe('("a",)');
  expect(tupleAttribute('ordering', ['a', 'b'])).toBe('("a", "b")');
  const long = 'a'.repeat(70);
  expect(tupleAttribute('ordering', [long, 'b'], 8)).toBe(`(\n            "${long}",\n            "b",\n        )`);
});
