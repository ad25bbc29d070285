/** Our projects for `npm run bench:service`: created, built and started in their production form. */
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../free-port.mjs';
import { run, Stack } from './stack.mjs';

const CLI = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));

// What a list page costs beside what Django itself takes for the same JSON.
const BARE_VIEW = `

def bare(request):
    from django.http import JsonResponse

    from books.models import Book

    rows = Book.objects.order_by("id")
    count = rows.count()
    values = rows.values("id", "title", "subtitle", "author", "isbn")[:20]
    address = request.build_absolute_uri("/api/v1/books/?page=2")
    return JsonResponse(
        {"count": count, "next": address, "previous": None, "results": list(values)}
    )


urlpatterns.insert(0, path("bare", bare))
`;

/**
 * Creates a project and gives its production stack; starts nothing.
 * @param {string} work a folder
 * @param {string} name
 * @param {string[]} flags of the tool
 */
export async function ours(work, name, flags = []) {
  mkdirSync(work, { recursive: true });
  run([process.execPath, CLI, name, '--yes', '--no-git', ...flags], { cwd: work });
  const env = { HTTP_PORT: String(await freePort()), HTTPS_PORT: String(await freePort()) };
  const stack = new Stack({
    name,
    path: join(work, name),
    file: 'compose.production.yaml',
    web: 'web',
    db: 'db',
    port: 8000,
    env,
  });
  appendFileSync(join(stack.path, 'config/urls.py'), BARE_VIEW);
  appendFileSync(join(stack.path, '.env'), `POSTGRES_PASSWORD=${randomBytes(20).toString('hex')}\n`);
  stack.compose('build', 'web', 'migrate');
  return stack;
}
