/**
 * `node scripts/changelog-section.mjs VERSION`: prints what CHANGELOG.md in the current folder says below "## VERSION",
 * up to the next heading of that level. Exits with 1 and a message where there is no such section or nothing stands in it.
 */
import { readFileSync } from 'node:fs';

/** The text of one version's section without its heading, or undefined where the changelog has no such heading. */
function changelogSection(changelog, version) {
  const lines = changelog.split(/\r?\n/);
  const start = lines.findIndex((line) => line === `## ${version}` || line.startsWith(`## ${version} `));
  if (start === -1) return undefined;
  const end = lines.findIndex((line, at) => at > start && line.startsWith('## '));
  return lines
    .slice(start + 1, end === -1 ? undefined : end)
    .join('\n')
    .trim();
}

const [version] = process.argv.slice(2);
const section = version && changelogSection(readFileSync('CHANGELOG.md', 'utf8'), version);
if (!version) {
  console.error('Which version? Usage: node scripts/changelog-section.mjs VERSION');
  process.exitCode = 2;
} else if (section === undefined) {
  console.error(
    `CHANGELOG.md has no section for ${version}. Add one below the heading "## ${version}", then try again.`,
  );
  process.exitCode = 1;
} else if (section === '') {
  console.error(`The section for ${version} in CHANGELOG.md is empty. Say there what has changed, then try again.`);
  process.exitCode = 1;
} else {
  console.log(section);
}
