import type { Sampler } from '../sampler.ts';
import type { Variables } from './variables.ts';

const names = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

/** `OTEL_TRACES_SAMPLER` and its argument; every trace is recorded unless they say otherwise. */
export function samplerOf(variables: Variables): Sampler {
  const name = variables.choice('OTEL_TRACES_SAMPLER', names) ?? 'parentbased_always_on';
  const parentBased = name.startsWith('parentbased_');
  if (name.endsWith('always_off')) return { parentBased, ratio: 0 };
  const ratio = name.endsWith('traceidratio') ? variables.number('OTEL_TRACES_SAMPLER_ARG', 1, 0, 1) : 1;
  return { parentBased, ratio };
}
