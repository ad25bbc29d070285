from django.urls import reverse


def test_the_admin_searches_books(admin_client, make_book):
    make_book(title="Found")
    make_book(title="Other")
    response = admin_client.get(reverse("admin:books_book_changelist"), {"q": "found"})
    assert [book.title for book in response.context["cl"].queryset] == ["Found"]
