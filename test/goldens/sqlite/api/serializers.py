from typing import ClassVar

from django.db import models
from rest_framework import serializers

from .fields import CharField, TextField


class ModelSerializer(serializers.ModelSerializer):
    """The base of every serializer that stands for a model."""

    serializer_field_mapping: ClassVar = {
        **serializers.ModelSerializer.serializer_field_mapping,
        models.CharField: CharField,
        models.TextField: TextField,
    }


class StatisticsSerializer(serializers.Serializer):
    """Figures that are computed: no model stands behind them."""

    books = serializers.IntegerField(help_text="Number of books.")
    counted_at = serializers.DateTimeField(help_text="When they were counted.")
