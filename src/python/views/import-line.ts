/** The width of a line that `ruff format` allows. */
const WIDTH = 88;

/** An import as isort has it: in brackets where it is too long for a line. */
export function importLine(module: string, name: string): string {
  const line = `from ${module} import ${name}`;
  return line.length <= WIDTH ? line : `from ${module} import (\n    ${name},\n)`;
}
