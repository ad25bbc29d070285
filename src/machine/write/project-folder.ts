import { rmdirSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { planChanges, type ChangePlan } from '../../changes/plan.ts';
import { ProblemError } from '../../problem.ts';
import type { Files } from '../../project-files.ts';
import { counted } from '../../text/counted.ts';
import { addTo, lock, replaceEmpty } from './adding.ts';
import { checkpoints, type Checkpoint } from './checkpoint.ts';
import { inWords } from './file-problem.ts';
import { Journal } from './journal.ts';
import { appear, makeFolder, overtaken } from './placing.ts';
import { fill, makeStaging, removeStale } from './staging.ts';
import { standingAt } from '../target/state.ts';
import { survey } from '../target/existing-files.ts';

/** What was written. */
export interface Written {
  /** Paths that were not there before. */
  readonly added: readonly string[];
  /** Paths that were there already and stayed as they were. */
  readonly same: readonly string[];
}

interface Work {
  readonly target: string;
  readonly files: Files;
  readonly journal: Journal;
  readonly checkpoint: Checkpoint;
  readonly group: number | undefined;
}

/** The plan for a folder, or the error that lists what is in the way. */
function planWithoutConflicts(folder: string, files: Files): ChangePlan {
  const plan = planChanges(files, survey(folder, files));
  if (plan.conflicts.length === 0) return plan;
  throw new ProblemError([
    {
      what:
        plan.conflicts.length === 1
          ? `A file in ${folder} is in the way`
          : `${counted(plan.conflicts.length, 'file')} in ${folder} are in the way`,
      why: [
        'Nothing was written, for these are there already and differ:',
        ...plan.conflicts.map((path) => `  ${path}`),
      ].join('\n'),
      next: 'Move them away, or choose another directory.',
    },
  ]);
}

async function create({ target, files, journal, checkpoint, group }: Work): Promise<Written> {
  const [parent, name] = [dirname(target), basename(target)];
  makeFolder(parent, journal);
  await removeStale(parent, name);
  const staging = makeStaging(parent, name, journal);
  const added = [...files.keys()];
  await fill(staging, files, added, checkpoint, group);
  await checkpoint({ listen: true });
  appear(staging, target);
  return { added, same: [] };
}

/** The staging folder for an existing one: beside it, or inside where the folder beside it is on another disk or may not be written. */
async function stagingFor(folder: string, journal: Journal): Promise<string> {
  const [parent, name] = [dirname(folder), basename(folder)];
  await removeStale(folder, name);
  if (statSync(parent).dev !== statSync(folder).dev) return makeStaging(folder, name, journal);
  await removeStale(parent, name);
  try {
    return makeStaging(parent, name, journal);
  } catch {
    return makeStaging(folder, name, journal);
  }
}

async function add({ files, journal, checkpoint, group }: Work, folder: string, empty: boolean): Promise<Written> {
  const plan = planWithoutConflicts(folder, files);
  const { added, same } = plan;
  if (added.length === 0) return { added, same };
  const staging = await stagingFor(folder, journal);
  await fill(staging, files, added, checkpoint, group);
  await checkpoint({ listen: true });
  if (empty && replaceEmpty(staging, folder)) return { added, same };
  const held = lock(folder, journal);
  const now = planWithoutConflicts(folder, files);
  if (now.added.join('\n') !== added.join('\n')) throw overtaken(folder);
  await addTo(staging, folder, added, journal, checkpoint);
  rmdirSync(held);
  (await import('fs-extra/esm')).removeSync(staging);
  return { added, same };
}

/**
 * Writes a rendered project, wholly or not at all. Everything is put together in a staging folder first. Where nothing stands, the project
 * then appears by one rename. To an existing folder only new files are added; one that differs stops it before anything is written.
 * @param options.target the project's folder, absolute; missing folders above it are made
 * @param options.group shares the files with a group, as their owner uses them
 * @param options.signal ends it: what was made is removed again. Once the project has appeared, it stays
 * @returns what was added and what was there already
 * @throws ProblemError for conflicts (all of them listed) and for whatever the system refuses; the reason of the signal. Whichever it is,
 * nothing is left that was not there before
 */
export async function writeProject(options: {
  readonly target: string;
  readonly files: Files;
  readonly signal?: AbortSignal;
  readonly group?: number | undefined;
}): Promise<Written> {
  const { target, files, signal, group } = options;
  const work: Work = { target, files, journal: new Journal(), checkpoint: checkpoints(signal), group };
  try {
    await work.checkpoint();
    const standing = standingAt(target);
    return standing.kind === 'nothing' ? await create(work) : await add(work, standing.path, standing.empty);
  } catch (error) {
    throw inWords(error, target, work.journal.takeBack());
  }
}

/**
 * Says what writing would do, and touches nothing.
 * @param target the project's folder, absolute
 * @returns the plan; where no folder stands yet, everything is new
 * @throws ProblemError where the target is no folder or cannot be read
 */
export async function inspectTarget(target: string, files: Files): Promise<ChangePlan> {
  try {
    const standing = await Promise.resolve(standingAt(target));
    return planChanges(files, standing.kind === 'nothing' ? new Map() : survey(standing.path, files));
  } catch (error) {
    throw inWords(error, target);
  }
}
