"""A file comes in a form, not in JSON: so all requests of these tests do."""

import pytest


@pytest.fixture
def anonymous(anonymous):
    anonymous.default_format = "multipart"
    return anonymous


@pytest.fixture
def member(member):
    member.default_format = "multipart"
    return member


@pytest.fixture
def reader(reader):
    reader.default_format = "multipart"
    return reader


@pytest.fixture
def writer(writer):
    writer.default_format = "multipart"
    return writer
