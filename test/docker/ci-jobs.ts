import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

type Variables = Readonly<Record<string, string>>;

/** What a job of a workflow or a pipeline does on this machine. */
export interface Job {
  readonly name: string;
  /** What it sets in the environment. */
  readonly env: Variables;
  /** Scripts in their order, each with the shell that its host gives it. */
  readonly steps: readonly { readonly name: string; readonly shell: readonly string[]; readonly script: string }[];
}

interface WorkflowStep {
  readonly name: string;
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly with?: Variables;
}

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly env?: Variables; readonly steps: readonly WorkflowStep[] }>>;
}

interface Pipeline {
  readonly default: { readonly before_script: readonly string[] };
  readonly variables: Variables;
  readonly project: { readonly variables: Variables; readonly script: readonly string[] };
  readonly production: Pipeline['project'];
}

const parseWorkflow: (text: string) => Workflow = parse;
const parsePipeline: (text: string) => Pipeline = parse;

/** What a step runs here. Bake's action fills a cache that only GitHub has: of its call the plan is made and printed. Other actions have happened. */
function scriptOf({ run, uses = '', with: inputs = {} }: WorkflowStep): string | undefined {
  if (!uses.startsWith('docker/bake-action@')) return run;
  const sets = (inputs['set'] ?? '').trim().split('\n').map((line) => `--set '${line}'`);
  return ['docker buildx bake --print', `--file ${inputs['files'] ?? ''}`, ...sets, inputs['targets']].join(' ');
}

/**
 * The jobs of a project's workflow for GitHub.
 * @param folder the project
 * @returns the jobs, with the steps of a run in which nothing fails
 */
export function githubJobs(folder: string): Job[] {
  const { jobs } = parseWorkflow(readFileSync(join(folder, '.github/workflows/ci.yml'), 'utf8'));
  return Object.entries(jobs).map(([name, { env = {}, steps }]) => ({
    name,
    env,
    steps: steps.flatMap((step) => {
      const script = scriptOf(step);
      return script === undefined || step.if === 'failure()' ? [] : [{ name: step.name, shell: ['bash', '-e', '-c'], script }];
    }),
  }));
}

/**
 * The jobs of a project's pipeline for GitLab. The engine is this machine's, and what a job installs into its own image is here.
 * @param folder the project
 * @returns the jobs, each with its one script
 */
export function gitlabJobs(folder: string): Job[] {
  const { default: all, variables, project, production } = parsePipeline(readFileSync(join(folder, '.gitlab-ci.yml'), 'utf8'));
  const shared = Object.fromEntries(Object.entries(variables).filter(([name]) => name !== 'DOCKER_HOST'));
  return Object.entries({ project, production }).map(([name, job]) => {
    const lines = [...all.before_script, ...job.script].filter((line) => !line.startsWith('apk add '));
    return {
      name,
      env: { ...shared, ...job.variables, SITE_HOST: '127.0.0.1', WEB_ADDRESS: '127.0.0.1' },
      steps: [{ name: 'its script', shell: ['sh', '-e', '-c'], script: lines.join('\n') }],
    };
  });
}
