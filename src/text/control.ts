/** A control character of ASCII or Latin-1, told by what is none. */
export const CONTROL = /[^\x20-\x7E\u00A0-\uFFFF]/;
