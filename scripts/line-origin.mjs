/** What `npm run where` answers. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Handlebars from 'handlebars';
import { markedTemplates, originsOf } from './marked-templates.mjs';
import { exported } from './sources.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What the code writes without a template, by the paths of the files. */
const COMPOSED = [
  [/^Pipfile$/, 'src/python/packages/pipfile.ts'],
  [/^Pipfile\.lock$/, 'src/python/packages/pipfile-lock.ts'],
  [/^requirements[\w-]*\.(?:in|txt)$/, 'src/python/packages/requirements.ts'],
  [/\/migrations\/\d+_\w+\.py$/, 'src/python/migrations/migration.ts'],
  [/^\.drf-docker\.json$/, 'src/answers/answers-file.ts'],
];

/** What of the sources answers the question. */
const {
  ANSWERS_FILE,
  argvOptions,
  completeProjectAnswers,
  FEATURES,
  givenValues,
  nearestOf,
  readAnswersFile,
  readArgv,
  renderFrom,
  VERSION,
} = await exported(`
  export { ANSWERS_FILE, readAnswersFile } from './answers/answers-file.ts';
  export { argvOptions, readArgv } from './answers/argv.ts';
  export { completeProjectAnswers } from './answers/complete.ts';
  export { givenValues } from './answers/sources.ts';
  export { FEATURES } from './features/index.ts';
  export { renderFrom } from './render/render.ts';
  export { VERSION } from './embedded/version.ts';
  export { nearestOf } from './text/nearest.ts';
`);

/** A question that cannot be answered. */
export class UsageError extends Error {}

/** The value of an outcome; throws with its problems. */
function valueOf({ value, problems }) {
  if (problems === undefined) return value;
  throw new UsageError(
    problems
      .map(({ what, why, next }) => [`${what}.`, why, next].filter((part) => part !== undefined).join(' '))
      .join('\n'),
  );
}

/** The path in its project of a file on the disk, and the project's answers file; none where no project is around it. */
function generated(path, cwd) {
  const file = resolve(cwd, path);
  if (!existsSync(file)) return undefined;
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const answersFile = join(folder, ANSWERS_FILE);
    if (existsSync(answersFile)) return { path: relative(folder, file).split(sep).join('/'), answersFile };
  }
  return undefined;
}

/** The answers that the arguments behind the path give. */
function answersOf(args, cwd, answersFile) {
  const argv = readArgv(
    parseArgs({ args, options: argvOptions(), strict: false, allowPositionals: true, tokens: true }).tokens,
  );
  if (argv.problems.length > 0) return valueOf(argv);
  const { directory, ...given } = argv.given;
  const file = [argv.controls.answers, directory, answersFile].find((one) => one);
  if (file !== undefined && !existsSync(resolve(cwd, file))) throw new UsageError(`${file} does not exist.`);
  const values =
    file === undefined ? { value: {} } : readAnswersFile(readFileSync(resolve(cwd, file), 'utf8'), file, VERSION);
  return valueOf(completeProjectAnswers(valueOf(givenValues({ ...argv, given }, values, () => 'project'))));
}

/** The file below src/features/ that has a feature. */
function featureFile(name) {
  const folder = join(ROOT, 'src/features');
  const file = readdirSync(folder).find((one) => readFileSync(join(folder, one), 'utf8').includes(`name: '${name}'`));
  return `src/features/${file}`;
}

/** All texts within a value. */
function textsIn(value) {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Whether a line has a text that is not a part of a longer name. */
function names(line, text) {
  return line.split(/[^\w.-]+/).includes(text);
}

/** The feature behind a line: that of its template, or the one whose values it prints. */
function featureOf({ folder }, line, answers) {
  if (folder.startsWith('features/')) return folder.slice('features/'.length);
  return FEATURES.find(
    (feature) => feature.applies(answers) && textsIn({ ...feature, name: undefined }).some((text) => names(line, text)),
  )?.name;
}

/** Where the templates print a slot. */
function hostsOf(slot, files) {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, place) => (line.includes(`{{slots.${slot}}}`) ? [`templates/${path}:${place + 1}`] : [])),
  );
}

