import { RemitError } from '../../errors/index.ts';
import { SeededRandom } from '../seeded-random.ts';
import { type AnyLaw, type Breach, Broken, type Law, type Session } from './law.ts';

/** Trials that the search for a simpler input may take. */
const mostTrials = 120;

/** A law that can be judged without knowing its inputs. */
export function law<Store, Input>(definition: Law<Store, Input>): AnyLaw<Store> {
  const { name, operation } = definition;
  return { name, operation, judge: (session) => judged(definition, session) };
}

async function judged<Store, Input>(
  definition: Law<Store, Input>,
  session: Session<Store>,
): Promise<Breach | undefined> {
  const { inputs, edges = [], runs = session.runs } = definition;
  const random = new SeededRandom(session.seed);
  for (let run = 0; run < edges.length + runs; run++) {
    const input = run < edges.length ? (edges[run] as Input) : inputs.draw(random);
    const breach = await tried(definition, session, input);
    if (breach) return simplest(definition, session, input, breach);
  }
  return undefined;
}

async function simplest<Store, Input>(
  definition: Law<Store, Input>,
  session: Session<Store>,
  input: Input,
  breach: Breach,
): Promise<Breach> {
  let found = { input, breach };
  let trials = 0;
  search: for (;;) {
    for (const simpler of definition.inputs.simpler(found.input)) {
      if (++trials > mostTrials) break search;
      const again = await tried(definition, session, simpler);
      if (again?.operation !== breach.operation) continue;
      found = { input: simpler, breach: again };
      continue search;
    }
    break;
  }
  return found.breach;
}

async function tried<Store, Input>(
  definition: Law<Store, Input>,
  session: Session<Store>,
  input: Input,
): Promise<Breach | undefined> {
  const trial = session.trial();
  try {
    await definition.holds(trial, input);
    return undefined;
  } catch (error) {
    if (error instanceof Broken) {
      return { operation: error.operation ?? definition.operation, message: error.message, input };
    }
    if (!(error instanceof RemitError)) throw error;
    const blamed = error.details['operation'];
    return {
      operation: typeof blamed === 'string' ? blamed : definition.operation,
      message: `${error.code} ${error.message}`,
      input,
      code: error.code,
    };
  } finally {
    trial.tap.disarm();
  }
}
