const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
  '{': '&#123;',
};

/**
 * A text as HTML in a template of Django's: nothing in it is markup, and nothing starts a tag or a variable of the template.
 * @param text any text
 * @returns the text with references for what has a meaning
 */
export function htmlText(text: string): string {
  return text.replaceAll(/[&<>"'{]/g, (sign) => ENTITIES[sign] ?? sign);
}
