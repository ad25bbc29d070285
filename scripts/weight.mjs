/**
 * `npm run weight`: prints what projects weigh, each figure with its budget. With `-- --lines`, their owner's lines behind one GET of a
 * list too, file by file; that takes Python and the packages of the lock. Exits with 1 where a budget is exceeded.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The modules of the tests that weigh, bundled into a file beside the packages that they import. */
async function weighing() {
  const contents = "export * from './test/weight.ts'; export * from './test/python/lines-to-read.ts';";
  const folder = mkdtempSync(join(ROOT, 'node_modules/.weight-'));
  const outfile = join(folder, 'weight.mjs');
  try {
    await build({
      stdin: { contents, resolveDir: ROOT, loader: 'ts' },
      bundle: true,
      outfile,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      target: 'node20',
    });
    return await import(pathToFileURL(outfile));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.chdir(ROOT);
const { exceeded, FURTHER, linesToRead, total, weigh, WEIGHED } = await weighing();
const withLines = process.argv.includes('--lines');

/** The lines behind one GET by the name of the project, those of each file. */
const read = new Map();

/** The number of a project's lines behind one GET; none where its list is not answered, and the reason is printed. */
function linesOf(project) {
  try {
    read.set(project.name, linesToRead(project.answers));
    return total(read.get(project.name));
  } catch (error) {
    console.error(`${project.name}: ${error.message.trim().split('\n').at(-1)}`);
    process.exitCode = 1;
    return NaN;
  }
}

/** What each project weighs, with the lines behind one GET where they are asked for. */
function figures() {
  const projects = [...WEIGHED, FURTHER].map((project) => ({ ...project, figures: weigh(project) }));
  if (!withLines) return projects;
  const counts = new Map([...WEIGHED, FURTHER].map((project) => [project.name, linesOf(project)]));
  counts.set(FURTHER.name, counts.get(FURTHER.name) - counts.get('library'));
  return projects.map((project) => ({ ...project, figures: { ...project.figures, lines: counts.get(project.name) } }));
}

/** Prints rows of cells in columns, the numbers to the right. */
function printTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const [name, ...cells] of rows) {
    console.log([name.padEnd(widths[0]), ...cells.map((cell, place) => cell.padStart(widths[place + 1]))].join('  '));
  }
}

const rows = figures();
printTable([
  ['', ...Object.keys(rows[0].figures)],
  ...rows.map((row) => [
    row.name,
    ...Object.entries(row.figures).map(([figure, value]) => `${value} of ${row.budget[figure]}`),
  ]),
]);
for (const [name, lines] of read) {
  console.log(`\n${name}`);
  printTable(Object.entries(lines).map(([file, count]) => [file, String(count)]));
}
for (const { name, figures: its, budget } of rows) {
  const above = Object.entries(exceeded(its, budget));
  if (above.length === 0) continue;
  console.error(`Over its budget: ${name}, ${above.map(([figure, text]) => `${figure} ${text}`).join(', ')}`);
  process.exitCode = 1;
}
