import { posix } from 'node:path';
import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import security from 'eslint-plugin-security';
import sonarjs from 'eslint-plugin-sonarjs';
import tseslint from 'typescript-eslint';

/** The folders of src/ from the ground up. A file imports from its own folder and from those before it; see CONTRIBUTING. */
const ROOMS = [
  'text',
  'templates',
  'resource/model',
  'resource/field-types',
  'resource/parse',
  'resource/check',
  'resource',
  'options/presets',
  'options',
  'answers',
  'features',
  'embedded',
  'python/packages',
  'python/field-types',
  'python/models',
  'python/migrations',
  'python/samples',
  'python/views',
  'python/tests',
  'render',
  'changes',
  ['machine/process', 'terminal/start'],
  ['machine/docker', 'terminal/show'],
  ['machine/git', 'terminal/ask'],
  'machine/target',
  'machine/write',
  'commands/create',
  'commands',
];

/** The last folder that nothing of the machine may enter. */
const PURE = ROOMS.indexOf('changes');

/** Node's built-ins and what stands for them; from `changes` down nothing may touch the machine. */
const BUILT_INS = {
  regex: '^(node:|fs$|path$|os$|child_process$|process$|fs-extra$|execa$|@clack/)',
  message: 'From changes/ down the code is pure: it runs in a browser too.',
};

/** The beginning of every import in one folder that names a module of another. */
const leadsTo = (from, to) => `^${(posix.relative(from, to) || '.').replaceAll('.', '\\.')}/[^/]+$`;

/** Whether two folders belong to parts that do not know each other. */
const apart = (one, other) =>
  [one, other]
    .map((name) => name.split('/')[0])
    .sort()
    .join() === 'machine,terminal';

/** One configuration a folder: what it may not import. */
const arrows = ROOMS.flatMap((group, floor) =>
  [group].flat().map((name) => {
    const others = ROOMS.flat().filter((other) => other !== name);
    const above = ROOMS.slice(floor + 1).flat();
    const closed = others.filter((other) => above.includes(other) || apart(name, other));
    const patterns = closed.map((other) => ({
      regex: leadsTo(name, other),
      message: `Imports point down only: ${name}/ does not know ${other}/.`,
    }));
    if (name === 'commands') patterns.push({ regex: '^\\./[^/]+$', message: 'No command imports another.' });
    if (floor <= PURE) patterns.push(BUILT_INS);
    patterns.push({
      regex: '^(\\.\\./)+(cli|index)\\.ts$',
      message: 'Nothing inside imports the public API of the package.',
    });
    return { files: [`src/${name}/*.ts`], rules: { 'no-restricted-imports': ['error', { patterns }] } };
  }),
);

const typed = [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked].map((config) => ({
  ...config,
  files: ['src/**/*.ts', 'test/**/*.ts'],
}));

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'templates/', 'test/goldens/', 'src/**/embedded*.ts'] },
  js.configs.recommended,
  regexp.configs['flat/recommended'],
  ...typed,
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { sonarjs },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      // A number in a template is its digits; String() around each would say nothing.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      complexity: ['error', 15],
      'sonarjs/cognitive-complexity': ['error', 15],
      'sonarjs/slow-regex': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { security },
    rules: {
      ...security.configs.recommended.rules,
      // They count every file that is read or written by a name, and every index; a tool that writes files has many of both.
      'security/detect-non-literal-fs-filename': 'off',
      'security/detect-object-injection': 'off',
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      'no-console': 'error',
      'no-restricted-globals': ['error', 'process', 'console'],
    },
  },
  {
    // A test reads JSON that it then asserts on; declaring its shape first would say the same twice.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['src/cli.ts', 'src/terminal/**/*.ts'], rules: { 'no-restricted-globals': 'off' } },
  ...[
    [['src/text/**/*.ts'], '^\\.\\./(?!problem)'],
    [['src/problem.ts', 'src/result.ts', 'src/project-files.ts'], '^\\./(?!problem)'],
  ].map(([files, regex]) => ({
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [BUILT_INS, { regex, message: 'The ground imports nothing above it.' }] },
      ],
    },
  })),
  ...arrows,
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' } },
  },
);
