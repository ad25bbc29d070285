def with_key(queryset):
    """
    End a queryset's order with the key, in the direction of what stands before it.

    Rows that are equal in all that is asked for have no order among them otherwise,
    and one may be on two pages, or on none.
    """
    names = queryset.query.order_by or queryset.model._meta.ordering
    key = queryset.model._meta.pk.name
    if any(name in {key, f"-{key}", "pk", "-pk"} for name in names):
        return queryset.order_by(*names)
    descending = bool(names) and str(names[-1]).startswith("-")
    return queryset.order_by(*names, f"-{key}" if descending else key)
