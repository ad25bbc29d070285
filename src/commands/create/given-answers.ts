import { readAnswersFile } from '../../answers/answers-file.ts';
import type { ArgvValues } from '../../answers/argv.ts';
import { givenValues, type Values } from '../../answers/sources.ts';
import { VERSION } from '../../embedded/version.ts';
import { pathProblem, resolveTarget } from '../../machine/target/target.ts';
import { ProblemError } from '../../problem.ts';
import { type Outcome, valueOf } from '../../result.ts';
import { wrap } from '../../terminal/show/wrap.ts';
import type { Terminal } from '../../terminal/start/terminal.ts';

/** An answers file of more bytes was not written by this tool. */
const LONGEST_FILE = 1_000_000;

async function fileValues(path: string): Promise<Outcome<Values>> {
  if (path === '') return { value: {} };
  try {
    const { readText } = await import('../../machine/write/answers-file.ts');
    return readAnswersFile(await readText(path, LONGEST_FILE), path, VERSION);
  } catch (error) {
    if (error instanceof ProblemError) return { problems: error.problems };
    throw error;
  }
}

/**
 * Reads the answers that the command line, a preset and an answers file give.
 * @param argv the command line
 * @param terminal where the tool was started
 * @returns the answers that were given, each of them right by itself
 * @throws ProblemError with everything that is wrong
 */
export async function givenAnswers(argv: ArgvValues, { world }: Terminal): Promise<Values> {
  const nothingElse = argv.controls.dryRun ? { git: false, build: false, up: false } : {};
  return valueOf(
    givenValues(
      { ...argv, given: { ...argv.given, ...nothingElse } },
      await fileValues(argv.controls.answers),
      (directory) => resolveTarget(world.cwd(), directory).name,
      (directory) => pathProblem(directory, world.platform),
    ),
  );
}

/** Says what the tool makes of resources otherwise than they say; gives the sentences. */
export async function tellNotes(given: Values, terminal: Terminal): Promise<readonly string[]> {
  if (!('resources' in given)) return [];
  const { resourceNotes } = await import('../../resource/notes.ts');
  const notes = resourceNotes(given['resources']);
  for (const note of notes) terminal.say(wrap(note, terminal.columns));
  return notes;
}
