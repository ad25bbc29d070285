import { htmlText } from '../text/html.ts';
import { markdownText } from '../text/markdown.ts';
import { pyString } from '../text/py.ts';
import { tomlString } from '../text/toml.ts';

/** The helpers of the templates: each quotes a text of the user for one language. No template prints such a text without one. */
export const QUOTING: Readonly<Record<string, (value: unknown) => string>> = {
  py: (value) => pyString(String(value)),
  toml: (value) => tomlString(String(value)),
  md: (value) => markdownText(String(value)),
  html: (value) => htmlText(String(value)),
};
