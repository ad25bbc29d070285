/**
 * Builds dist/: the bin, the face for programs with its types, and the licences of what is bundled into them. Everything needed at
 * run time is inside, so that installing the package brings one package. What is imported by `await import()` is a file of its own.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
const SOURCE = join(ROOT, 'src');

/** A file below src/; throws where there is none. */
function source(path) {
  const file = join(SOURCE, path);
  if (!existsSync(file)) throw new Error(`scripts/build.mjs names src/${path}, which does not exist`);
  return file;
}

/** The files that programs and the bin start from. */
const INPUT = { cli: source('cli.ts'), index: source('index.ts') };

/**
 * The one thing that is done for a fast start, for it is worth more than 5 % of a creation: what names classes of Unicode is a file of its
 * own, loaded when it is first used. Node builds these classes when it reads the code: 8 % of a creation, and most projects are ASCII.
 */
const UNICODE = ['text/py-any.ts', 'text/title-case.ts', 'text/wide.ts'].map(source);

/** Makes `unicode.cjs` load when something of it is first named: `await import()` would make whoever needs it asynchronous. */
const unicodeLater = {
  name: 'unicode-later',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
    const loading = /(?<==)require\((["'`])\.\/unicode\.cjs\1\)/g;
    if (chunks.every(({ code }) => code.search(loading) === -1))
      throw new Error('scripts/build.mjs finds no place in the bundle that loads unicode.cjs');
    for (const chunk of chunks)
      chunk.code = chunk.code.replaceAll(loading, (call) => `new Proxy({},{get:(_,name)=>${call}[name]})`);
  },
};

/** Where a console has no signs beyond ASCII, clack ends its frame in a dash that is none of them. */
const asciiFrame = {
  name: 'ascii-frame',
  transform(code, id) {
    if (!/@clack\Wprompts\Wdist\Windex\.mjs$/.test(id)) return null;
    const end = String.raw`S_BAR_END = unicodeOr("\u2514", "\u2014")`;
    if (!code.includes(end)) throw new Error('scripts/build.mjs finds no end of a frame in @clack/prompts');
    return code.replace(end, end.replace(String.raw`\u2014`, '-'));
  },
};

/** A licence without its title, parted into the paragraphs that name who grants it and the rest, which most packages share. */
function parted(licence) {
  const paragraphs = licence
    .replaceAll('\r', '')
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim());
  const said = paragraphs.filter((paragraph) => !/^\W*(?:the )?(?:mit )?licen[cs]e(?: \(mit\))?\W*$/i.test(paragraph));
  const isOwn = (paragraph) => /^(?:mit licen[cs]e )?copyright /i.test(paragraph);
  return { own: said.filter(isOwn), rest: said.filter((paragraph) => !isOwn(paragraph)).join('\n\n') };
}

/** Each licence text once, below the packages in the bundle that it is for and their copyrights; throws where one ships no licence. */
function licences(ids) {
  const names = ids.flatMap((id) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(id)?.[1] ?? []);
  const packages = new Map();
  for (const name of [...new Set(names)].sort()) {
    const folder = join(ROOT, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.|$)/i.test(one));
    if (file === undefined) throw new Error(`${name} ships no licence`);
    const { own, rest } = parted(readFileSync(join(folder, file), 'utf8'));
    packages.set(rest, [
      ...(packages.get(rest) ?? []),
      [`${name} ${version} (${license})`, ...own.map((line) => `  ${line}`)].join('\n'),
    ]);
  }
  return [...packages].map(([text, heads]) => `${heads.join('\n')}\n\n${text}\n`);
}

execFileSync(process.execPath, [join(ROOT, 'scripts/embed.mjs')], { stdio: 'inherit' });
rmSync(DIST, { recursive: true, force: true });

const bundle = await rolldown({
  cwd: ROOT,
  input: INPUT,
  platform: 'node',
  plugins: [asciiFrame, unicodeLater],
  preserveEntrySignatures: 'allow-extension',
});
const { output } = await bundle.write({
  dir: DIST,
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
  minify: true,
  comments: { legal: false },
  codeSplitting: { groups: [{ name: 'unicode', test: (id) => UNICODE.includes(id) }] },
});

const bin = join(DIST, 'cli.cjs');
writeFileSync(bin, `#!/usr/bin/env node\n${readFileSync(bin, 'utf8')}`);
chmodSync(bin, 0o755);
const { exports } = output.find((file) => file.fileName === 'index.cjs');
writeFileSync(join(DIST, 'index.js'), `export { ${exports.join(', ')} } from './index.cjs';\n`);
writeFileSync(
  join(DIST, 'LICENSES.txt'),
  licences(output.flatMap((file) => file.moduleIds ?? [])).join(`\n${'-'.repeat(80)}\n\n`),
);

execFileSync(
  process.execPath,
  [join(ROOT, 'node_modules/typescript/bin/tsc'), '--project', join(ROOT, 'tsconfig.types.json')],
  { stdio: 'inherit' },
);

/** Every declaration that the face refers to, directly or not, with the endings that a reader of the package finds. */
function declarations() {
  const reached = new Map();
  const pending = [join(DIST, 'types/index.d.ts')];
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (reached.has(file)) continue;
    const text = readFileSync(file, 'utf8');
    const imported = [...text.matchAll(/(?:from |import\()'(\.[^']*)\.ts'/g)].map(([, path]) =>
      join(dirname(file), `${path}.d.ts`),
    );
    reached.set(file, text.replaceAll(/((?:from |import\()'\.[^']*)\.ts'/g, "$1.js'"));
    pending.push(...imported);
  }
  return reached;
}

const reached = declarations();
rmSync(join(DIST, 'types'), { recursive: true });
for (const [file, text] of reached) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
