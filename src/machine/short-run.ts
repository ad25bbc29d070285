import { setFlagsFromString } from 'node:v8';

/**
 * Keeps Node from optimizing what is called often. Creating a project from resources of one's own takes a tenth of a second; a third of
 * its processor time went into machine code that the run ended too early to gain from. Not for programs, which may go on for hours.
 */
export function withoutOptimizing(): void {
  setFlagsFromString('--no-opt');
}
