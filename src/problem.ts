/** The exit codes of an ending from outside, 128 and the signal's number: SIGHUP, SIGINT (Ctrl-C), SIGTERM. */
export type InterruptionCode = 129 | 130 | 143;

/** The exit codes of the tool besides 0: failed, bad usage or answer, and those of an ending from outside. */
export type ExitCode = 1 | 2 | InterruptionCode;

/** One thing that went wrong, told as a person would: what happened, why, and what to do next. */
export interface Problem {
  /** What happened, one sentence without a full stop at its end. */
  readonly what: string;
  /** Why it happened, where that is not plain from the first sentence. */
  readonly why?: string;
  readonly next?: string;
}

/**
 * The only error that this tool throws on purpose. `cli.ts` catches it in one place, prints its problems and exits with its code;
 * any other error is a defect of ours and is shown as one.
 */
export class ProblemError extends Error {
  readonly problems: readonly Problem[];
  readonly exitCode: ExitCode;

  /**
   * @param problems one or more; all that is wrong at once, so that they need not be fixed one run after another
   * @param exitCode 1 failed, 2 bad usage or answer
   */
  constructor(problems: readonly Problem[], exitCode: ExitCode = 1) {
    super(problems.map((problem) => problem.what).join('; '));
    this.name = 'ProblemError';
    this.problems = problems;
    this.exitCode = exitCode;
  }
}

/** The tool was interrupted: by Ctrl-C, at a prompt or elsewhere, or by a signal. It is the `reason` of the signal that aborts everything. */
export class Interruption extends Error {
  readonly exitCode: InterruptionCode;

  /**
   * @param exitCode which ending it was
   * @param message what is left, in a sentence for the person
   */
  constructor(exitCode: InterruptionCode, message = 'Cancelled. Nothing was written.') {
    super(message);
    this.name = 'Interruption';
    this.exitCode = exitCode;
  }
}
