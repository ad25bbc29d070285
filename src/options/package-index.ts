import type { Problem } from '../problem.ts';
import { CONTROL } from '../text/control.ts';

/** Says what is wrong with the address of a package index, such as a company's mirror; gives nothing where it is right. */
export function indexProblem(value: string): Problem | undefined {
  const next = 'Give the address that pip takes for --index-url, such as https://packages.example.com/simple.';
  if (!URL.canParse(value)) return { what: `The package index ${JSON.stringify(value)} is not a URL`, next };
  const url = new URL(value);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return { what: `The package index ${JSON.stringify(value)} is not reached by https or http`, next };
  }
  if (url.username !== '' || url.password !== '') {
    return {
      what: 'The package index holds a user name or a password',
      why: 'It is written to a file that is committed, and everyone who can read that file could read them.',
      next: 'Leave them out, and keep them where pip looks for them, in a netrc or a keyring.',
    };
  }
  if (/[\s"'\\$`{}<>]/.test(value) || CONTROL.test(value)) {
    return { what: `The package index ${JSON.stringify(value)} holds a character that an address must escape`, next };
  }
  return undefined;
}
