/**
 * cookiecutter-django's own production stack with our model and endpoint, for `npm run bench:service`: database, Redis and server as it
 * configures them. Its proxy is left out, as ours is: both servers are asked directly.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, Stack } from './stack.mjs';

const ANSWERS = {
  project_name: 'Peer',
  project_slug: 'peer',
  use_docker: 'y',
  rest_api: 'DRF',
  use_whitenoise: 'y',
  cloud_provider: 'None',
  mail_service: 'Other SMTP',
  postgresql_version: '18',
};

// As anybody would write it there: anyone reads, and 20 a page.
const VIEWS = `from rest_framework.pagination import PageNumberPagination
from rest_framework.permissions import IsAuthenticatedOrReadOnly
from rest_framework.serializers import ModelSerializer
from rest_framework.viewsets import ModelViewSet

from .models import Book


class BookSerializer(ModelSerializer):
    class Meta:
        model = Book
        fields = ("id", "title", "subtitle", "author", "isbn")


class BookPagination(PageNumberPagination):
    page_size = 20


class BookViewSet(ModelViewSet):
    queryset = Book.objects.order_by("id")
    serializer_class = BookSerializer
    pagination_class = BookPagination
    permission_classes = (IsAuthenticatedOrReadOnly,)
`;

/** Replaces the one place where the text stands. */
function edit(file, text, replacement) {
  const before = readFileSync(file, 'utf8');
  if (before.split(text).length !== 2) throw new Error(`${file} has not one ${JSON.stringify(text)}`);
  writeFileSync(
    file,
    before.replace(text, () => replacement),
  );
}

/**
 * Makes the project and gives its stacks, one for each name; starts nothing. Needs the command `cookiecutter`.
 * @param {string} work a folder
 * @param {string} template where the template is: its address or a checkout
 * @param {import('./stack.mjs').Stack} library whose model and migration it gets
 * @param {string[]} names of the stacks: each has its own database
 */
export function cookiecutterDjango(work, template, library, names) {
  run(['cookiecutter', template, '--no-input', ...Object.entries(ANSWERS).map(([key, value]) => `${key}=${value}`)], {
    cwd: work,
  });
  const path = join(work, 'peer');
  mkdirSync(join(path, 'books/migrations'), { recursive: true });
  for (const name of ['__init__.py', 'models.py', 'migrations/__init__.py', 'migrations/0001_initial.py'])
    cpSync(join(library.path, 'books', name), join(path, 'books', name));
  writeFileSync(join(path, 'books/views.py'), VIEWS);
  edit(join(path, 'config/settings/base.py'), '    "peer.users",\n', '    "peer.users",\n    "books",\n');
  edit(
    join(path, 'config/api_router.py'),
    'router.register("users", UserViewSet)\n',
    'router.register("users", UserViewSet)\nrouter.register("books", BookViewSet)\n',
  );
  edit(
    join(path, 'config/api_router.py'),
    'from peer.users.api.views import UserViewSet\n',
    'from books.views import BookViewSet\nfrom peer.users.api.views import UserViewSet\n',
  );
  edit(join(path, '.envs/.production/.django'), 'DJANGO_ALLOWED_HOSTS=.example.com', 'DJANGO_ALLOWED_HOSTS=localhost');
  return names.map((name) => {
    const stack = new Stack({
      name,
      path,
      file: 'docker-compose.production.yml',
      web: 'django',
      db: 'postgres',
      port: 5000,
    });
    stack.compose('build', 'django', 'postgres');
    return stack;
  });
}
