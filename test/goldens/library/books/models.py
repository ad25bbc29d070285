from django.db import models
from django.urls import reverse


class Book(models.Model):
    title = models.CharField(max_length=250)
    subtitle = models.CharField(max_length=250, blank=True)
    author = models.CharField(max_length=100)
    isbn = models.CharField(max_length=13, unique=True)

    class Meta:
        ordering = ("id",)
        indexes = (
            models.Index(fields=["title", "id"], name="book_title_id_idx"),
            models.Index(fields=["author", "id"], name="book_author_id_idx"),
        )

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("book-detail", args=(self.pk,))
