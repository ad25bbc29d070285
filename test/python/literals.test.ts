import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pyFloat, pyRepr, pyString } from '../../src/text/py.ts';
import { type Py, pyCall, pyCode, pyLaidOut, pySequence, pyText } from '../../src/text/py-expression.ts';
import { djangoWords, labelOf } from '../../src/text/words.ts';
import { hostileText } from '../answers/resource-arbitrary.ts';
import { virtualenv } from './virtualenv.ts';

const SEED = 20_261_121;
const texts = fc.sample(hostileText(0, 40), { numRuns: 2000, seed: SEED });
const numbers = fc.sample(
  fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.double({ min: 1e-7, max: 1e-3, noNaN: true }),
  ),
  { numRuns: 2000, seed: SEED },
);
const names = fc.sample(
  fc.string({ unit: fc.constantFrom(...Array.from('abcdeXYZTW_019')), maxLength: 20 }).map((rest) => `N${rest}`),
  { numRuns: 2000, seed: SEED },
);

/** Runs a line of Python for each item of `items`, and gives what it prints as JSON. */
function inPython(expression: string, items: readonly unknown[], imports = 'import ast'): unknown {
  const script = `import json, sys\n${imports}\nprint(json.dumps([${expression} for item in json.load(sys.stdin)]))`;
  return JSON.parse(
    execFileSync(join(virtualenv(), 'python'), ['-c', script], { encoding: 'utf8', input: JSON.stringify(items) }),
  );
}

test('every literal of a text means that text', () => {
  expect(inPython('ast.literal_eval(item)', texts.map(pyString))).toEqual(texts);
});

test('pyRepr is repr', () => {
  expect(inPython('repr(item)', texts)).toEqual(texts.map(pyRepr));
});

test('pyFloat is the repr of a float', () => {
  expect(inPython('repr(float(item))', numbers.map(pyFloat))).toEqual(numbers.map(pyFloat));
  expect(inPython('float(item)', numbers.map(pyFloat))).toEqual(
    numbers.map((value) => (Object.is(value, -0) ? 0 : value)),
  );
});

test('words and labels are Django’s own', () => {
  expect(inPython('camel_case_to_spaces(item)', names, 'from django.utils.text import camel_case_to_spaces')).toEqual(
    names.map(djangoWords),
  );
  expect(inPython('item.replace("_", " ").title()', names)).toEqual(names.map(labelOf));
});

const leaf: fc.Arbitrary<Py> = fc.oneof(
  fc
    .stringMatching(/^[a-z]{1,25}$/)
    .filter(
      (name) =>
        !/^(?:as|if|in|is|or|and|def|del|for|not|try|elif|else|from|pass|with|break|class|false|none|true|raise|while|yield|async|await|except|global|import|lambda|return|assert|finally|continue|nonlocal)$/.test(
          name,
        ),
    )
    .map(pyCode),
  fc.oneof(hostileText(0, 20), hostileText(0, 150)).map(pyText),
);
const expression = fc.letrec<{ value: Py; call: Py }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    leaf,
    tie('call'),
    fc
      .tuple(fc.constantFrom('list' as const, 'tuple' as const), fc.array(tie('value'), { maxLength: 4 }))
      .map(([kind, items]) => pySequence(kind, items)),
  ),
  call: fc.array(tie('value'), { maxLength: 5 }).map((values) =>
    pyCall(
      'models.SomeField',
      values.map((value, place) => (place === 0 ? { value } : { name: `keyword_${place}`, value })),
    ),
  ),
}));

test('ruff leaves every expression as it is laid out', () => {
  const statements = fc
    .sample(fc.oneof(expression.value, expression.call), { numRuns: 1500, seed: SEED })
    .map((value, place) => {
      const head = `    name_${place} = `;
      return head + pyLaidOut(value, 4, head.length);
    });
  const source = `class A:\n${statements.join('\n')}\n`;
  const formatted = execFileSync(join(virtualenv(), 'ruff'), ['format', '--isolated', '--no-cache', '-'], {
    encoding: 'utf8',
    input: source,
  });
  expect(formatted).toBe(source);
  const checked = execFileSync(
    join(virtualenv(), 'ruff'),
    ['check', '--isolated', '--no-cache', '--select', 'E501,W,RUF001,PLE', '-'],
    { encoding: 'utf8', input: source },
  );
  expect(checked).toBe('All checks passed!\n');
});
