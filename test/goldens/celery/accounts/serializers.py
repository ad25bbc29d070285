from django.contrib.auth import get_user_model

from api.serializers import ModelSerializer


class MeSerializer(ModelSerializer):
    """What users see of themselves; all else is for the admin."""

    class Meta:
        model = get_user_model()
        fields = ("id", "username", "first_name", "last_name", "email")
        read_only_fields = ("username",)
