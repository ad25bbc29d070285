from rest_framework.routers import SimpleRouter

from . import api

# The router appends -list and -detail to the name of the addresses.
router = SimpleRouter(use_regex_path=False)
router.register(
    "",
    api.BookViewSet,
    basename="book",
)

urlpatterns = router.urls
