import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import type { Option } from '../../src/options/option.ts';
import { CONTROLS } from '../../src/options/cli-flags.ts';
import { GROUPS } from '../../src/options/groups.ts';
import { OPTIONS } from '../../src/options/table.ts';
import { usageOf } from '../../src/terminal/start/usage.ts';
import { scratch } from '../machine/scratch.ts';
import { screenText } from '../terminal/screen.ts';
import { PseudoTerminal } from '../terminal/pseudo-terminal.ts';

const README = join(import.meta.dirname, '../../README.md');

/** Text in a cell of a table, as Markdown. */
function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}

/** What an option takes and is without it, a sentence each. */
function valuesOf(option: Option): string[] {
  if (option.scope === 'control')
    return option.kind === 'choice' ? [option.choices.map(({ value }) => `\`${value}\``).join(', ')] : [];
  if (option.kind === 'choice')
    return [
      `${option.choices.map(({ value, hint }) => `\`${value}\`: ${hint}`).join('; ')}. Default: \`${option.fallback({})}\``,
    ];
  return option.kind === 'switch' ? [`Default: ${option.fallback({}) ? 'yes' : 'no'}`] : [];
}

/** The options as tables, one a group. */
function optionsTables(): string {
  const tables = Object.entries(GROUPS).map(([group, title]) => {
    const rows = [...OPTIONS, ...CONTROLS]
      .filter((option) => option.group === group)
      .map((option: Option) => {
        const help = option.help.charAt(0).toUpperCase() + option.help.slice(1);
        return `| \`${cell(usageOf(option))}\` | ${cell([help, ...valuesOf(option)].join('. '))}. |`;
      });
    return [`**${title}**`, '', '| option | what it does |', '|---|---|', ...rows].join('\n');
  });
  return tables.join('\n\n');
}

/** One conversation as it stands on the screen in the end. Docker is not started, and no git of the user's is used. */
async function recording(): Promise<string> {
  const terminal = new PseudoTerminal(['--no-git', '--no-up'], {
    cwd: scratch(),
    columns: 80,
    rows: 300,
    environment: { DISPLAY: ':0', NO_COLOR: '1' },
  });
  await terminal.shows('Where shall the project go?');
  expect(await terminal.enterToTheEnd()).toBe(0);
  return `\`\`\`\n$ npm create drf-docker@latest -- --no-git --no-up\n${screenText(terminal.raw).trim()}\n\`\`\``;
}

/** Compares a part of the README that is made from the code; `npm run readme` writes it anew. */
function expectPart(name: string, made: string): void {
  const [start, end] = [`<!-- ${name}: npm run readme -->\n`, `\n<!-- end of ${name} -->`];
  const text = readFileSync(README, 'utf8');
  const [from, to] = [text.indexOf(start) + start.length, text.indexOf(end)];
  expect(text.slice(0, from).endsWith(start) && to >= from, `README.md has the part ${name}`).toBe(true);
  if (process.env['UPDATE_README'] === '1') writeFileSync(README, text.slice(0, from) + made + text.slice(to));
  else expect(text.slice(from, to), 'README.md follows the code: npm run readme').toBe(made);
}

test('the tables of the options are those of the code', () => {
  expectPart('options', optionsTables());
});

test('the recording is what the terminal shows', async () => {
  expectPart('recording', await recording());
});

test('every picture is there, and small', () => {
  const pictures = [...readFileSync(README, 'utf8').matchAll(/!\[[^\]]+\]\((docs\/[\w-]+\.png)\)/g)].map(
    ([, path]) => path ?? '',
  );
  expect(pictures).toEqual(['docs/website.png', 'docs/api.png']);
  for (const path of pictures) expect(readFileSync(join(README, '..', path)).length).toBeLessThan(100_000);
});
