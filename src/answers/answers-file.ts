import { PROJECT_OPTIONS, type ProjectAnswers } from '../options/table.ts';
import type { Outcome } from '../result.ts';
import type { Problem } from '../problem.ts';
import { nearestOf } from '../text/nearest.ts';
import { lastPart } from '../options/project-name.ts';
import { valueProblems } from './complete.ts';

/** The name of the answers file in every project. */
export const ANSWERS_FILE = '.drf-docker.json';

const GENERATOR = 'create-drf-docker';

/** No answers file of ours comes near this many characters. */
const LONGEST = 1_000_000;

/**
 * The text of the answers file.
 * @param version the version of the tool that wrote them
 * @param digest the hash of the files that were rendered with them
 * @returns JSON with the answers in the order of the option table
 */
export function answersFileText(answers: ProjectAnswers, version: string, digest: string): string {
  const byKey: Readonly<Record<string, unknown>> = answers;
  const kept = Object.fromEntries(PROJECT_OPTIONS.map((option) => [option.key, byKey[option.key]]));
  return `${JSON.stringify({ generator: GENERATOR, version, digest, answers: kept }, null, 2)}\n`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Compares versions by their three numbers; what follows a hyphen does not count. */
function isNewer(version: string, than: string): boolean {
  const parts = (text: string): number[] => (text.split('-')[0] ?? '').split('.').map(Number);
  const [left, right] = [parts(version), parts(than)];
  const differs = left.findIndex((part, place) => part !== right[place]);
  return differs !== -1 && (left[differs] ?? 0) > (right[differs] ?? 0);
}

/** What is wrong with the file as a whole, before its answers are read. */
function documentProblem(document: unknown, path: string, version: string): Problem | undefined {
  if (!isRecord(document) || document['generator'] !== GENERATOR || !isRecord(document['answers'])) {
    return {
      what: `${path} is not an answers file of ${GENERATOR}`,
      next: `Give the ${ANSWERS_FILE} of a project that ${GENERATOR} made.`,
    };
  }
  const its = document['version'];
  if (typeof its !== 'string' || !/^\d+\.\d+\.\d+(?:$|-[\w.]+$)/.test(its)) {
    return { what: `${path} does not say which version wrote it`, next: 'Give it a "version" such as "1.2.3".' };
  }
  if (!isNewer(its, version)) return undefined;
  return {
    what: `${path} was written by version ${its}, and this is ${version}`,
    why: 'A newer version may know answers that this one does not.',
    next: `Run ${GENERATOR}@${its} with the same arguments.`,
  };
}

function answerProblems(answers: Readonly<Record<string, unknown>>, path: string): Problem[] {
  const keys = PROJECT_OPTIONS.map((option) => option.key);
  return Object.entries(answers).flatMap(([key, value]): Problem[] => {
    const option = PROJECT_OPTIONS.find((one) => one.key === key);
    if (option === undefined) {
      const nearest = nearestOf(key, keys);
      return [
        {
          what: `${path} has an unknown answer ${JSON.stringify(key)}`,
          next: nearest === undefined ? `It knows ${keys.join(', ')}.` : `Did you mean ${JSON.stringify(nearest)}?`,
        },
      ];
    }
    if (key === 'name' && typeof value === 'string' && lastPart(value) !== value) {
      return [
        {
          what: `The name in ${path} is a path: ${JSON.stringify(value)}`,
          next: 'Leave the folders out; the directory is said on the command line.',
        },
      ];
    }
    return valueProblems(option, value).map((problem) => ({ ...problem, what: `${problem.what} (in ${path})` }));
  });
}

/**
 * Reads an answers file.
 * @param path how the user named it, for messages
 * @param version the version of this tool
 * @returns the answers it holds, checked, or every problem
 */
export function readAnswersFile(
  text: string,
  path: string,
  version: string,
): Outcome<Readonly<Record<string, unknown>>> {
  if (text.length > LONGEST)
    return {
      problems: [{ what: `${path} is too long for an answers file`, next: `Give the ${ANSWERS_FILE} of a project.` }],
    };
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = error instanceof Error ? `${error.message}.` : 'It cannot be read.';
    return { problems: [{ what: `${path} is not JSON`, why, next: `Give the ${ANSWERS_FILE} of a project.` }] };
  }
  const whole = documentProblem(document, path, version);
  if (whole !== undefined) return { problems: [whole] };
  const answers = isRecord(document) && isRecord(document['answers']) ? document['answers'] : {};
  const problems = answerProblems(answers, path);
  return problems.length > 0 ? { problems } : { value: answers };
}
