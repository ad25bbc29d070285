/**
 * `npm run where -- PATH[:LINE] [ANSWERS]`: prints the template, slot and feature behind a file of a generated project, or behind one of its
 * lines. PATH is a path in the project, or of a file in a project that was generated. ANSWERS are flags of the tool (`--database sqlite`) or
 * an answers file; without them the answers are those of the project that has the file, or the defaults. Exits with 2 where there is no
 * such file or line.
 */
import { behind, UsageError } from './line-origin.mjs';

const USAGE = `Usage: npm run where -- PATH[:LINE] [ANSWERS]

  npm run where -- config/settings.py:15
  npm run where -- config/settings.py:15 --database sqlite
  npm run where -- ../shop/compose.yaml:12`;

const [what, ...args] = process.argv.slice(2);
try {
  if (what === undefined || what.startsWith('-')) throw new UsageError(USAGE);
  // npm runs a script in the folder of the package, wherever the user is.
  console.log(await behind(what, args, process.env.INIT_CWD ?? process.cwd()));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
