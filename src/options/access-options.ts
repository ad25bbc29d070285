import type { Option } from './option.ts';

/** How people and programs log in, and who may do what: a part of the option table. */
export const ACCESS_OPTIONS = [
  {
    key: 'auth',
    kind: 'choice',
    scope: 'project',
    group: 'auth',
    placeholder: 'POLICY',
    help: 'session|token|jwt|oauth2|oauth1',
    question: 'How do programs log in?',
    hint: 'People in a browser always have a session. A phone or a script wants something to send along.',
    choices: [
      { value: 'session', label: 'Sessions', hint: "Django's own cookie, as in a browser" },
      { value: 'token', label: 'Tokens', hint: 'one for each user, until it is deleted' },
      { value: 'jwt', label: 'JSON Web Tokens', hint: 'good for five minutes, and renewed' },
      { value: 'oauth2', label: 'OAuth 2.0', hint: 'users allow programs to act for them' },
      { value: 'oauth1', label: 'OAuth 1.0a', hint: 'the same, with each request signed' },
    ],
    fallback: () => 'session',
  },
  {
    key: 'access',
    kind: 'choice',
    scope: 'project',
    group: 'auth',
    placeholder: 'RULE',
    help: 'who may do what',
    question: 'Who may do what?',
    hint: 'Members are users who have logged in; staff may also use the admin.',
    choices: [
      { value: 'open-read', label: 'Open', hint: 'anyone reads, members write' },
      { value: 'private', label: 'Private', hint: 'only members read and write' },
      { value: 'owner', label: 'By owner', hint: 'members read, and change what is theirs' },
      { value: 'staff', label: 'By permission', hint: 'members read, staff gets the right to write' },
    ],
    fallback: () => 'open-read',
  },
  {
    key: 'signUp',
    kind: 'switch',
    scope: 'project',
    group: 'auth',
    help: 'people sign up on the website',
    fallback: ({ website }) => website !== false,
  },
] as const satisfies readonly Option[];
