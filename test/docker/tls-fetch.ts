import { Agent, request } from 'node:https';
import type { Fetch } from './http-session.ts';

/**
 * A `fetch` that trusts one authority and no other.
 * @param ca the authority's certificate, as PEM
 * @returns the function; it keeps connections open
 */
export function tlsFetch(ca: string): Fetch {
  const agent = new Agent({ ca, keepAlive: true });
  return (url, { method, headers, body }) =>
    new Promise((resolve, reject) => {
      const sent = request(url, { method, headers: Object.fromEntries(headers), agent }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const pairs = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) => values.map((value): [string, string] => [name, value]));
          const status = answer.statusCode ?? 0;
          resolve(new Response([204, 304].includes(status) ? null : Buffer.concat(chunks), { status, headers: pairs }));
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
}
