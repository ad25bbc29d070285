import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exceeded, FURTHER, overridesOf, weigh, WEIGHED } from './weight.ts';

test.each([...WEIGHED, FURTHER])('$name keeps its budget', (project) => {
  expect(exceeded(weigh(project), project.budget)).toEqual({});
});

test('README says what the default project weighs', () => {
  const [library] = WEIGHED.map(weigh);
  const readme = readFileSync('README.md', 'utf8');
  expect(readme).toContain(`| files | ${String(library?.files)} |`);
  expect(readme).toContain(`| lines of Python, without tests and migrations | ${String(library?.python)} |`);
});

const IMPORTS = `import rest_framework.filters
from django.contrib import admin
from django.db import models
from rest_framework import serializers, filters
from rest_framework.permissions import (
    BasePermission,
    IsAuthenticated as Member,
)
from django_filters import rest_framework as filtering

from config.filters import Own
from .models import Book

`;

test.each([
  ['class Book(models.Model):', 0],
  ['class BookSerializer(serializers.ModelSerializer):', 0],
  ['class IsOwner(BasePermission):', 0],
  ['class Reader(Member):', 0],
  ['class BookFilter(filtering.FilterSet):', 0],
  ['class Mine(Own, Book):', 0],
  ['class Refused(Exception):', 0],
  ['class Genre(models.TextChoices):', 0],
  ['admin.site.site_header = "Books"', 0],
  ['class ISBNField(serializers.CharField):', 1],
  ['class Mine(Own, filters.SearchFilter):', 1],
  ['class Mine(rest_framework.filters.SearchFilter):', 1],
  ['class Mine(\n    models.Field,\n):', 1],
  ['filters.SearchFilter.template = "own.html"', 1],
])('%j has %i deep overrides', (line, count) => {
  expect(overridesOf(IMPORTS + line, new Set(['config']))).toHaveLength(count);
});
