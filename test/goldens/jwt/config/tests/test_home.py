import pytest
from django.urls import reverse
from django.utils.html import escape

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["v1:root", "admin:index"])
def test_the_start_page_leads_on(visitor, settings, name):
    page = visitor.get(reverse("home")).content.decode()
    assert escape(settings.SITE_TITLE) in page
    assert f'href="{reverse(name)}"' in page
