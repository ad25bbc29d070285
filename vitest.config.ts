import { defineConfig } from 'vitest/config';

/** On a busy machine it takes seconds until what a test waits for has started; the usual second is none. */
const expectations = { poll: { timeout: 15_000 } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: ['test/docker/**', 'test/python/*.test.ts', 'test/walks/**', 'test/windows/**'],
          globalSetup: ['test/embed-templates.ts'],
          testTimeout: 60_000,
          expect: expectations,
        },
      },
      {
        test: {
          name: 'docker',
          include: ['test/docker/**/*.test.ts', 'test/python/*.test.ts'],
          globalSetup: ['test/embed-templates.ts'],
          testTimeout: 600_000,
          expect: expectations,
          hookTimeout: 600_000,
        },
      },
      {
        // What is pure gives the same bytes under Windows' path rules. The tests themselves read this system's disk.
        plugins: [
          {
            name: 'windows-paths',
            enforce: 'pre',
            resolveId: (id, importer) => (id === 'node:path' && importer?.includes('/src/') ? 'node:path/win32' : null),
          },
        ],
        test: {
          name: 'windows',
          include: [
            'test/{text,resource,options,answers,features,templates,embedded,render,changes}/**/*.test.ts',
            'test/python/*/*.test.ts',
            'test/goldens.test.ts',
          ],
          globalSetup: ['test/embed-templates.ts'],
          testTimeout: 60_000,
          expect: expectations,
        },
      },
      {
        // The packed tool under Windows' own Node: on Windows, or under Wine.
        test: {
          name: 'windows-node',
          include: ['test/windows/**/*.test.ts'],
          testTimeout: 180_000,
          expect: expectations,
          hookTimeout: 900_000,
        },
      },
      {
        test: {
          name: 'walks',
          include: ['test/walks/**/*.test.ts'],
          testTimeout: 1_200_000,
          expect: expectations,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
