import { randomUUID } from 'node:crypto';
import { type Binding, limitsOf } from '../../host/index.ts';
import {
  type BlobStore,
  blobOperations,
  type KeyValueStore,
  keyValueOperations,
} from '../../interfaces/index.ts';
import type { ResourceInterface } from '../../model/index.ts';
import type { AnyLaw, Breach, Session } from './law.ts';
import { renderInput } from './inputs/render.ts';
import { blobLaws } from './laws/blobs.ts';
import { keyValueLaws } from './laws/keyvalue.ts';
import { declarationsOf, mappingFindings } from './mapping.ts';
import type { ConformanceOptions } from './options.ts';
import type { ConformanceFinding, ConformanceReport } from './report.ts';
import { openStand, providerOf, type Stand } from './stand.ts';
import { subjectOf } from './subject.ts';

interface Judgement<Store> {
  readonly kind: ResourceInterface;
  readonly operations: readonly string[];
  readonly laws: readonly AnyLaw<Store>[];
  store(binding: Binding, resource: string): Store;
}

const keyValue: Judgement<KeyValueStore> = {
  kind: 'keyValue',
  operations: keyValueOperations,
  laws: keyValueLaws,
  store: (binding, resource) => binding.keyValue(resource),
};

const blobs: Judgement<BlobStore> = {
  kind: 'blobs',
  operations: blobOperations,
  laws: blobLaws,
  store: (binding, resource) => binding.blobs(resource),
};

interface Outcome {
  readonly laws: ConformanceReport['laws'];
  readonly findings: readonly ConformanceFinding[];
}

/**
 * Judges a plugin: the laws of every interface it serves, its declarations against what its operations really do, its
 * imports, and what each operation took of fuel and memory. Needs a database of its own.
 *
 * ```ts
 * const report = await testPlugin({ component: 'dist/plugins/mine/mine.wasm', connector: { kind: 'sqlite' } });
 * if (!report.conforms) throw new Error(renderConformance(report));
 * ```
 * @throws RemitError RMT2001-2009 when the component cannot be loaded, and whatever provisioning fails with.
 */
export async function testPlugin(options: ConformanceOptions): Promise<ConformanceReport> {
  const { component, interfaces, findings: imports } = await subjectOf(options);
  const stand = await openStand(options, interfaces);
  const { seed = 1, runs = 20 } = options;
  try {
    const outcomes: Outcome[] = [];
    if (interfaces.includes('keyValue')) outcomes.push(await judged(keyValue, stand, seed, runs));
    if (interfaces.includes('blobs')) outcomes.push(await judged(blobs, stand, seed, runs));
    const findings = [...imports, ...outcomes.flatMap((outcome) => outcome.findings)];
    const { fuel, memory } = limitsOf(providerOf(options));
    return {
      plugin: component.name,
      digest: component.digest,
      connector: options.connector.kind,
      seed,
      conforms: findings.length === 0,
      laws: outcomes.flatMap(({ laws }) => laws),
      findings,
      limits: { fuel, memory },
      usage: [...stand.tap.usage].map(([name, usage]) => {
        const [face = '', operation = ''] = name.split('.');
        return { interface: face, operation, ...usage };
      }),
    };
  } finally {
    await stand.close();
  }
}

async function judged<Store>(
  judgement: Judgement<Store>,
  { one, other, tap }: Stand,
  seed: number,
  runs: number,
): Promise<Outcome> {
  const { kind, operations, laws } = judgement;
  const run = randomUUID().slice(0, 6);
  const [resource, apart] = [`conformance ${run}`, `conformance ${run} apart`];
  tap.deeds.during = kind;
  const declarations = await declarationsOf(one, kind, [resource, apart], operations);
  // Every law would break for the one reason that is known already.
  if (declarations.findings.length > 0) return { laws: [], findings: declarations.findings };
  await one.provision(kind, resource);
  await one.provision(kind, apart);
  const stores = {
    one: judgement.store(one, resource),
    other: judgement.store(other, resource),
    apart: judgement.store(one, apart),
  };
  let trials = 0;
  const session: Session<Store> = {
    seed,
    runs,
    trial: () => ({ ...stores, tap, prefix: `${run}${(trials++).toString(36).padStart(5, '0')}:` }),
  };
  const findings: ConformanceFinding[] = [];
  const judgements: ConformanceReport['laws'][number][] = [];
  for (const law of laws) {
    const breach = await law.judge(session);
    judgements.push({ interface: kind, name: law.name, held: breach === undefined });
    // A refused call is told of as what is missing, once, and not for each law that it breaks.
    if (breach && breach.code !== 'RMT2061') findings.push(finding(kind, law, breach));
  }
  return { laws: judgements, findings: [...findings, ...mappingFindings(kind, declarations, tap.deeds)] };
}

function finding<Store>(kind: ResourceInterface, law: AnyLaw<Store>, breach: Breach): ConformanceFinding {
  return {
    code: 'RMT2101',
    interface: kind,
    operation: breach.operation,
    law: law.name,
    message: breach.message,
    input: renderInput(breach.input),
  };
}
