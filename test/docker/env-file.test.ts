import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ComposeProject, type Ended } from './compose-project.ts';
import { temporaryFolder } from './packed-tool.ts';
import { ProductionSite } from './production-site.ts';
import { resourcesOf } from '../answers/resource-of.ts';
import { writeProject } from './written-project.ts';

/** What Python says where a variable has arrived. */
const SETTINGS = `
import json, os
from django.conf import settings as s
print(json.dumps({
    "DJANGO_ALLOWED_HOSTS": [host for host in s.ALLOWED_HOSTS if host.endswith(".test")],
    "DJANGO_CSRF_TRUSTED_ORIGINS": s.CSRF_TRUSTED_ORIGINS,
    "DJANGO_CORS_ALLOWED_ORIGINS": s.CORS_ALLOWED_ORIGINS,
    "DJANGO_SECRET_KEY": s.SECRET_KEY,
    "DOMAIN": [host for host in s.ALLOWED_HOSTS if host == "site.example"],
    "DJANGO_SECURE_HSTS_SECONDS": s.SECURE_HSTS_SECONDS,
    "EMAIL_URL": [getattr(s, "EMAIL_HOST", None) or s.MAILERS["default"]["OPTIONS"]["host"]],
    "DJANGO_DEFAULT_FROM_EMAIL": s.DEFAULT_FROM_EMAIL,
    "UID": os.getuid(),
    "GID": os.getgid(),
}))
`;

/** Where Compose publishes the site, and what containers get as the password of the database. */
interface Service {
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly { readonly host_ip: string; readonly published: string; readonly target: number }[];
}

const parseSettings: (text: string) => Readonly<Record<string, unknown>> = JSON.parse;
const parseServices: (text: string) => { readonly services: Readonly<Record<string, Service>> } = JSON.parse;

const KEY = 'mZ2vK8qXw4RtY7uB1nPc9sDf3gHj6kLa5eWo0iVxTbNyCzQrAd4Sf6';

/** For each variable of `.env.example`: the line of `.env`, and what comes of it in both forms; nothing where a form has no use for it. */
const VARIABLES: Readonly<
  Record<string, { readonly value: string; readonly development?: unknown; readonly production?: unknown }>
> = {
  DJANGO_SUPERUSER_USERNAME: { value: 'grace', development: 'grace' },
  DJANGO_SUPERUSER_EMAIL: { value: 'grace@example.test', development: 'grace@example.test' },
  DJANGO_SUPERUSER_PASSWORD: { value: 'a long way home', development: true },
  DJANGO_ALLOWED_HOSTS: {
    value: 'one.test, two.test',
    development: ['one.test', 'two.test'],
    production: ['one.test', 'two.test'],
  },
  // A site whose scripts may call the API may send its forms too.
  DJANGO_CSRF_TRUSTED_ORIGINS: {
    value: 'https://one.test, https://two.test',
    development: ['https://one.test', 'https://two.test', 'https://three.test'],
    production: ['https://one.test', 'https://two.test', 'https://three.test'],
  },
  WEB_ADDRESS: { value: '127.0.0.2', development: ['127.0.0.2'], production: ['127.0.0.2'] },
  WEB_PORT: { value: '18765', development: ['18765'] },
  UID: { value: '1234', development: 1234 },
  GID: { value: '1235', development: 1235 },
  DJANGO_CORS_ALLOWED_ORIGINS: {
    value: 'https://three.test',
    development: ['https://three.test'],
    production: ['https://three.test'],
  },
  DJANGO_SECRET_KEY: { value: KEY, development: KEY, production: KEY },
  POSTGRES_PASSWORD: { value: 'battery-staple', production: ['battery-staple', 'battery-staple'] },
  DOMAIN: { value: 'site.example', production: ['site.example'] },
  DJANGO_SECURE_HSTS_SECONDS: { value: '3600', production: 3600 },
  HTTP_PORT: { value: '18766', production: ['18766'] },
  HTTPS_PORT: { value: '18767', production: ['18767'] },
  EMAIL_URL: {
    value: 'smtp+tls://user:password@mail.example:587',
    development: ['mail.example'],
    production: ['mail.example'],
  },
  DJANGO_DEFAULT_FROM_EMAIL: { value: 'site@one.test', development: 'site@one.test', production: 'site@one.test' },
};

