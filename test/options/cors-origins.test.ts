import { expect, test } from 'vitest';
import { originsOf, originsProblem } from '../../src/options/cors-origins.ts';

test.each([
  ['', []],
  [' ', []],
  ['https://app.example.com', ['https://app.example.com']],
  [
    'https://app.example.com, http://localhost:3000,https://app.example.com',
    ['https://app.example.com', 'http://localhost:3000'],
  ],
  ['http://127.0.0.1:5173,http://[::1]:3000', ['http://127.0.0.1:5173', 'http://[::1]:3000']],
])('%j has the origins %j', (value, origins) => {
  expect(originsProblem(value)).toBeUndefined();
  expect(originsOf(value)).toEqual(origins);
});

const next =
  'Give scheme, host and port alone, such as https://app.example.com or http://localhost:3000; commas between several.';

test.each([
  'app.example.com',
  'localhost:3000',
  'file:///tmp',
  'https://',
  'https://app.example.com,',
  "https://it's.example.com",
  'https://{{x}}',
  'null',
])('%s is refused', (origin) => {
  expect(originsProblem(origin)).toEqual({
    what: `${JSON.stringify(origin.endsWith(',') ? '' : origin)} is not the origin of a site`,
    next,
  });
});

test('all sites at once are refused', () => {
  expect(originsProblem('*')).toEqual({
    what: '"*" is not the origin of a site',
    why: 'Every site would call the API in the name of who visits it.',
    next,
  });
});

test.each([
  ['https://app.example.com/', 'https://app.example.com'],
  ['https://app.example.com/path?q#x', 'https://app.example.com'],
  ['https://App.Example.com', 'https://app.example.com'],
  ['https://app.example.com:443', 'https://app.example.com'],
  ['https://user:secret@app.example.com', 'https://app.example.com'],
  ['https://bücher.example', 'https://xn--bcher-kva.example'],
])('%s is refused, and %s named', (origin, better) => {
  expect(originsProblem(`http://localhost:3000,${origin}`)).toEqual({
    what: `${JSON.stringify(origin)} is not the origin of a site`,
    why: 'Browsers send it in one form, without a path.',
    next: `Give ${better}.`,
  });
});
