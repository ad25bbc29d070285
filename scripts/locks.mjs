/**
 * `npm run locks`: locks every package of locks/packages.json anew with the real pipenv and writes locks/NAME.json for each set.
 * Needs Docker and the package index. A new set is let in only where both Python versions agree, every release has hashes, `pip check`
 * passes, the lock that src/python/packages composes from the data is, byte for byte, the one that pipenv wrote, and the tests of locks pass.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { exported } from './sources.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PYTHONS = ['3.13', '3.14'];

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const sorted = (table) => Object.fromEntries(Object.entries(table).sort(([left], [right]) => (left < right ? -1 : 1)));

/** What pipenv makes of a Pipfile in a fresh container; throws where it fails. */
function resolved(python, task) {
  const image = `python:${python}-slim`;
  console.error(`\n== ${image}`);
  const command = ['run', '--rm', '-i', image, 'python', '-c', read('scripts/locks-resolve.py')];
  const { status, stdout, error } = spawnSync('docker', command, {
    input: JSON.stringify(task),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`pipenv failed in ${image}`, { cause: error });
  return JSON.parse(stdout);
}

/** The releases of a lock as src/python/packages wants them; throws where one has no hashes or the lock and the graph do not fit. */
function lockedPackages(lock, graph) {
  const releases = { ...lock.default, ...lock.develop };
  for (const [name, release] of Object.entries(lock.develop)) {
    const twin = lock.default[name];
    if (twin && twin.version !== release.version)
      throw new Error(`${name} has two versions: ${twin.version}, ${release.version}`);
  }
  const [locked, installed] = [releases, graph].map((table) => Object.keys(table).sort());
  if (!isDeepStrictEqual(locked, installed)) {
    throw new Error(`The lock names ${locked.join(' ')}, but what was installed needs ${installed.join(' ')}`);
  }
  return Object.fromEntries(locked.map((name) => [name, lockedPackage(name, releases[name], graph[name])]));
}

function lockedPackage(name, { version, markers, hashes }, { '': requires, ...extras }) {
  if (!version?.startsWith('==') || !hashes?.length)
    throw new Error(`${name} was locked without a version or without hashes`);
  const bytes = hashes.sort().map((hash) => Buffer.from(hash.replace(/^sha256:/, ''), 'hex'));
  if (bytes.some(({ length }) => length !== 32)) throw new Error(`${name} has a hash that is no SHA-256`);
  return {
    version: version.slice(2),
    ...(markers && { markers }),
    ...(requires.length > 0 && { requires }),
    ...(Object.keys(extras).length > 0 && { extras: sorted(extras) }),
    hashes: Buffer.concat(bytes).toString('base64'),
  };
}

/** The releases with their hashes in the form that src/python/packages reads, as scripts/embed.mjs embeds them. */
function inHexadecimal(releases) {
  const entries = Object.entries(releases).map(([name, locked]) => [
    name,
    { ...locked, hashes: Buffer.from(locked.hashes, 'base64').toString('hex') },
  ]);
  return Object.fromEntries(entries);
}

/** Throws where another platform needs a package that the lock would have there only if the Pipfile named it. */
function refuseMissingElsewhere(elsewhere, specs) {
  const missing = elsewhere.filter(
    ([, , text]) => !specs.some(({ name, markers }) => markers && name === text.split('[')[0]),
  );
  if (missing.length === 0) return;
  const lines = missing.map(([platform, name, text]) => `  on ${platform}, ${name} needs ${text}`);
  throw new Error(
    `pipenv locks for Linux alone; name these in locks/packages.json with a marker:\n${lines.join('\n')}`,
  );
}

/** Locks one set with each Python and gives its releases. */
function lockedSet(set, wanted, project) {
  const specs = (names) => project.packageSpecs(names, wanted, set);
  const packages = specs([...Object.keys(wanted.packages), ...Object.keys(wanted.sets[set])]);
  const devPackages = specs(Object.keys(wanted.devPackages));
  // pipenv passes over a package whose marker does not hold here: it is locked without its marker, which is said when composing.
  const everywhere = (spec) => ({ ...spec, markers: undefined });
  const roots = [...packages, ...devPackages].map(({ name, extras }) => [name, extras ?? []]);
  const pipenv = JSON.parse(read('locks/tools.json')).pipenv;
  const found = PYTHONS.map((python) => {
    const index = project.DEFAULT_INDEX;
    const input = { index, python, packages: packages.map(everywhere), devPackages: devPackages.map(everywhere) };
    const { lock, graph, elsewhere } = resolved(python, { pipenv, pipfile: project.pipfileText(input), roots });
    refuseMissingElsewhere(elsewhere, [...packages, ...devPackages]);
    const releases = lockedPackages(JSON.parse(lock), graph);
    if (project.pipfileLockText(input, { packages: inHexadecimal(releases) }) !== lock) {
      throw new Error(`src/python/packages composes another lock for Python ${python} than pipenv ${pipenv} writes`);
    }
    return releases;
  });
  for (const name of Object.keys({ ...found[0], ...found[1] })) {
    if (!isDeepStrictEqual(found[0][name], found[1][name])) {
      throw new Error(`Python ${PYTHONS.join(' and ')} need different releases or requirements of ${name}`);
    }
  }
  return found[0];
}

/** A package a line, so that a change of one release is a change of one line. */
function dataText(packages) {
  const lines = Object.entries(packages).map(
    ([name, locked]) => `    ${JSON.stringify(name)}: ${JSON.stringify(locked)}`,
  );
  return `{\n  "packages": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** Writes the files, and puts the old ones back where the real pipenv does not take what is composed from the new. */
function letIn(files) {
  const urls = new Map([...files.keys()].map((path) => [path, new URL(`../${path}`, import.meta.url)]));
  const before = new Map(
    [...urls].map(([path, url]) => [path, existsSync(url) ? readFileSync(url, 'utf8') : undefined]),
  );
  const changed = [...files].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  if (changed.length === 0) return console.log('Nothing newer: the lock data stays as it is.');
  for (const path of changed) writeFileSync(urls.get(path), files.get(path));
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', 'test/project', 'test/docker/locks.test.ts'];
  const { status } = spawnSync(process.execPath, vitest, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) {
    for (const path of changed)
      before.get(path) === undefined ? rmSync(urls.get(path)) : writeFileSync(urls.get(path), before.get(path));
    throw new Error('The tests failed with the new releases; the lock data is as it was');
  }
  console.log(
    `Changed: ${changed.join(', ')}. Next: npm run goldens, and npm run test:docker for the projects themselves.`,
  );
}

// What writes a Pipfile and its lock, and the address of the index.
const project = await exported(`
  export * from './python/packages/pipfile.ts';
  export * from './python/packages/pipfile-lock.ts';
  export * from './embedded/package-specs.ts';
  export * from './options/default-index.ts';
`);
const wanted = JSON.parse(read('locks/packages.json'));
const sets = Object.keys(wanted.sets).map((set) => [set, lockedSet(set, wanted, project)]);
const [[, first]] = sets;
const isNews = ([name, locked]) => !isDeepStrictEqual(locked, first[name]);
// The sets share nearly all releases: every set after the first holds only what differs from it.
letIn(
  new Map(
    sets.map(([set, packages], place) => [
      `locks/${set}.json`,
      dataText(place === 0 ? packages : Object.fromEntries(Object.entries(packages).filter(isNews))),
    ]),
  ),
);
