from django.contrib import admin
from oauth2_provider.models import get_application_model

# The page of a client that "View on site" would lead to is none of this site's.
admin.site.get_model_admin(get_application_model()).view_on_site = False
