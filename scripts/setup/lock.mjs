import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { root } from './paths.mjs';

const file = join(root, '.remit/setup.lock');

function take() {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

function holderIsGone() {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    if (holder === 0) return false;
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH' || error.code === 'ENOENT';
  }
}

/** Does `work` while no other set-up of this checkout runs. A lock whose holder died is taken over. */
export async function alone(work) {
  mkdirSync(join(root, '.remit'), { recursive: true });
  while (!take()) {
    if (holderIsGone()) rmSync(file, { force: true });
    else await setTimeout(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
