import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { newSecrets } from '../../../src/machine/write/secrets.ts';
import { bundled } from '../bundled.ts';

describe('newSecrets', () => {
  it('gives signs that need no quotes anywhere', () => {
    const { secretKey, adminPassword } = newSecrets();
    expect(secretKey).toMatch(/^[a-z0-9]{50}$/i);
    expect(adminPassword).toMatch(/^[a-hjkmnp-z2-9]{20}$/);
  });

  it('gives others each time', () => {
    const many = Array.from({ length: 50 }, () => newSecrets());
    for (const key of ['secretKey', 'adminPassword'] as const) {
      expect(new Set(many.map((one) => one[key])).size).toBe(50);
    }
  });

  it('uses all signs of a key about equally often', () => {
    const text = Array.from({ length: 200 }, () => newSecrets().secretKey).join('');
    const counts = [...new Set(text)].map((sign) => text.split(sign).length - 1);
    expect(counts).toHaveLength(62);
    expect(Math.min(...counts)).toBeGreaterThan(80);
    expect(Math.max(...counts)).toBeLessThan(260);
  });

  it('gives the numbers of the user, and for root those that no account has', async () => {
    const script = `import { newSecrets } from ${JSON.stringify(await bundled('write/secrets'))}; const { uid, gid } = newSecrets(); console.log(uid, gid);`;
    const asUser = (uid: number, gid: number): string =>
      spawnSync(process.execPath, ['--input-type=module', '--eval', script], { uid, gid, encoding: 'utf8' }).stdout;
    // Only root can become another user.
    const own = [process.getuid?.() ?? 0, process.getgid?.() ?? 0] as const;
    const users =
      own[0] === 0
        ? ([
            [0, 0],
            [4711, 0],
            [4711, 4712],
          ] as const)
        : [own];
    for (const [uid, gid] of users) expect(asUser(uid, gid)).toBe(uid === 0 ? '10001 10001\n' : `${uid} ${gid}\n`);
  });
});
