from copy import deepcopy
from typing import ClassVar

from django.db import models
from rest_framework import serializers

from . import fields

# By the names of Django's classes; databases differ in what they make of more.
INTEGER_BITS = {
    "SmallIntegerField": 16,
    "PositiveSmallIntegerField": 16,
    "IntegerField": 32,
    "PositiveIntegerField": 32,
    "BigIntegerField": 64,
    "PositiveBigIntegerField": 64,
}


# The base of every serializer that stands for a model. The documentation would show a
# docstring here as the description of each.
class ModelSerializer(serializers.ModelSerializer):
    serializer_related_field = fields.PrimaryKeyRelatedField
    serializer_field_mapping: ClassVar = {
        **serializers.ModelSerializer.serializer_field_mapping,
        models.CharField: fields.CharField,
        models.DurationField: fields.DurationField,
        models.EmailField: fields.EmailField,
        models.FloatField: fields.FloatField,
        models.JSONField: fields.JSONField,
        models.SlugField: fields.SlugField,
        models.TextField: fields.TextField,
        models.URLField: fields.URLField,
        models.UUIDField: fields.UUIDField,
    }

    def get_fields(self):
        # The model is asked once, not again for each request: that took a tenth of one
        # for a single row. REST framework copies the fields that a class declares too.
        cls = type(self)
        if "model_fields" not in vars(cls):
            cls.model_fields = super().get_fields()
        return deepcopy(cls.model_fields)

    def build_standard_field(self, field_name, model_field):
        field, kwargs = super().build_standard_field(field_name, model_field)
        bits = INTEGER_BITS.get(model_field.get_internal_type())
        if bits and issubclass(field, serializers.IntegerField):
            is_positive = model_field.get_internal_type().startswith("Positive")
            kwargs["min_value"] = 0 if is_positive else -(2 ** (bits - 1))
            kwargs["max_value"] = 2 ** (bits - 1) - 1
        return field, kwargs


class StatisticsSerializer(serializers.Serializer):
    """Figures that are computed: no model stands behind them."""

    books = serializers.IntegerField(help_text="Number of books.")
    counted_at = serializers.DateTimeField(help_text="When they were counted.")
