import type { ArgvValues } from '../answers/argv.ts';
import { writeProject } from '../machine/write/project-folder.ts';
import { containersGroup, newSecrets } from '../machine/write/secrets.ts';
import { render } from '../render/render.ts';
import { writtenText } from '../terminal/show/final-words.ts';
import type { Terminal } from '../terminal/start/terminal.ts';
import { askedAnswers, unaskedAnswers } from './create/all-answers.ts';
import { DockerCheck } from './create/docker-check.ts';
import { startProject } from './create/first-start.ts';
import { givenAnswers, tellNotes } from './create/given-answers.ts';
import { report } from './create/report.ts';
import { targetOf } from './create/target-of.ts';

/**
 * Creates a project: asks what is not given, then writes all or nothing, then calls git and Docker as far as that is wanted.
 * @param argv what the command line says
 * @param terminal where to ask and to write
 * @param signal ends the run; its reason is an `Interruption`
 * @returns the exit code: 1 where the project stands but git or Docker failed
 * @throws ProblemError where no project was made; Interruption where the run was interrupted
 */
export async function create(argv: ArgvValues, terminal: Terminal, signal: AbortSignal): Promise<number> {
  const { yes, json, dryRun } = argv.controls;
  const given = await givenAnswers(argv, terminal);
  const notes = await tellNotes(given, terminal);
  const docker = new DockerCheck(terminal.world.platform, signal);
  try {
    const asks = !yes && terminal.interactive;
    if (given['build'] === true || (asks ? given['up'] !== false : given['up'] === true)) void docker.problem();
    const answers = asks ? await askedAnswers(given, terminal, docker, signal) : unaskedAnswers(given, terminal, yes);
    const directory = targetOf(answers.directory, terminal);
    if (dryRun) {
      const planned = await import('./create/dry-run.ts');
      return await planned.dryRun(answers, directory, terminal, json, notes);
    }
    const files = render(answers, newSecrets());
    const { added, same } = await writeProject({ target: directory, files, signal, group: containersGroup() });
    terminal.say(writtenText(answers.directory, added.length, same.length));
    const started = await startProject({ answers, directory, added, terminal, docker, json, signal });
    return report({ answers, directory, notes, added, same, ...started }, terminal, json);
  } finally {
    docker.stop();
  }
}
