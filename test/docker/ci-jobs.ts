import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A script of a job, with the shell that its host gives it. */
export interface Step {
  readonly name: string;
  readonly shell: readonly string[];
  readonly script: string;
}

interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly name: string; readonly run?: string }[] }>
  >;
}

interface Pipeline {
  readonly test: { readonly script: readonly string[] };
}

const parseWorkflow: (text: string) => Workflow = parse;
const parsePipeline: (text: string) => Pipeline = parse;

/**
 * What a project's workflow for GitHub runs.
 * @param folder the project
 * @returns the steps in their order; those that are actions have happened
 */
export function githubSteps(folder: string): readonly Step[] {
  const { jobs } = parseWorkflow(readFileSync(join(folder, '.github/workflows/ci.yml'), 'utf8'));
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  return steps.flatMap(({ name, run }) =>
    run === undefined ? [] : [{ name, shell: ['bash', '-e', '-c'], script: run }],
  );
}

/**
 * What a project's pipeline for GitLab runs. The engine is this machine's.
 * @param folder the project
 * @returns its lines, one a step, so that the test names the one that fails
 */
export function gitlabSteps(folder: string): readonly Step[] {
  const { test } = parsePipeline(readFileSync(join(folder, '.gitlab-ci.yml'), 'utf8'));
  return test.script.map((script) => ({ name: script, shell: ['sh', '-e', '-c'], script }));
}
