import type { ProjectAnswers } from '../../options/table.ts';

/** What the API answers one kind of person. */
export interface AccessRow {
  readonly who: string;
  /** The status of GET, HEAD and OPTIONS. */
  readonly read: number;
  /** The status of POST. */
  readonly create: number;
  /** The status of PUT and PATCH; DELETE has 204 where this is 200. */
  readonly change: number;
}

/** What the answers depend on, beside who asks. */
export interface AccessRule {
  readonly access: ProjectAnswers['access'];
  /** How programs log in: REST framework answers 403 where only a session does, which has no header to ask for one. */
  readonly auth: ProjectAnswers['auth'];
  /** Whether rows belong to the user who created them; where Django's permissions say who changes them, that gives no right. */
  readonly isOwned: boolean;
  /** Whether some rows have no owner. */
  readonly mayLackOwner: boolean;
}

/** What an owner's rows answer those who are known, and rows without an owner where there are any. */
function ownedRows(mayLackOwner: boolean): readonly AccessRow[] {
  return [
    { who: 'owner', read: 200, create: 201, change: 200 },
    { who: 'another member', read: 200, create: 201, change: 403 },
    { who: 'staff', read: 200, create: 201, change: 403 },
    ...(mayLackOwner
      ? [
          { who: 'member, row without owner', read: 200, create: 201, change: 403 },
          { who: 'staff, row without owner', read: 200, create: 201, change: 200 },
        ]
      : []),
  ];
}

/** Who may do what, a row for each kind of person: the one source of the generated tests and of the README's table. */
export function accessTable({ access, auth, isOwned, mayLackOwner }: AccessRule): readonly AccessRow[] {
  const refusal = auth === 'session' ? 403 : 401;
  const anonymous = {
    who: 'anonymous',
    read: access === 'open-read' ? 200 : refusal,
    create: refusal,
    change: refusal,
  };
  if (access === 'staff') {
    const refused = { read: 200, create: 403, change: 403 };
    const known = ['member', ...(isOwned ? ['owner'] : []), 'staff'].map((who) => ({ who, ...refused }));
    return [anonymous, ...known, { who: 'staff with permission', read: 200, create: 201, change: 200 }];
  }
  if (isOwned) return [anonymous, ...ownedRows(mayLackOwner)];
  return [
    anonymous,
    { who: 'member', read: 200, create: 201, change: 200 },
    { who: 'staff', read: 200, create: 201, change: 200 },
  ];
}
