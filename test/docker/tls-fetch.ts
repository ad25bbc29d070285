import { Agent } from 'node:https';
import { agentFetch } from './agent-fetch.ts';
import type { Fetch } from './http-session.ts';

/**
 * A `fetch` that trusts one authority and no other.
 * @param ca the authority's certificate, as PEM
 * @returns the function; it keeps connections open
 */
export function tlsFetch(ca: string): Fetch {
  return agentFetch(new Agent({ ca, keepAlive: true }));
}
