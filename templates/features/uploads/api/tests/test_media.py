import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from rest_framework import status

from .clients import client_of
from .uploads import text_file


@pytest.mark.parametrize("name", ["page.html", "page.svg", "words.txt", "words"])
def test_an_upload_is_stored_and_not_shown(visitor, name):
    stored = default_storage.save(name, text_file(name))
    response = visitor.get(reverse("media", args=(stored,)))
    assert response.status_code == status.HTTP_200_OK
    assert response.getvalue() == b"words"
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"] == "attachment"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]


def test_a_picture_is_shown(visitor):
    stored = default_storage.save("picture.png", text_file("picture.png"))
    response = visitor.get(reverse("media", args=(stored,)))
    assert response["Content-Type"] == "image/png"
    assert response.getvalue() == b"words"
    assert response["Content-Disposition"].startswith("inline")
    assert "sandbox" in response["Content-Security-Policy"]


@pytest.mark.django_db
def test_a_program_gets_in_as_in_the_api(user):
    stored = default_storage.save("picture.png", text_file("picture.png"))
    client = client_of(user)
    for accept in ("*/*", "image/png"):
        response = client.get(reverse("media", args=(stored,)), HTTP_ACCEPT=accept)
        assert response.status_code == status.HTTP_200_OK
        assert response.getvalue() == b"words"


@pytest.mark.django_db
def test_who_may_not_read_the_api_reads_no_upload(anonymous):
    stored = default_storage.save("words.txt", text_file("words.txt"))
    response = anonymous.get(reverse("media", args=(stored,)))
    response.close()
    assert response.status_code == anonymous.get(reverse("v1:root")).status_code


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["unknown.txt", "nul\x00", "."])
def test_there_is_nothing_else(visitor, name):
    response = visitor.get(f"/data/media/{name}")
    assert response.status_code == status.HTTP_404_NOT_FOUND


@pytest.mark.parametrize("name", ["../manage.py", "a/../../manage.py"])
def test_no_way_leads_out(visitor, name):
    response = visitor.get(f"/data/media/{name}")
    assert response.status_code == status.HTTP_400_BAD_REQUEST
