"""The Content-Security-Policy of pages that need more than the others."""

from django.conf import settings
from django.views.decorators.csp import csp_override


def csp_update(additions):
    """Make a decorator of views that adds sources to directives of SECURE_CSP."""
    policy = settings.SECURE_CSP
    changed = {name: [*policy.get(name, []), *more] for name, more in additions.items()}
    return csp_override({**policy, **changed})
