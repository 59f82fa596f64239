// Writes docs/errors.md from the catalogue; with --check it fails when the file is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const parts = {
  1: 'The application as written',
  2: 'Plugins',
  3: 'The application as it runs',
  4: 'HTTP',
  5: 'Policies',
  6: 'The command line',
};

/** The text of docs/errors.md. */
export function errorsDoc(catalogue) {
  const codes = Object.keys(catalogue).toSorted();
  const sections = Object.entries(parts).map(([digit, title]) => {
    const entries = codes.filter((code) => code.startsWith(`RMT${digit}`));
    return [`## ${title}`, ...entries.map((code) => entryDoc(code, catalogue[code]))].join('\n\n');
  });
  return `${[intro, ...sections].join('\n\n')}\n`;
}

const intro = `# Errors

Every mistake and every failure that Remit reports has a code. Codes are stable: match them, never the message.
\`remit check\` reports all mistakes at once, with file and line, the reason, and how to mend them; \`--json\` prints the
same for machines. HTTP callers get problem details with the same codes and, unless a status is given below, status 500
without any further detail.

*This page is made from the catalogue in \`src/errors/catalogue/\` by \`node scripts/errors-doc.mjs\`.*`;

function entryDoc(code, { title, why, severity, status }) {
  const facts = [...(severity === 'warning' ? ['Warning'] : []), ...(status ? [`HTTP ${status}`] : [])];
  const head = `### ${code}\n\n**${title}.**${facts.length > 0 ? ` *${facts.join(', ')}.*` : ''}`;
  return why ? `${head}\n\n${why}` : head;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { catalogue } = await import('../dist/errors/index.js');
  const file = new URL('../docs/errors.md', import.meta.url);
  const text = errorsDoc(catalogue);
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write('docs/errors.md is out of date: node scripts/errors-doc.mjs\n');
    process.exitCode = 1;
  }
}
