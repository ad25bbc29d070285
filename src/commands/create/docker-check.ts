import type { Problem } from '../../problem.ts';

/** Whether Docker can be used: one check, which runs beside the questions. */
export class DockerCheck {
  readonly #platform: NodeJS.Platform;
  readonly #signal: AbortSignal;
  readonly #stopped = new AbortController();
  #result: Promise<Problem | undefined> | undefined;

  /**
   * @param platform the operating system
   * @param signal ends the run
   */
  constructor(platform: NodeJS.Platform, signal: AbortSignal) {
    this.#platform = platform;
    this.#signal = signal;
  }

  /** Starts the check unless it was started before; gives why Docker cannot be used, or nothing where it can. */
  problem(): Promise<Problem | undefined> {
    if (this.#result !== undefined) return this.#result;
    const signal = AbortSignal.any([this.#signal, this.#stopped.signal]);
    this.#result = import('../../machine/docker/docker.ts').then(({ dockerProblem }) =>
      dockerProblem({ platform: this.#platform, signal }),
    );
    // It may fail long before it is awaited.
    this.#result.catch(() => undefined);
    return this.#result;
  }

  /** Ends a check that is no longer awaited, for it would keep the process alive. */
  stop(): void {
    this.#stopped.abort();
  }
}
