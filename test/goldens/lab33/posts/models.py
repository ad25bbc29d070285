from django.conf import settings
from django.db import models
from django.urls import reverse


class Post(models.Model):
    title = models.CharField(max_length=64)
    body = models.TextField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        # The id breaks ties, so that pagination neither repeats nor skips rows.
        ordering = ("-created_at", "-id")
        indexes = (
            models.Index(fields=["-created_at", "-id"], name="post_created_at_id_idx"),
            models.Index(fields=["title", "id"], name="post_title_id_idx"),
            models.Index(fields=["updated_at", "id"], name="post_updated_at_id_idx"),
        )

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("post-detail", args=(self.pk,))
