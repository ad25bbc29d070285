import { describe, expect, test } from 'vitest';
import { BOOK } from '../../../src/resource/model/book.ts';
import { viewAttributes } from '../../../src/python/views/api-views.ts';
import { resourceOf } from '../../answers/resource-of.ts';

describe('the attributes of the views', () => {
  test('are Python, a tuple also where it has one item', () => {
    expect(viewAttributes(BOOK, true)).toEqual({
      queryset: 'Book.objects.all()',
      ordering: '("id",)',
      orderingFields: '("title", "author", "isbn")',
      searchFields: '("title", "subtitle", "author", "isbn")',
      uploadDecorator: '',
      detailClass: 'class BookDetail(generics.RetrieveUpdateDestroyAPIView)',
    });
  });

  test('a tuple of one item or of none is one too', () => {
    expect(viewAttributes(resourceOf('Note text:text'), false)).toMatchObject({
      orderingFields: '()',
      searchFields: '("text",)',
    });
  });

  test('read the many-to-many relations beside the rows', () => {
    expect(viewAttributes(resourceOf('Response tags:m2m:user readers:m2m:user'), false).queryset).toBe(
      'Response.objects.prefetch_related("tags", "readers")',
    );
  });

  test('document a body with files as a form', () => {
    const resource = resourceOf('Photo picture:image');
    expect(viewAttributes(resource, true).uploadDecorator).toBe(
      '@extend_schema(request={"multipart/form-data": PhotoSerializer})',
    );
    expect(viewAttributes(resource, false).uploadDecorator).toBe('');
  });

  test('are laid out in lines of 88 columns', () => {
    const model = 'OrganizationMembershipRequestOfAMembers0';
    const long = viewAttributes(
      resourceOf(
        `${model}/member_requests created_at_the_headquarters:date title_of_the_request:char:60 department:char:60 departments:m2m:user readers:m2m:user @ordering=-created_at_the_headquarters,title_of_the_request,department`,
      ),
      false,
    );
    expect(`    ordering = ${long.ordering}`).toBe(
      [
        '    ordering = (',
        '        "-created_at_the_headquarters",',
        '        "title_of_the_request",',
        '        "department",',
        '        "id",',
        '    )',
      ].join('\n'),
    );
    expect(`    queryset = ${long.queryset}`).toBe(
      [`    queryset = ${model}.objects.prefetch_related(`, '        "departments", "readers"', '    )'].join('\n'),
    );
    expect(`${long.detailClass}:`).toBe(
      [`class ${model}Detail(`, '    generics.RetrieveUpdateDestroyAPIView', '):'].join('\n'),
    );
  });
});
