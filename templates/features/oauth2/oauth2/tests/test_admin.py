from django.urls import reverse

from . import flow


def test_the_page_of_a_client_leads_nowhere_that_is_not_there(admin_client):
    registered = flow.register()
    name = "admin:oauth2_provider_application_change"
    page = admin_client.get(reverse(name, args=(registered.pk,)))
    assert page.status_code == 200
    assert "View on site" not in page.content.decode()
