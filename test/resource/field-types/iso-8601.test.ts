import { expect, test } from 'vitest';
import { dayParts, durationParts, momentParts, timeParts } from '../../../src/resource/field-types/iso-8601.ts';

test('days', () => {
  expect(dayParts('2024-02-29')).toEqual([2024, 2, 29]);
  expect(['2026-02-29', '2026-13-01', '2026-00-10', '0099-01-01', '2026-1-1', '20260101', ''].map(dayParts)).toEqual(
    Array(7).fill(undefined),
  );
});

test('times', () => {
  expect(timeParts('09:30')).toEqual([9, 30, 0, 0]);
  expect(timeParts('23:59:59.5')).toEqual([23, 59, 59, 500_000]);
  expect(
    ['24:00', '9:30', '09:60', '09:30:00.1234567', '09:30Z', '09:30.5', '09:30:60', '09:30:00.'].map(timeParts),
  ).toEqual(Array(8).fill(undefined));
});

test('moments', () => {
  expect(momentParts('2026-01-31T09:30:01Z')).toEqual([2026, 1, 31, 9, 30, 1, 0]);
  expect(momentParts('2026-01-31')).toEqual([2026, 1, 31, 0, 0, 0, 0]);
  expect(
    ['2026-01-31T09:30', '2026-01-31 09:30Z', '2026-02-31T09:30Z', '2026-01-31T09:30+01:00'].map(momentParts),
  ).toEqual(Array(4).fill(undefined));
});

test('spans', () => {
  expect(durationParts('P2W')).toEqual({ days: 14, seconds: 0 });
  expect(durationParts('P1DT2H30M5S')).toEqual({ days: 1, seconds: 9005 });
  expect(durationParts('PT25H')).toEqual({ days: 1, seconds: 3600 });
  expect(durationParts('P0D')).toEqual({ days: 0, seconds: 0 });
  expect(durationParts('P1W2DT3S')).toEqual({ days: 9, seconds: 3 });
  const refused = [
    'P',
    'PT',
    'P1M',
    'P1Y',
    '1D',
    'P1',
    'P1DT',
    '-P1D',
    'PT0.5S',
    'P1D2W',
    'P1D1D',
    'PT1S1H',
    'PT1HT1M',
    'P1H',
    'PD',
    'P1234567D',
    'P 1D',
    '',
  ];
  expect(refused.filter((text) => durationParts(text) !== undefined)).toEqual([]);
});
