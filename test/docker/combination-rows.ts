import type { Option } from '../../src/options/option.ts';
import { PROJECT_OPTIONS } from '../../src/options/table.ts';
import { resourcesOf } from '../answers/resource-of.ts';
import { type Row, type Values, coveringRows } from './covering-rows.ts';

/** The texts among the answers that change more than themselves: without one, and with one. The others are those of hostile-text.test.ts. */
const TEXTS: Values = { cors: ['', 'http://localhost:3000,https://app.example.com'] };
const OTHER_TEXTS = ['name', 'title', 'description', 'author', 'index'];

/** What a project is about: the book, or rows of users, some of which have no owner, with files. */
export const ABOUT: Values = {
  book: ['Book title:char:250 subtitle:char:250:optional author:char:100 isbn:char:13:unique'],
  owned: [
    'Note owner:owner title:char:100 text:text:optional',
    'Loan borrower:owner:set_null paper:file note:fk:Note:optional @ordering=-id',
  ],
};

/** What each option can be, from the option table itself. */
export const VALUES: Values = Object.fromEntries(
  PROJECT_OPTIONS.flatMap((option: Option): [string, readonly string[]][] => {
    if (option.kind === 'choice') return [[option.key, option.choices.map(({ value }) => value)]];
    if (option.kind === 'switch') return [[option.key, ['true', 'false']]];
    if (option.kind === 'resources') return [[option.key, Object.keys(ABOUT)]];
    return OTHER_TEXTS.includes(option.key) ? [] : [[option.key, TEXTS[option.key] ?? []]];
  }),
);

/** Few projects in which every value of every option meets every value of every other one. */
export const ROWS = coveringRows(VALUES);

/**
 * The answers of a row, as the tool takes them.
 * @param row of `ROWS`
 */
export function answersOf(row: Row): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => {
      if (key === 'resources') return [key, resourcesOf(...(ABOUT[value] ?? []))];
      return [key, value === 'true' || value === 'false' ? value === 'true' : value];
    }),
  );
}