/** Which of the variables a form listens to, and what it makes of each. */
function expected(form: 'development' | 'production'): Readonly<Record<string, unknown>> {
  const entries = Object.entries(VARIABLES).map(([name, forms]) => [name, forms[form]] as const);
  return Object.fromEntries(entries.filter(([, outcome]) => outcome !== undefined));
}

/** What the resolved Compose file says of the variables that Compose itself takes. */
function published(text: string): Readonly<Record<string, unknown>> {
  const { services } = parseServices(text);
  const ports = Object.values(services).flatMap((service) => service.ports ?? []);
  const port = (target: number): readonly string[] =>
    ports.filter((one) => one.target === target).map((one) => one.published);
  return {
    WEB_ADDRESS: [...new Set(ports.map((one) => one.host_ip))],
    WEB_PORT: port(8000),
    HTTP_PORT: port(80),
    HTTPS_PORT: port(443),
    POSTGRES_PASSWORD: [
      services['db']?.environment?.['POSTGRES_PASSWORD'],
      services['web']?.environment?.['PGPASSWORD'],
    ],
  };
}

/** The status that a site gives under another name, as a phone or a second container calls it. */
async function statusAt(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/books/', headers: { host }, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

const folder = temporaryFolder('drf-docker-env');
/** It has every variable that `.env.example` can list. */
const ANSWERS = { name: 'e2e-env', cors: 'https://app.example.com', resources: resourcesOf('Book title:char:250') };
const path = join(folder.path, 'e2e-env');
const everyLine = Object.entries(VARIABLES).map(([name, { value }]) => `${name}=${value}\n`);

/** Compose prefers what the environment of the test says. */
function withoutOwn(...names: readonly string[]): readonly string[] {
  return ['env', ...names.flatMap((name) => ['-u', name])];
}

beforeAll(() => {
  writeProject(path, ANSWERS);
});
afterAll(() => {
  folder[Symbol.dispose]();
});

test('the list names the variables that are tried here', () => {
  const names = [...readFileSync(join(path, '.env.example'), 'utf8').matchAll(/^# ([A-Z_]+)=/gm)].map(
    ([, name]) => name,
  );
  expect(names).toEqual(Object.keys(VARIABLES));
});

describe('in development', () => {
  let project: ComposeProject;

  beforeAll(async () => {
    project = await ComposeProject.in(folder.path, 'e2e-env', withoutOwn('WEB_PORT'));
  });
  afterAll(() => {
    project[Symbol.dispose]();
    expect(project.leftovers()).toEqual([]);
    writeProject(path, ANSWERS);
  });

  test('each variable arrives where the list says', () => {
    writeFileSync(join(path, '.env'), everyLine.join(''));
    const up = project.compose('up', '--build', '--wait');
    expect(up.code, up.stderr).toBe(0);
    const user = project.shell(
      'from accounts.models import User; u = User.objects.get(); print(u.username, u.email, u.check_password("a long way home"), sep="\\n")',
    );
    const [DJANGO_SUPERUSER_USERNAME, DJANGO_SUPERUSER_EMAIL, right] = user.split('\n');
    const found = {
      ...parseSettings(project.shell(SETTINGS)),
      ...published(project.compose('config', '--format', 'json').stdout),
      DJANGO_SUPERUSER_USERNAME,
      DJANGO_SUPERUSER_EMAIL,
      DJANGO_SUPERUSER_PASSWORD: right === 'True',
    };
    expect(found).toMatchObject(expected('development'));
  });

  test('the next start sees a line that was changed, added or removed', () => {
    const seen = (): unknown => {
      const up = project.compose('up', '--wait');
      expect(up.code, up.stderr).toBe(0);
      return parseSettings(project.shell(SETTINGS))['DJANGO_DEFAULT_FROM_EMAIL'];
    };
    const others = everyLine.filter((line) => !line.startsWith('DJANGO_DEFAULT_FROM_EMAIL'));
    writeFileSync(join(path, '.env'), others.join(''));
    expect(seen()).toBe('site@localhost');
    appendFileSync(join(path, '.env'), 'DJANGO_DEFAULT_FROM_EMAIL=added@one.test\n');
    expect(seen()).toBe('added@one.test');
    writeFileSync(join(path, '.env'), `${others.join('')}DJANGO_DEFAULT_FROM_EMAIL=changed@one.test\n`);
    expect(seen()).toBe('changed@one.test');
  });

  const start = (text: string | Buffer): Ended => {
    writeFileSync(join(path, '.env'), Buffer.concat([Buffer.from(text), Buffer.from(`WEB_PORT=${project.port}\n`)]));
    return project.compose('up', '--wait');
  };

  test('answers at the address for a phone while the line is there, and stays healthy', async () => {
    const statuses = async (): Promise<unknown> =>
      Promise.all(['192.168.1.5', 'tablet.example', 'localhost'].map((host) => statusAt(project.port, host)));
    expect(start('DJANGO_ALLOWED_HOSTS= 192.168.1.5 ,  tablet.example\n').code).toBe(0);
    expect(await statuses()).toEqual([200, 200, 200]);
    expect(start('').code).toBe(0);
    expect(await statuses()).toEqual([400, 400, 200]);
  });

  test('answers at each address that the project prints, and at one that WEB_ADDRESS names', () => {
    expect(start('WEB_ADDRESS=127.0.0.7\n').code).toBe(0);
    const printed = [
      ...`${project.compose('logs', 'web').stdout}${readFileSync(join(path, 'README.md'), 'utf8')}`.matchAll(
        /http:\/\/([\w.-]+)(?=:8000)/g,
      ),
    ].map(([, host = '']) => host);
    expect(printed).toEqual(expect.arrayContaining(['0.0.0.0', 'localhost']));
    for (const host of new Set([...printed, '127.0.0.1', '[::1]', 'web', '127.0.0.7'])) {
      const asked = `import http.client as h; c = h.HTTPConnection("127.0.0.1", 8000); c.putrequest("GET", "/books/", skip_host=True); c.putheader("Host", "${host}:8000"); c.endheaders(); print(c.getresponse().status)`;
      expect([host, project.exec('python', '-c', asked).stdout.trim()]).toEqual([host, '200']);
    }
  });

  test('reads UTF-8 with a byte order mark, and names the file and the encoding where it is another', () => {
    expect(start('\uFEFFDJANGO_DEFAULT_FROM_EMAIL=jürgen@one.test\r\n').code).toBe(0);
    expect(project.shell('from django.conf import settings; print(settings.DEFAULT_FROM_EMAIL)')).toBe(
      'jürgen@one.test',
    );
    expect(start(Buffer.from('DJANGO_DEFAULT_FROM_EMAIL=jürgen@one.test\n', 'latin1')).code).toBe(1);
    const { stdout } = project.compose('logs', '--no-log-prefix', '--tail', '1', 'migrate');
    expect(stdout).toBe(
      "/app/.env is not encoded in UTF-8: 'utf-8' codec can't decode byte 0xfc in position 27: invalid start byte\n",
    );
    expect(project.compose('logs', 'migrate').stdout).not.toContain('Traceback');
  });
});

test('in production each variable arrives where the list says', async () => {
  await using site = await ProductionSite.of(path, withoutOwn('HTTP_PORT', 'HTTPS_PORT'));
  writeFileSync(join(path, '.env'), everyLine.join(''));
  const asked = await site.compose(
    'run',
    '--rm',
    '--no-deps',
    '--build',
    'web',
    'python',
    'manage.py',
    'shell',
    '--no-imports',
    '-c',
    SETTINGS,
  );
  expect(asked.code, asked.stderr).toBe(0);
  const found = {
    ...parseSettings(asked.stdout.slice(asked.stdout.lastIndexOf('{'))),
    ...published((await site.compose('config', '--format', 'json')).stdout),
  };
  expect(found).toMatchObject(expected('production'));
});
