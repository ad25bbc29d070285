import type { ProductionSite } from './production-site.ts';

const NONE = '0'.repeat(16);

/** What Linux says in `/proc/PID/status` of an unprivileged process. */
export const POWERLESS = {
  Uid: '10001\t10001\t10001\t10001',
  NoNewPrivs: '1',
  CapInh: NONE,
  CapPrm: NONE,
  CapEff: NONE,
  CapBnd: NONE,
  CapAmb: NONE,
};

/**
 * The processes of a service, read from inside its container.
 * @returns each one's status, by the names of its lines; without the engine's own, which has its rights until it has become a health check
 */
export async function processesOf(
  site: ProductionSite,
  service: string,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const { stdout } = await site.compose('exec', '-T', service, 'sh', '-c', 'cat /proc/[0-9]*/status');
  const statuses = stdout
    .split(/^(?=Name:)/mu)
    .map((text): Record<string, string> =>
      Object.fromEntries(text.split('\n').map((line) => line.split(/:\t(.*)/u).slice(0, 2))),
    );
  return statuses.filter(({ Name = '' }) => !Name.startsWith('runc'));
}
