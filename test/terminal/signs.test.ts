import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const SOURCE = join(import.meta.dirname, '../../src');

/** Texts beyond ASCII that no terminal shows as they stand: drawn only where it has the signs, read from a person, or for a project's files. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  'resource/model/python-name.ts': ['ß'],
  'python/field-types/sample-text.ts': ['Français', 'Español', '★', '♥', '♪'],
  'terminal/show/final-words.ts': ['─'],
  'terminal/show/tree.ts': ['└── ', '├── ', '│   '],
};

/** The texts in a module that hold a character beyond ASCII. */
function textsBeyondAscii(path: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) &&
      /[^\0-\x7F]/.test(node.text)
    )
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, readFileSync(join(SOURCE, path), 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

test('what the tool says is ASCII, for a legacy console has one set of signs', () => {
  const modules = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.includes('/embedded'));
  const found = modules.map((path) => [path, textsBeyondAscii(path)] as const).filter(([, texts]) => texts.length > 0);
  expect(Object.fromEntries(found)).toEqual(MEANT);
});
