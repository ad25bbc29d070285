import { describe, expect, test } from 'vitest';
import { viewAttributes, type ViewedResource } from '../../src/project/api-views.ts';

function attributes(changes: Partial<ViewedResource> = {}) {
  return viewAttributes({ model: 'Book', ordering: ['title', 'id'], orderingFields: ['title'], searchFields: [], prefetchRelated: [], ...changes });
}

describe('the attributes of the views', () => {
  test('are Python, a tuple also where it has one item or none', () => {
    expect(attributes()).toEqual({
      queryset: 'Book.objects.all()',
      querysetArgument: 'models.Book.objects.all()',
      ordering: '("title", "id")',
      orderingFields: '("title",)',
      searchFields: '()',
      detailClass: 'class BookDetail(generics.RetrieveUpdateDestroyAPIView)',
    });
  });

  test('read the many-to-many relations beside the rows', () => {
    const { queryset, querysetArgument } = attributes({ model: 'Response', prefetchRelated: ['tags', 'readers'] });
    expect(queryset).toBe('Response.objects.prefetch_related("tags", "readers")');
    expect(querysetArgument).toBe('models.Response.objects.prefetch_related("tags", "readers")');
  });

  test('are laid out in lines of 88 columns', () => {
    const model = 'OrganizationMembershipRequestOfAMembers0';
    const long = attributes({ model, ordering: ['-created_at_the_headquarters', 'title_of_the_request', 'department', 'id'], prefetchRelated: ['departments', 'readers'] });
    expect(`    ordering = ${long.ordering}`).toBe(
      ['    ordering = (', '        "-created_at_the_headquarters",', '        "title_of_the_request",', '        "department",', '        "id",', '    )'].join('\n'),
    );
    expect(`    queryset = ${long.queryset}`).toBe(
      [`    queryset = ${model}.objects.prefetch_related(`, '        "departments", "readers"', '    )'].join('\n'),
    );
    expect(`${long.detailClass}:`).toBe([`class ${model}Detail(`, '    generics.RetrieveUpdateDestroyAPIView', '):'].join('\n'));
  });
});
