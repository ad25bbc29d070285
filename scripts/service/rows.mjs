/** The rows that `npm run bench:service` asks for: books whose titles are three words out of some thousands. */

/** SQL for a word of letters, the same one for the same number. */
const word = (number) => `translate(substr(md5((${number})::text), 1, 7), '0123456789', 'ghijklmnop')`;

/** SQL for the title of the book with this number. */
const title = (number) =>
  `${word(`${number} * 31 % 5003`)} || ' ' || ${word(`${number} * 17 % 4999`)} || ' ' || ${word(`${number} % 4987`)}`;

/** SQL that fills the table of books with so many rows, and lets the planner know. */
export function fill(count) {
  const author = `${word('n % 997')} || ' ' || ${word('n % 9973')}`;
  return [
    'TRUNCATE books_book RESTART IDENTITY;',
    'INSERT INTO books_book (title, subtitle, author, isbn)',
    `SELECT ${title('n::bigint')}, '', ${author}, (9780000000000 + n::bigint * 7919 % 10000000000)::text FROM generate_series(1, ${count}) AS n;`,
    'VACUUM ANALYZE books_book;',
  ].join('\n');
}
