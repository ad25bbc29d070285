from django.conf import settings
from django.db import models
from django.urls import reverse

from config.validators import validate_image


class Book(models.Model):
    class Language(models.TextChoices):
        EN = "en"
        FR = "fr"

    title = models.CharField(max_length=250)
    subtitle = models.CharField(max_length=250, blank=True)
    isbn = models.CharField(max_length=13, unique=True)
    language = models.CharField(max_length=2, choices=Language)
    pages = models.PositiveIntegerField(null=True, blank=True)
    cover = models.ImageField(
        upload_to="books/", validators=[validate_image], blank=True
    )
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)

    class Meta:
        ordering = ("id",)
        indexes = (
            models.Index(fields=["title", "id"], name="book_title_id_idx"),
            models.Index(fields=["language", "id"], name="book_language_id_idx"),
        )

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("book-detail", args=(self.pk,))
