import type { Problem } from '../../problem.ts';
import { nearestOf } from '../../text/nearest.ts';

/** An object of JSON whose values are not known yet. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Says whether a value is an object of JSON: true for an object that is not a list. */
export function isJsonRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What no database and no file holds: NUL, which PostgreSQL refuses in a text, and half of a surrogate pair. */
const UNSTORABLE = /[\0\uD800-\uDFFF]/u;

/** Says why a text cannot be kept; gives the reason, or nothing. */
export function unstorableReason(text: string): string | undefined {
  const bad = UNSTORABLE.exec(text);
  if (bad === null) return undefined;
  return bad[0] === '\0'
    ? 'PostgreSQL stores no NUL character in a text.'
    : 'Half of a surrogate pair cannot be written as UTF-8.';
}

/** Reads the keys of one JSON object and collects what is wrong with them. */
export class KeyReader {
  readonly problems: Problem[] = [];
  readonly where: string;
  readonly record: JsonRecord;

  /**
   * @param where what the object describes, for messages, such as `Book.title`
   * @param record the object
   */
  constructor(where: string, record: JsonRecord) {
    this.where = where;
    this.record = record;
  }

  /**
   * Refuses a value.
   * @param next what would be right
   */
  refuse(key: string, next: string): void {
    this.problems.push({ what: `${this.where} has ${key} ${JSON.stringify(this.record[key])}`, next });
  }

  /**
   * Refuses keys that the object cannot have.
   * @param allowed the keys it can have
   * @param reasons why not, for keys that are known elsewhere
   */
  onlyKeys(
    allowed: readonly string[],
    reasons: (key: string) => Pick<Problem, 'why' | 'next'> | undefined = () => undefined,
  ): void {
    for (const key of Object.keys(this.record).filter((one) => !allowed.includes(one))) {
      const reason = reasons(key);
      if (reason !== undefined) {
        this.problems.push({ what: `${this.where} cannot say ${key}`, ...reason });
        continue;
      }
      const nearest = nearestOf(key.replace(/^@/, ''), allowed);
      const next = `The keys are ${allowed.join(', ')}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`;
      this.problems.push({ what: `Unknown key ${JSON.stringify(key)} in ${this.where}`, next });
    }
  }

  /** Reads a yes or no; absent is no. */
  flag(key: string): boolean {
    const value = this.record[key];
    if (value !== undefined && typeof value !== 'boolean') this.refuse(key, 'It is either true or false.');
    return value === true;
  }

  /** Reads a text that may be absent; gives the text, or nothing. */
  text(key: string): string | undefined {
    const value = this.record[key];
    if (value === undefined || typeof value === 'string') return value;
    this.refuse(key, 'It is a text.');
    return undefined;
  }

  /**
   * Reads a whole number that may be absent.
   * @param least the least it may be
   * @param most the most it may be
   * @returns the number, or nothing
   */
  whole(key: string, least: number, most: number): number | undefined {
    const value = this.record[key];
    if (value === undefined) return undefined;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most) return value;
    this.refuse(key, `It is a whole number from ${least} to ${most}.`);
    return undefined;
  }

  /** Reads one of a few words that may be absent; gives the word, or nothing. */
  word<const Word extends string>(key: string, words: readonly Word[]): Word | undefined {
    const value = this.record[key];
    const word = words.find((one) => one === value);
    if (value !== undefined && word === undefined) this.refuse(key, `It is ${words.join(', or ')}.`);
    return word;
  }

  /** Reads a list of texts that may be absent; gives the texts, or nothing where it is absent or wrong. */
  texts(key: string): readonly string[] | undefined {
    const value = this.record[key];
    if (value === undefined) return undefined;
    if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')) return value;
    this.refuse(key, 'It is a list of names.');
    return undefined;
  }
}
