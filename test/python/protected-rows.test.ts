import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RenderedProject } from './rendered-project.ts';

const TESTS = `from django.urls import reverse

from books.tests import make
from loans.tests import make as make_loan


def test_api_refuses_to_delete_a_protected_row(member):
    book = make_loan().book
    response = member.delete(reverse("api-book-detail", args=(book.pk,)))
    assert (response.status_code, response.json()) == (
        409,
        {"detail": "This conflicts with other data."},
    )


def test_page_refuses_to_delete_a_protected_row(client, user):
    client.force_login(user)
    book = make_loan().book
    url = reverse("book-delete", args=(book.pk,))
    response = client.post(url)
    assert response.status_code == 200
    assert "Other records still refer to this one." in response.text
    assert client.post(reverse("book-delete", args=(make().pk,))).status_code == 302
`;

test('a row that others refer to cannot be deleted, and the API and the page say so', async () => {
  using project = new RenderedProject(['Book title:char:250', 'Loan book:fk:Book:protect due:date'], {
    database: 'sqlite',
  });
  writeFileSync(join(project.folder, 'test_protected.py'), TESTS);
  const { code, said } = await project.run('python', '-m', 'pytest', '-q', 'test_protected.py');
  expect(said).toContain('2 passed');
  expect(code).toBe(0);
});
