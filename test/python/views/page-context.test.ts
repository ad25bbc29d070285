import { describe, expect, test } from 'vitest';
import { type PageContext, pageContext } from '../../../src/python/views/page-context.ts';
import { resourcesOf } from '../../answers/resource-of.ts';

/** What the pages of the first resource are made of. */
function pagesOf(
  lines: string | readonly string[],
  access: 'open-read' | 'private' | 'staff' = 'open-read',
): PageContext {
  const resources = resourcesOf(...[lines].flat());
  const [first] = resources;
  if (first === undefined) throw new Error('There is one.');
  return pageContext(first, resources, access);
}

describe('a search', () => {
  test('looks at the one field without Q', () => {
    expect(pagesOf('Note title:text')).toMatchObject({ search: 'title__icontains=word', modelsImport: '' });
  });

  test('stands on the line where it fits', () => {
    expect(pagesOf('Note a:text b:text')).toMatchObject({
      search: 'Q(a__icontains=word) | Q(b__icontains=word)',
      modelsImport: 'from django.db.models import Q',
    });
  });

  test('stands on a line of its own where that holds it', () => {
    expect(pagesOf('Note headline:text paragraphs:text').search).toBe(
      '\n            Q(headline__icontains=word) | Q(paragraphs__icontains=word)\n        ',
    );
  });

  test('has a line for each field where no line holds it', () => {
    expect(pagesOf('Note headline:text paragraphs:text author_name:text').search).toBe(
      [
        '',
        '            Q(headline__icontains=word)',
        '            | Q(paragraphs__icontains=word)',
        '            | Q(author_name__icontains=word)',
        '        ',
      ].join('\n'),
    );
  });

  test('is not there where nothing holds text', () => {
    expect(pagesOf('Note day:date')).toMatchObject({ search: '', modelsImport: '' });
  });
});

describe('what a list and a page read', () => {
  test('is the model where nothing is related', () => {
    expect(pagesOf('Note title:text')).toMatchObject({ listQueryset: 'model = Note', detailQueryset: 'model = Note' });
  });

  test('is what they show of related rows, and what those are named by', () => {
    const lines = [
      'Loan book:fk:Book due:date readers:m2m:user',
      'Book writer:fk:Writer title:text @str=writer',
      'Writer name:text',
    ];
    expect(pagesOf(lines)).toMatchObject({
      listQueryset: 'queryset = Loan.objects.select_related("book__writer")',
      detailQueryset: 'queryset = Loan.objects.select_related("book__writer").prefetch_related("readers")',
    });
    expect(pagesOf('Loan day:date readers:m2m:user').detailQueryset).toBe(
      'queryset = Loan.objects.prefetch_related("readers")',
    );
  });

  test('is parted as ruff format does where one line is too long', () => {
    expect(pagesOf('MembershipRequest organization:fk:user membership:fk:user readers:m2m:user').detailQueryset).toBe(
      [
        'queryset = MembershipRequest.objects.select_related(',
        '        "organization", "membership"',
        '    ).prefetch_related("readers")',
      ].join('\n'),
    );
  });
});

describe('the pages that change rows', () => {
  test('ask for a login where anybody reads, and for nothing where all pages do', () => {
    expect(pagesOf('Note title:text')).toMatchObject({
      mixinImport: 'from django.contrib.auth.mixins import LoginRequiredMixin',
      createClass: 'class NoteCreateView(LoginRequiredMixin, generic.CreateView)',
      mayAdd: 'user.is_authenticated',
      mayChange: 'user.is_authenticated',
      permissions: false,
    });
    expect(pagesOf('Note title:text', 'private')).toMatchObject({
      mixinImport: '',
      updateClass: 'class NoteUpdateView(generic.UpdateView)',
    });
  });

  test('ask for Django’s permissions where these decide', () => {
    expect(pagesOf('Trip_Invite/guests title:text', 'staff')).toMatchObject({
      mixinImport: 'from django.contrib.auth.mixins import PermissionRequiredMixin',
      deleteClass: 'class TripInviteDeleteView(PermissionRequiredMixin, generic.DeleteView)',
      mayAdd: 'perms.guests.add_tripinvite',
      mayChange: 'perms.guests.change_tripinvite',
      permissions: true,
    });
  });

  test('are offered to the owner alone, and to any member where there is only an author', () => {
    expect(pagesOf('Note title:text owner').mayChange).toBe('user == object.owner');
    expect(pagesOf('Note title:text author:fk:user').mayChange).toBe('user.is_authenticated');
  });

  test('have the fields that a person fills in, one on each line', () => {
    expect(pagesOf('Note title:text day:date made:datetime:auto_now_add author:fk:user').fields).toBe(
      '(\n        "title",\n        "day",\n    )',
    );
    expect(pagesOf('Note title:text paper:file')).toMatchObject({ isMultipart: true });
    expect(pagesOf('Note title:text')).toMatchObject({ isMultipart: false });
  });

  test('have a class line of 88 columns at most', () => {
    const model = 'OrganizationMembershipRequest';
    expect(pagesOf(`${model} title:text`).createClass).toBe(
      `class ${model}CreateView(LoginRequiredMixin, generic.CreateView)`,
    );
    expect(pagesOf(`${model} title:text`, 'staff').createClass).toBe(
      `class ${model}CreateView(\n    PermissionRequiredMixin, generic.CreateView\n)`,
    );
  });
});
