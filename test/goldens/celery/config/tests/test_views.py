from rest_framework import status


def test_the_icon_is_where_browsers_look_for_it(client):
    response = client.get("/favicon.ico")
    assert response.status_code == status.HTTP_200_OK
    assert response["Content-Type"] == "image/svg+xml"
    assert b"<svg" in response.getvalue()
