/** A set of answers that goes by one word. It answers for who chose it; a flag or an answers file still wins. */
export interface Preset {
  /** What `--preset` takes. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** Answers that differ from the defaults, or that it wants whatever the defaults will be. */
  readonly answers: Readonly<Record<string, unknown>>;
}