/** The blocks around a line of a template, from the outermost. */
function blocksAround(line, { path, text }) {
  if (!path.endsWith('.hbs')) return [];
  const blocks = [];
  const visitor = new Handlebars.Visitor();
  visitor.BlockStatement = (block) => {
    if (block.loc.start.line < line && block.loc.end.line > line)
      blocks.push(`${text.split('\n')[block.loc.start.line - 1].trim()} in line ${block.loc.start.line}`);
    Handlebars.Visitor.prototype.BlockStatement.call(visitor, block);
  };
  visitor.accept(Handlebars.parse(text));
  return blocks;
}

/** The lines of an answer, each behind its name. */
function columns(entries) {
  return entries.map(([name, value]) => `${name.padEnd(8)}  ${value}`).join('\n');
}

/** The line of a feature, or of none. */
function featureEntry(feature) {
  return ['feature', feature === undefined ? 'none' : `${feature}, in ${featureFile(feature)}`];
}

function slotEntry(file, files) {
  return ['slot', file.part === 'slots' ? `${file.name}, printed by ${hostsOf(file.name, files).join(', ')}` : 'none'];
}

/** What is behind one line of a file. */
function lineText(path, number, { lines, files, answers }) {
  const { line, origins } = lines[number - 1];
  const parts = origins.map(({ template, line: own }) => {
    const file = files[template];
    return columns([
      ['template', `templates/${file.path}:${own}    ${file.text.split('\n')[own - 1].trim()}`.trimEnd()],
      ...blocksAround(own, file).map((block) => ['inside', block]),
      slotEntry(file, files),
      featureEntry(featureOf(file, line, answers)),
    ]);
  });
  return [`${path}:${number}    ${line.trim()}`.trimEnd(), ...parts].join('\n\n');
}

/** What is behind a whole file: its template, then those that add to it. */
function fileText(path, { lines, files }) {
  const behind = [...new Set(lines.flatMap(({ origins }) => origins.map(({ template }) => template)))]
    .map((template) => files[template])
    .sort((left, right) => Number(left.part === 'slots') - Number(right.part === 'slots'));
  const feature = ({ folder }) => /^features\/(.+)$/.exec(folder)?.[1];
  return [
    path,
    ...behind.map((file) =>
      columns([['template', `templates/${file.path}`], slotEntry(file, files), featureEntry(feature(file))]),
    ),
  ].join('\n\n');
}

/** What is behind a file that the code writes without a template, or behind one line of it. */
function composedText(path, number, { lines, code, answers }) {
  const template = ['template', `none, ${code} writes the file`];
  if (number === undefined) return `${path}\n\n${columns([template])}`;
  const { line } = lines[number - 1];
  return `${path}:${number}    ${line.trim()}\n\n${columns([template, ['slot', 'none'], featureEntry(featureOf({ folder: '' }, line, answers))])}`;
}

/**
 * The answer to a question.
 * @param what the path of a file, with or without the number of a line
 * @param args the answers of the project: flags of the tool, or an answers file
 * @param cwd the folder that paths are relative to
 * @throws UsageError where there is no such file or line, or the answers are wrong
 */
export async function behind(what, args, cwd) {
  const [, asked, digits] = /^(.+?)(?::(\d+))?$/.exec(what);
  const { path, answersFile } = generated(asked, cwd) ?? { path: asked };
  const answers = answersOf(args, cwd, answersFile);
  const { files, trees } = await markedTemplates();
  const project = renderFrom(trees, answers, { secretKey: 'k', adminPassword: 'p', uid: 1000, gid: 1000 });
  const text = project.get(path);
  if (text === undefined) {
    const nearest = nearestOf(path, [...project.keys()]);
    throw new UsageError(
      `A project with these answers has no file ${path}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`,
    );
  }
  const lines = originsOf(text.replace(/\n$/, ''));
  const number = digits === undefined ? undefined : Number(digits);
  if (number !== undefined && lines[number - 1] === undefined)
    throw new UsageError(`${path} has ${lines.length} lines.`);
  const [, code] = COMPOSED.find(([paths]) => paths.test(path)) ?? [];
  if (code !== undefined) return composedText(path, number, { lines, code, answers });
  return number === undefined ? fileText(path, { lines, files }) : lineText(path, number, { lines, files, answers });
}
