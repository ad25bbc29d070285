/** How long work may keep the event loop, in milliseconds: a Ctrl-C is heard only between its turns. */
const LONGEST_TURN = 25;

/** A place between two steps where the work may be ended; it throws the reason of the signal. */
export type Checkpoint = (options?: { readonly listen?: boolean }) => Promise<void>;

function turn(): Promise<unknown> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Makes the checkpoints of one piece of work. Quick work runs through in one turn of the event loop, which is fastest; slow work (a disk
 * over a network) lets a waiting Ctrl-C in now and then.
 * @param signal what ends the work
 * @returns a function to await between steps; with `listen` it hears a waiting Ctrl-C whatever the time
 */
export function checkpoints(signal: AbortSignal | undefined): Checkpoint {
  let since = Date.now();
  return async ({ listen = false } = {}) => {
    signal?.throwIfAborted();
    if (!listen && Date.now() - since < LONGEST_TURN) return;
    // Signals arrive in the poll phase. This may run in that very phase, and then the first immediate comes before the next one.
    await turn();
    await turn();
    since = Date.now();
    signal?.throwIfAborted();
  };
}
