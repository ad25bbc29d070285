/** A control sequence of a terminal (ECMA-48, 5.4), or one sign. */
const PIECES = new RegExp(String.raw`${'\u001B'}\[(?<parameters>[\d;?]*)(?<final>[A-Za-z])|(?<sign>[\s\S])`, 'gu');

/** What is drawn on, line by line, and where the cursor stands. */
class Screen {
  readonly lines: string[][] = [[]];
  #row = 0;
  #column = 0;

  #move(rows: number, columns: number): void {
    this.#row = Math.max(this.#row + rows, 0);
    this.#column = Math.max(this.#column + columns, 0);
    while (this.lines.length <= this.#row) this.lines.push([]);
  }

  /** Takes one sign. */
  sign(sign: string): void {
    if (sign === '\r') this.#column = 0;
    else if (sign === '\n') this.#move(1, 0);
    else {
      const line = this.lines[this.#row] ?? [];
      while (line.length < this.#column) line.push(' ');
      line[this.#column] = sign;
      this.#column += 1;
    }
  }

  /** Takes one control sequence, by its last letter; those that draw nothing, such as colours, are left out. */
  control(final: string, count: number): void {
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      A: [-count, 0],
      B: [count, 0],
      C: [0, count],
      D: [0, -count],
      G: [0, count - 1 - this.#column],
    };
    this.#move(...(moves[final] ?? [0, 0]));
    if (final === 'J' || final === 'K') this.lines[this.#row]?.splice(this.#column);
    if (final === 'J') this.lines.splice(this.#row + 1);
  }
}

/**
 * What stands on a terminal's screen after all that was written to it, however often it was drawn over.
 * @param raw what was written, with its control characters
 * @returns the lines, without spaces at their ends
 */
export function screenText(raw: string): string {
  const screen = new Screen();
  for (const { groups } of raw.matchAll(PIECES)) {
    const { parameters = '', final = '', sign } = groups ?? {};
    if (sign === undefined) screen.control(final, parameters === '' ? 1 : Number(parameters));
    else screen.sign(sign);
  }
  return screen.lines.map((line) => line.join('').trimEnd()).join('\n');
}
