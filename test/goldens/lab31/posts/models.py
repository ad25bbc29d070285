from django.conf import settings
from django.db import models


class Post(models.Model):
    title = models.CharField(max_length=64)
    body = models.TextField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        # The id breaks ties, so that pagination neither repeats nor skips rows.
        ordering = ("-created_at", "-id")

    def __str__(self):
        return self.title
