/** A registry on this machine for `scripts/bench.mjs`: what lies between it and the real one is no package's doing. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/**
 * Serves packages until the process ends, or the server that it gives is closed.
 * @param packages the manifest and the packed file of each
 * @returns the server, and its address
 */
export async function registry(packages) {
  const server = createServer((request, response) => {
    const [, name, tarball] = /^\/([\w-]+)(\/-\/)?/.exec(request.url) ?? [];
    const wanted = packages.find(({ manifest }) => manifest.name === name);
    if (wanted === undefined) return response.writeHead(404).end('{}');
    const { manifest, file } = wanted;
    const bytes = readFileSync(file);
    if (tarball !== undefined) return response.end(bytes);
    const dist = {
      tarball: `${url}/${name}/-/${name}.tgz`,
      integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}`,
    };
    return response.end(
      JSON.stringify({
        name,
        'dist-tags': { latest: manifest.version },
        versions: { [manifest.version]: { ...manifest, dist } },
      }),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${server.address().port}`;
  return { server, url };
}
