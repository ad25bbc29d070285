/** The rows that `npm run bench:service` asks for: books whose titles are three words out of some thousands. */

/** SQL for a word of letters, the same one for the same number. */
const word = (number) => `translate(substr(md5((${number})::text), 1, 7), '0123456789', 'ghijklmnop')`;

/** SQL for the title of the book with this number. */
const title = (number) => `${word(`${number} * 31 % 5003`)} || ' ' || ${word(`${number} * 17 % 4999`)} || ' ' || ${word(`${number} % 4987`)}`;

// Rows enter a table in a tenth of the time where the index of their texts is made behind them.
const WITHOUT_SEARCH_INDEX = `
CREATE TEMP TABLE left_out AS SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'books_book' AND indexdef LIKE '%USING gin%';
DO $$ DECLARE name text; BEGIN FOR name IN SELECT indexname FROM left_out LOOP EXECUTE format('DROP INDEX %I', name); END LOOP; END $$;
`;
const SEARCH_INDEX = "DO $$ DECLARE definition text; BEGIN FOR definition IN SELECT indexdef FROM left_out LOOP EXECUTE definition; END LOOP; END $$;";

/** SQL that fills the table of books with so many rows, and lets the planner know. */
export function fill(count) {
  const author = `${word('n % 997')} || ' ' || ${word('n % 9973')}`;
  return [
    'TRUNCATE books_book RESTART IDENTITY;',
    WITHOUT_SEARCH_INDEX,
    'INSERT INTO books_book (title, subtitle, author, isbn)',
    `SELECT ${title('n::bigint')}, '', ${author}, (9780000000000 + n::bigint * 7919 % 10000000000)::text FROM generate_series(1, ${count}) AS n;`,
    SEARCH_INDEX,
    'VACUUM ANALYZE books_book;',
  ].join('\n');
}

/** SQL that gives what somebody types who looks for one book: two words of its title. */
export const twoWords = (number) => `SELECT split_part(title, ' ', 1) || '+' || split_part(title, ' ', 2) FROM books_book WHERE id = ${number};`;
