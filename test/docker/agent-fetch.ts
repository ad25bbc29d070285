import { request as requestPlain, type Agent as PlainAgent } from 'node:http';
import { request as requestByTls, type Agent as TlsAgent } from 'node:https';
import type { Fetch } from './http-session.ts';

/**
 * A `fetch` that sends every header as it is given, `Host` too, and takes its connections from an agent.
 * @param agent of `node:https` for addresses with https, otherwise of `node:http`
 */
export function agentFetch(agent: PlainAgent | TlsAgent): Fetch {
  return (url, { method, headers, body }) =>
    new Promise((resolve, reject) => {
      const request = url.startsWith('https:') ? requestByTls : requestPlain;
      const sent = request(url, { method, headers: Object.fromEntries(headers), agent }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const pairs = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
            values.map((value): [string, string] => [name, value]),
          );
          const status = answer.statusCode ?? 0;
          resolve(new Response([204, 304].includes(status) ? null : Buffer.concat(chunks), { status, headers: pairs }));
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
}
