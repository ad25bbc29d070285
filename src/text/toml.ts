/**
 * A text as a basic string of TOML 1.0, which knows the escapes of JSON (and needs one more, for DEL).
 * @param text any text without lone surrogates
 * @returns the literal with its quotes
 */
export function tomlString(text: string): string {
  return JSON.stringify(text).replaceAll('\u007F', String.raw`\u007F`);
}
