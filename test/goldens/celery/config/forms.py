from django import forms


class SearchForm(forms.Form):
    """The search box above a list; nothing in it means everything."""

    q = forms.CharField(label="Search", max_length=100, required=False)
