import { type Field, type Resource, USER, isRelation, targetOf } from '../../resource/model/resource.ts';
import { authorOf } from '../../resource/model/owner.ts';
import { namesOf } from '../../resource/model/names.ts';
import { naturalOrder } from '../../text/natural-order.ts';
import { pyCall, pyCode, pyLaidOut } from '../../text/py-expression.ts';
import { circularFields } from './circular-fields.ts';
import { importLine } from '../views/import-line.ts';
import { testValue } from '../field-types/field-values.ts';
import { testedFields } from './tested-fields.ts';

/** The longest name of a model that keeps the lines of the tests short. */
const LONGEST_MODEL = 24;

/** A field with the Python that gives its value. */
export interface NamedCode {
  readonly name: string;
  readonly code: string;
}

/** What the tests of an app make valid data and rows of. */
export interface FactoryContext {
  /** Groups of import lines. */
  readonly imports: readonly (readonly string[])[];
  /** What a client sends, but for relations that lead back to the resource. */
  readonly values: readonly NamedCode[];
  /** Whether a value is made of a `number`, which counts. */
  readonly hasNumber: boolean;
  /** Whether the module makes users. */
  readonly makesUsers: boolean;
  /** The serializer with the data of a row, as a call: data that was given, or new data. */
  readonly serializer: string;
  readonly newSerializer: string;
  /** The rows of the model: its manager, or a short name for it where the model's is long, which the module defines then. */
  readonly rows: string;
  readonly rowsName: boolean;
  /** Whether a picture is sent. */
  readonly hasPicture: boolean;
}

/** The fields that the tests send. */
export function factoryFields(resource: Resource, resources: readonly Resource[]): readonly Field[] {
  const circular = circularFields(resource, resources);
  return testedFields(resource, resources).filter(
    (field) => !circular.has(field.name) && !(isRelation(field) && targetOf(field) === resource.name),
  );
}

/** What the tests call the function that stores a row of another resource. */
function makerOf(resource: Resource): string {
  return `make_${namesOf(resource).singular}`;
}

/** What a client sends for a relation. */
function relationCode(to: string, isMany: boolean, resources: readonly Resource[]): string {
  const target = resources.find((one) => one.name === to);
  const key = `${target === undefined ? 'make_user' : makerOf(target)}().pk`;
  const sent = target?.pk === 'uuid' ? `str(${key})` : key;
  return isMany ? `[${sent}]` : sent;
}

/** What the tests import of Python's own modules, and of packages. */
function packageImports(
  values: readonly NamedCode[],
  needs: {
    readonly hasNumber: boolean;
    readonly makesUsers: boolean;
    readonly isChecked: boolean;
    readonly bare: boolean;
  },
): readonly (readonly string[])[] {
  const calls = (name: string): boolean => values.some(({ code }) => code.includes(`${name}(`));
  const standard = [
    ...(needs.hasNumber ? ['from itertools import count'] : []),
    ...(needs.isChecked ? ['from types import SimpleNamespace'] : []),
    ...(calls('UUID') ? ['from uuid import UUID'] : []),
  ];
  const installed = [
    ...(needs.bare ? [] : ['import pytest']),
    ...(needs.makesUsers || needs.bare ? ['from django.contrib.auth import get_user_model'] : []),
    ...(calls('SimpleUploadedFile') ? ['from django.core.files.uploadedfile import SimpleUploadedFile'] : []),
    'from django.urls import reverse',
    ...(needs.bare ? ['from rest_framework.test import APITestCase'] : []),
  ];
  return [standard, installed];
}

/** What the tests of a resource's app make data and rows of. */
export function factoryContext(resource: Resource, resources: readonly Resource[], bare: boolean): FactoryContext {
  const fields = factoryFields(resource, resources);
  const values = fields.map((field) => ({
    name: field.name,
    code: isRelation(field)
      ? relationCode(targetOf(field), field.type === 'm2m', resources)
      : testValue(field, resource).code,
  }));
  const hasNumber = values.some(({ code }) => code.includes('number'));
  const author = authorOf(resource)?.name;
  const hasOwner = author !== undefined;
  const isChecked = hasOwner && (resource.unique ?? []).some((names) => names.includes(author));
  const makesUsers = hasOwner || fields.some((field) => isRelation(field) && targetOf(field) === USER);
  const targets = [...new Set(fields.filter(isRelation).map(targetOf))].flatMap((name) =>
    resources.filter((one) => one.name === name),
  );
  const own = targets
    .map((target) => ({ app: namesOf(target).app, maker: makerOf(target) }))
    .sort((one, other) => naturalOrder(one.app, other.app))
    .map(({ app, maker }) => importLine(`${app}.tests`, `make as ${maker}`));
  const local = [importLine('.models', resource.name), importLine('.serializers', `${resource.name}Serializer`)];
  const serializerCall = (data: string): string => {
    const args = [
      { name: 'data', value: pyCode(data) },
      ...(isChecked ? [{ name: 'context', value: pyCode('context') }] : []),
    ];
    return pyLaidOut(pyCall(`${resource.name}Serializer`, args), 4, '    serializer = '.length);
  };
  const isLong = resource.name.length > LONGEST_MODEL;
  return {
    imports: [...packageImports(values, { hasNumber, makesUsers, isChecked, bare }), own, local].filter(
      (group) => group.length > 0,
    ),
    values,
    hasNumber,
    makesUsers,
    serializer: serializerCall('data or valid()'),
    newSerializer: serializerCall('valid()'),
    rows: isLong ? 'ROWS' : `${resource.name}.objects`,
    rowsName: isLong,
    hasPicture: values.some(({ code }) => code.includes('PICTURE')),
  };
}
