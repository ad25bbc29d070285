import type { Readable } from 'node:stream';

/** A terminal that is read; what is no terminal has no modes. */
type Keyboard = Readable & { readonly setRawMode?: (raw: boolean) => unknown };

/** How long people take from a letter to the Enter behind it, at most, in milliseconds. */
const PATIENCE = 300;

/** Gives what is typed next, or nothing where it is not typed soon. */
function typedSoon(stdin: Keyboard): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const end = (typed?: Buffer): void => {
      clearTimeout(timer);
      stdin.off('data', end).pause();
      resolve(typed);
    };
    const timer = setTimeout(end, PATIENCE);
    stdin.on('data', end).resume();
  });
}

/**
 * Takes up the Enter that people type behind `y` or `n`, as other programs want it. Clack takes the letter alone for an answer, so the
 * Enter would answer the next question, unread. What else is typed meanwhile is for that question.
 * @param stdin a terminal that is not being read
 */
export async function takeLateEnter(stdin: Keyboard): Promise<void> {
  stdin.setRawMode?.(true);
  const typed = await typedSoon(stdin);
  stdin.setRawMode?.(false);
  if (typed === undefined) return;
  const others = /^[\r\n]/.test(typed.toString('latin1')) ? typed.subarray(1) : typed;
  if (others.length > 0) stdin.unshift(others);
}
