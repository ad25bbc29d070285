import { describe, expect, test } from 'vitest';
import { BOOK } from '../../../src/resource/model/book.ts';
import { type FunctionViews, functionViews } from '../../../src/python/views/function-views.ts';
import type { ResourceAnswers } from '../../../src/python/views/api-views.ts';
import { resourceOf } from '../../answers/resource-of.ts';

const ANSWERS: ResourceAnswers = {
  access: 'open-read',
  auth: 'session',
  docs: true,
  pagination: 'page',
  production: true,
  services: 'none',
  views: 'function',
  website: true,
};

/** The function views of a resource that is written as a line. */
function viewsOf(line: string, answers: Partial<ResourceAnswers> = {}): FunctionViews {
  const resource = resourceOf(line);
  return functionViews(resource, resource.name, { ...ANSWERS, ...answers });
}

describe('the function views', () => {
  test('set what REST framework and the documentation read from a view', () => {
    const { listAttributes, detailAttributes } = functionViews(BOOK, 'Book', ANSWERS);
    expect(listAttributes.slice(0, 4)).toEqual([
      'book_list.cls.queryset = Book.objects.none()',
      'book_list.cls.serializer_class = BookSerializer',
      'book_list.cls.filter_backends = api_settings.DEFAULT_FILTER_BACKENDS',
      'book_list.cls.pagination_class = PageNumberPagination',
    ]);
    expect(detailAttributes).toEqual(['book_detail.cls.serializer_class = BookSerializer']);
    const cursor = viewsOf('Note text:text', { docs: false, pagination: 'cursor' });
    expect(cursor.listAttributes.slice(2)).toEqual([
      'note_list.cls.filterset_fields = ()',
      'note_list.cls.search_fields = ("text",)',
      'note_list.cls.ordering_fields = ()',
      'note_list.cls.ordering = ("id",)',
    ]);
  });

  test('name the model where Django looks for permissions, and nothing else without filters', () => {
    const { listAttributes, detailAttributes } = viewsOf('Note text:text', {
      access: 'staff',
      docs: false,
      production: false,
      website: false,
    });
    expect(listAttributes).toEqual(['note_list.cls.queryset = Note.objects.none()']);
    expect(detailAttributes).toEqual(['note_detail.cls.queryset = Note.objects.none()']);
  });

  test('give the request to a serializer that looks at it', () => {
    expect(viewsOf('Note text:text').create).toBe('NoteSerializer(data=request.data)');
    expect(viewsOf('Note scan:image').create).toBe('NoteSerializer(data=request.data, context=context)');
    expect(viewsOf('Note text:char:9 owner @unique=owner,text').create).toBe(
      'NoteSerializer(data=request.data, context=context)',
    );
  });

  test('are laid out in lines of 88 columns', () => {
    const long = viewsOf(
      'AbcdefghijklmnopqrstuvwxyzAbcd title_of_the_whole_organization:char:60 members:m2m:user scan:image',
    );
    const lines = [
      long.queryset,
      ...[long.page, long.create, long.show, long.change].map((call) => `        serializer = ${call}`),
      ...long.documented,
      ...long.listAttributes,
      ...long.detailAttributes,
    ];
    for (const line of lines.join('\n').split('\n')) expect(line.length).toBeLessThanOrEqual(88);
    expect(long.listAttributes).toContain(
      'abcdefghijklmnopqrstuvwxyz_abcd_list.cls.search_fields = (\n    "title_of_the_whole_organization",\n)',
    );
  });

  test('call a model by another name where they use its own', () => {
    expect(functionViews(resourceOf('Response text:text'), 'ResponseModel', ANSWERS)).toMatchObject({
      modelImport: 'from .models import Response as ResponseModel',
      queryset: 'ResponseModel.objects.all()',
    });
  });
});
