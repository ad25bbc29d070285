from api.filters import FilterSet

from .models import CookieStand


class CookieStandFilter(FilterSet):
    class Meta:
        model = CookieStand
        fields = ("location", "owner")
