/** Load on one address by wrk, and what it costs. https://github.com/wg/wrk */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './stack.mjs';

// As from a proxy that ends TLS, each request from another client: the API counts what one asks.
const SCRIPT = `
request = function()
  local address = string.format("10.%d.%d.%d", math.random(0, 255), math.random(0, 255), math.random(1, 254))
  return wrk.format("GET", nil, {
    ["Host"] = "localhost",
    ["Accept"] = "application/json",
    ["X-Forwarded-Proto"] = "https",
    ["X-Forwarded-For"] = address,
  })
end
`;

/** Milliseconds of wrk's "1.23ms", "4.5s" or "67.8us". */
function milliseconds(text) {
  const [, number, unit] = /^([\d.]+)(us|ms|s)$/.exec(text);
  return Number(number) * { us: 0.001, ms: 1, s: 1000 }[unit];
}

/**
 * Asks for an address for some seconds.
 * @param {import('./stack.mjs').Stack} stack
 * @param {string} path
 * @param {{ work: string, seconds: number, connections: number }} options a folder for wrk's script
 * @returns {{ perSecond: number, p99: number, processor: number }} requests a second, and milliseconds: the latency that one in a hundred
 *   exceeds, and the processor time of the server's container for one request
 * @throws where an answer is not a success, or none comes
 */
export function load(stack, path, { work, seconds, connections }) {
  const script = join(work, 'request.lua');
  writeFileSync(script, SCRIPT);
  const before = stack.processorTime();
  const text = run([
    'wrk',
    '--latency',
    '--threads=1',
    `--connections=${connections}`,
    `--duration=${seconds}s`,
    '--timeout=30s',
    `--script=${script}`,
    stack.origin + path,
  ]);
  const processor = stack.processorTime() - before;
  if (/Non-2xx|Socket errors/.test(text)) throw new Error(`${stack.name} ${path}: ${text}`);
  const requests = Number(/(\d+) requests in/.exec(text)[1]);
  return {
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(text)[1]),
    p99: milliseconds(/^ +99% +(\S+)/m.exec(text)[1]),
    processor: processor / requests / 1000,
  };
}
