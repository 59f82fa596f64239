import type { ConformanceFinding, ConformanceReport } from './report.ts';

/** The report for people. */
export function renderConformance(report: ConformanceReport): string {
  const { plugin, digest, connector, seed, laws, findings, usage, limits } = report;
  const held = laws.filter((law) => law.held).length;
  const lines = [
    `${plugin} on ${connector} (sha256 ${digest})`,
    `${held} of ${laws.length} laws held; seed ${seed}`,
    '',
    ...findings.flatMap(described),
  ];
  if (usage.length > 0) {
    lines.push(
      `the most one call took (of ${limits.fuel.toLocaleString('en')} fuel and ${limits.memory} MiB)`,
    );
    for (const { interface: face, operation, fuel, memory } of usage) {
      lines.push(
        `  ${`${face}.${operation}`.padEnd(20)} ${fuel.toLocaleString('en').padStart(12)} fuel ${memory.toFixed(1).padStart(6)} MiB`,
      );
    }
    lines.push('');
  }
  const mistakes = findings.length === 1 ? '1 mistake' : `${findings.length} mistakes`;
  lines.push(report.conforms ? 'It conforms.' : `It does not conform: ${mistakes}.`, '');
  return lines.join('\n');
}

function described({ code, interface: face, operation, law, message, input }: ConformanceFinding): string[] {
  const where = [face, operation].filter((part) => part !== undefined).join('.');
  return [
    `${code}${where === '' ? '' : ` ${where}`}${law === undefined ? '' : `: ${law}`}`,
    `  ${message}`,
    ...(input === undefined ? [] : [`  input: ${input}`]),
    '',
  ];
}
