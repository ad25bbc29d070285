import { expect, test } from 'vitest';
import { type AccessRule, accessTable } from '../../../src/python/views/access-table.ts';

function told(rule: Partial<AccessRule>): readonly string[] {
  const rows = accessTable({ access: 'open-read', auth: 'token', isOwned: false, mayLackOwner: false, ...rule });
  return rows.map(({ who, read, create, change }) => `${who}: ${read} ${create} ${change}`);
}

test('anyone reads where it is open, and only members otherwise', () => {
  expect(told({})).toEqual(['anonymous: 200 401 401', 'member: 200 201 200', 'staff: 200 201 200']);
  expect(told({ access: 'private' })).toEqual(['anonymous: 401 401 401', 'member: 200 201 200', 'staff: 200 201 200']);
});

test('where only a session logs in, who is not known is answered as who may not', () => {
  expect(told({ auth: 'session' })).toEqual(['anonymous: 200 403 403', 'member: 200 201 200', 'staff: 200 201 200']);
  expect(told({ access: 'private', auth: 'session' })[0]).toBe('anonymous: 403 403 403');
});

test('what has an owner is changed by its owner, and by staff where it has none', () => {
  expect(told({ isOwned: true })).toEqual([
    'anonymous: 200 401 401',
    'owner: 200 201 200',
    'another member: 200 201 403',
    'staff: 200 201 403',
  ]);
  expect(told({ access: 'owner', isOwned: true, mayLackOwner: true })).toEqual([
    'anonymous: 401 401 401',
    'owner: 200 201 200',
    'another member: 200 201 403',
    'staff: 200 201 403',
    'member, row without owner: 200 201 403',
    'staff, row without owner: 200 201 200',
  ]);
});

test('staff needs the permission', () => {
  expect(told({ access: 'staff' })).toEqual([
    'anonymous: 401 401 401',
    'member: 200 403 403',
    'staff: 200 403 403',
    'staff with permission: 200 201 200',
  ]);
});

test('where the permission decides, it is not enough to own a row', () => {
  expect(told({ access: 'staff', isOwned: true, mayLackOwner: true })).toEqual([
    'anonymous: 401 401 401',
    'member: 200 403 403',
    'owner: 200 403 403',
    'staff: 200 403 403',
    'staff with permission: 200 201 200',
  ]);
});
