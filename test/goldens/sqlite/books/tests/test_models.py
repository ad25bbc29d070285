def test_a_book_is_shown_by_its_title(make_book):
    assert str(make_book(title="Emma")) == "Emma"
