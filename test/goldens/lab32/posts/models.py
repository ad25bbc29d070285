from django.conf import settings
from django.db import models


class Post(models.Model):
    title = models.CharField(max_length=64)
    body = models.TextField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        # The API and the pages sort and filter by these. The key makes an order
        # complete, so that no row is on two pages or on none.
        ordering = ("-created_at",)
        indexes = (
            models.Index(fields=["-created_at", "-id"], name="post_created_at_id_idx"),
            models.Index(fields=["title", "id"], name="post_title_id_idx"),
            models.Index(fields=["updated_at", "id"], name="post_updated_at_id_idx"),
        )

    def __str__(self):
        return self.title
