from django.conf import settings
from django.db import models


class CookieStand(models.Model):
    location = models.CharField(max_length=255)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    description = models.TextField(blank=True)
    hourly_sales = models.JSONField(default=list)
    minimum_customers_per_hour = models.PositiveIntegerField(default=0)
    maximum_customers_per_hour = models.PositiveIntegerField(default=0)
    average_cookies_per_sale = models.FloatField(default=0.0)

    class Meta:
        # The API and the pages sort and filter by these. The key makes an order
        # complete, so that no row is on two pages or on none.
        indexes = (
            models.Index(fields=["location", "id"], name="cookiestand_location_id_idx"),
        )

    def __str__(self):
        return self.location
