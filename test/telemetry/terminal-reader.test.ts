import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const talker = fileURLToPath(new URL('receiver/talker.ts', import.meta.url));

describe('who reads the terminal', () => {
  test('does not hold up the application by reading nothing', async () => {
    const child = spawn(process.execPath, [talker], { stdio: ['ignore', 'pipe', 'pipe'] });
    const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    const { talked, total } = JSON.parse(output) as { talked: number; total: number };
    expect(code).toBe(0);
    expect(talked).toBeLessThan(30_000);
    expect(total).toBeLessThan(60_000);
  });

  test('gets the last line, also when the process exits at once', async () => {
    const child = spawn(process.execPath, [talker, 'exit'], { stdio: ['ignore', 'pipe', 'pipe'] });
    const [lines, [code]] = await Promise.all([text(child.stderr), once(child, 'exit'), text(child.stdout)]);
    expect(code).toBe(0);
    expect(lines.includes('last words')).toBe(true);
  });
});
