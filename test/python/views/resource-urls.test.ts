import { describe, expect, test } from 'vitest';
import { type AddressedResource, registration, resourceUrls } from '../../../src/python/views/resource-urls.ts';

const BOOK: AddressedResource = { url: 'books', model: 'Book', name: 'book', apiName: 'book', key: 'int' };

describe('the addresses of a resource', () => {
  test('of an API alone are its endpoints', () => {
    expect(resourceUrls(BOOK, { views: 'generic', website: false })).toEqual([
      '    path("books/", views.BookList.as_view(), name="book-list"),',
      '    path("books/<int:pk>/", views.BookDetail.as_view(), name="book-detail"),',
    ]);
    expect(resourceUrls({ ...BOOK, key: 'uuid' }, { views: 'function', website: false })).toEqual([
      '    path("books/", views.book_list, name="book-list"),',
      '    path("books/<uuid:pk>/", views.book_detail, name="book-detail"),',
    ]);
  });

  test('are those of its pages, and of the endpoints below the path of the API', () => {
    expect(resourceUrls({ ...BOOK, apiName: 'api-book' }, { views: 'generic', website: true })).toEqual([
      '    path("books/", views.BookListView.as_view(), name="book-list"),',
      '    path("books/add/", views.BookCreateView.as_view(), name="book-add"),',
      '    path("books/<int:pk>/", views.BookDetailView.as_view(), name="book-detail"),',
      '    path("books/<int:pk>/edit/", views.BookUpdateView.as_view(), name="book-edit"),',
      '    path("books/<int:pk>/delete/", views.BookDeleteView.as_view(), name="book-delete"),',
      '    path("api/v1/books/", api.BookList.as_view(), name="api-book-list"),',
      '    path("api/v1/books/<int:pk>/", api.BookDetail.as_view(), name="api-book-detail"),',
    ]);
  });

  test('are left to the router where there are viewsets', () => {
    expect(resourceUrls(BOOK, { views: 'viewset', website: false })).toEqual([]);
    expect(resourceUrls(BOOK, { views: 'viewset', website: true })).toHaveLength(5);
  });

  test('are laid out in lines of 88 columns', () => {
    const long = {
      url: 'membership-requests',
      model: 'MembershipRequest',
      name: 'membership_request',
      apiName: 'membership_request',
      key: 'int',
    };
    expect(resourceUrls(long, { views: 'generic', website: false })).toEqual([
      [
        '    path(',
        '        "membership-requests/",',
        '        views.MembershipRequestList.as_view(),',
        '        name="membership_request-list",',
        '    ),',
      ].join('\n'),
      [
        '    path(',
        '        "membership-requests/<int:pk>/",',
        '        views.MembershipRequestDetail.as_view(),',
        '        name="membership_request-detail",',
        '    ),',
      ].join('\n'),
    ]);
  });

  test('of a viewset come from the router, whose line is laid out, too', () => {
    expect(registration(BOOK, { website: false })).toBe('router.register("books", views.BookViewSet, basename="book")');
    expect(
      registration(
        { ...BOOK, url: 'membership-requests', model: 'MembershipRequest', apiName: 'api-membership_request' },
        { website: true },
      ),
    ).toBe(
      [
        'router.register(',
        '    "api/v1/membership-requests",',
        '    api.MembershipRequestViewSet,',
        '    basename="api-membership_request",',
        ')',
      ].join('\n'),
    );
  });
});
