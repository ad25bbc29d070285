import type { Problem } from '../problem.ts';

/** The origins in an answer, which has commas between them: each once, in their order. */
export function originsOf(value: string): readonly string[] {
  const named = value.split(',').map((origin) => origin.trim());
  return value.trim() === '' ? [] : [...new Set(named)];
}

function originProblem(origin: string): Problem | undefined {
  const next =
    'Give scheme, host and port alone, such as https://app.example.com or http://localhost:3000; commas between several.';
  const what = `${JSON.stringify(origin)} is not the origin of a site`;
  if (origin === '*') return { what, why: 'Every site would call the API in the name of who visits it.', next };
  if (!URL.canParse(origin)) return { what, next };
  const url = new URL(origin);
  if (!/^https?:\/\/(?:\[[\d:a-f]+\]|[\d.a-z-]+)(?:$|:\d+$)/.test(url.origin)) return { what, next };
  return url.origin === origin
    ? undefined
    : { what, why: 'Browsers send it in one form, without a path.', next: `Give ${url.origin}.` };
}

/** The first problem of a list of origins with commas between them, or nothing. */
export function originsProblem(value: string): Problem | undefined {
  return originsOf(value)
    .map(originProblem)
    .find((problem) => problem !== undefined);
}
