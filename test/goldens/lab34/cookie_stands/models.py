from django.conf import settings
from django.db import models

from config.validators import validate_finite


class CookieStand(models.Model):
    location = models.CharField(max_length=255)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    description = models.TextField(blank=True)
    hourly_sales = models.JSONField(default=list)
    minimum_customers_per_hour = models.PositiveIntegerField(default=0)
    maximum_customers_per_hour = models.PositiveIntegerField(default=0)
    average_cookies_per_sale = models.FloatField(
        validators=[validate_finite], default=0.0
    )

    class Meta:
        ordering = ("id",)
        indexes = (
            models.Index(fields=["location", "id"], name="cookiestand_location_id_idx"),
        )

    def __str__(self):
        return self.location
