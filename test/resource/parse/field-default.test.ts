import { expect, test } from 'vitest';
import { readDecimalDefault, readPlainDefault, readTextDefault } from '../../../src/resource/parse/field-default.ts';

/** Those of some texts that are refused. */
function refused(texts: readonly string[], read: (text: string) => object): readonly string[] {
  return texts.filter((text) => !('value' in read(text)));
}

const email = (text: string): object => readTextDefault('email', undefined, text);
const address = (text: string): object => readPlainDefault('genericipaddress', text);
const decimal = (text: string): object => readDecimalDefault(6, 2, text);

test('email addresses', () => {
  expect(refused(['anna@example.com', 'a.b+c@mail.example-1.org', 'X@A.B'], email)).toEqual([]);
  const wrong = [
    'me',
    'a@b',
    '@example.com',
    'a@',
    'a@b@example.com',
    'a b@example.com',
    'a@-b.com',
    'a@b-.com',
    'a@b..com',
    'a@.com',
    'a@b.com.',
    '"a"@b.com',
    'a@b_c.com',
  ];
  expect(refused(wrong, email)).toEqual(wrong);
});

test('IP addresses', () => {
  expect(refused(['0.0.0.0', '127.0.0.1', '255.249.199.99', '::1', '2001:db8::ff', '::ffff:1.2.3.4'], address)).toEqual(
    [],
  );
  const wrong = [
    '1.2.3',
    '1.2.3.4.',
    '1.2.3.4.5',
    '256.1.1.1',
    '01.2.3.4',
    '1..2.3',
    '1.2.3.-4',
    '1.2.3.4e0',
    '::1::',
    ':::',
    'g::',
    '',
  ];
  expect(refused(wrong, address)).toEqual(wrong);
});

test('decimal numbers', () => {
  expect(refused(['0', '-1', '9.90', '-0.5', '9999.99', '0.00'], decimal)).toEqual([]);
  const wrong = ['', '-', '.5', '5.', '00', '1e3', '1,5', '+1', '12345.00', '1.234', ' 1'];
  expect(refused(wrong, decimal)).toEqual(wrong);
  expect(readDecimalDefault(2, 0, '1.5')).toEqual({ why: 'It has 1 decimal place, and the field holds 0.' });
});
