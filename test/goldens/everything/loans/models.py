from django.conf import settings
from django.db import models
from django.urls import reverse


class Loan(models.Model):
    book = models.ForeignKey("books.Book", on_delete=models.PROTECT)
    borrower = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="borrower_loans",
    )
    due = models.DateField()
    returned = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="owner_loans",
        null=True,
        blank=True,
    )

    class Meta:
        # The id breaks ties, so that pagination neither repeats nor skips rows.
        ordering = ("-due", "-id")
        indexes = (models.Index(fields=["-due", "-id"], name="loan_due_id_idx"),)

    def __str__(self):
        return self.note or str(self.pk)

    def get_absolute_url(self):
        return reverse("loan-detail", args=(self.pk,))
