/** A text without lone surrogates as a basic string of TOML 1.0, which knows the escapes of JSON (and needs one more, for DEL). */
export function tomlString(text: string): string {
  return JSON.stringify(text).replaceAll('\u007F', String.raw`\u007F`);
}
