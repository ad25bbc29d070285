import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import security from 'eslint-plugin-security';
import sonarjs from 'eslint-plugin-sonarjs';
import tseslint from 'typescript-eslint';

/** The rooms of src/ from the ground up. A file imports from its own room and from those before it; see DESIGN and CONTRIBUTING. */
const ROOMS = ['text', 'templates', 'answers', 'features', 'project', 'changes', ['machine', 'terminal'], 'commands'];

/** Node's built-ins and what stands for them; from `changes` down nothing may touch the machine. */
const BUILT_INS = { regex: '^(node:|fs$|path$|os$|child_process$|process$|fs-extra$|execa$|@clack/)', message: 'From changes/ down the code is pure: it runs in a browser too.' };

/** One configuration a room: what it may not import. */
const arrows = ROOMS.flatMap((room, floor) =>
  [room].flat().map((name) => {
    const above = ROOMS.slice(floor + 1).flat().concat([room].flat().filter((other) => other !== name));
    const patterns = above.map((other) => ({ regex: `^\\.\\./(\\.\\./)?${other}/`, message: `Arrows run down only: ${name}/ does not know ${other}/.` }));
    if (name === 'commands') patterns.push({ regex: '^\\./', message: 'No command imports another.' });
    if (floor < ROOMS.indexOf('changes') + 1) patterns.push(BUILT_INS);
    patterns.push({ regex: '^(\\.\\./)+(cli|index)\\.ts$', message: 'Nothing inside imports the face of the package.' });
    return { files: [`src/${name}/**/*.ts`], rules: { 'no-restricted-imports': ['error', { patterns }] } };
  }),
);

const typed = [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked].map((config) => ({ ...config, files: ['src/**/*.ts', 'test/**/*.ts'] }));

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'templates/', 'test/goldens/', 'src/*/embedded*.ts'] },
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
  {
    files: ['src/problem.ts', 'src/text/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [BUILT_INS, { regex: '^\\.\\./(?!problem)', message: 'The ground imports nothing above it.' }] }] },
  },
  ...arrows,
  { files: ['**/*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' } } },
);
