import { describe, expect, test } from 'vitest';
import { renderSource, type Source } from '../../src/templates/template.ts';
import { TREES } from '../../src/templates/embedded.ts';

/** A template that the build embedded, by its folder and its path there. */
function embedded(folder: string, path: string): Source {
  return TREES[folder]?.files[path] ?? '';
}

describe('a file of templates/', () => {
  test('without places is its text', () => {
    expect(renderSource('DEBUG = {{ not a place }}\n', {})).toBe('DEBUG = {{ not a place }}\n');
  });

  test('with places prints the values it names, without escaping and quoted for the language', () => {
    const context = { secrets: { secretKey: '<"&\'', adminPassword: 'p', uid: 1000, gid: 0 } };
    expect(renderSource(embedded('project', '.env'), context)).toContain('DJANGO_SECRET_KEY=<"&\'\n');
  });

  test.each([{}, { secrets: {} }, { secrets: { secretKey: 'k', adminPassword: 'p', uid: 1000 } }])('that prints a value which the context lacks is an error: %j', (context) => {
    expect(() => renderSource(embedded('project', '.env'), context)).toThrow(/^"\w+" not defined in /);
  });
});
