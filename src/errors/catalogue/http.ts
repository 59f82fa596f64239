import { type Entry, problem } from '../entry.ts';

/** RMT4xxx. */
export const httpErrors = {
  RMT4030: problem(
    'A payload class cannot be made without arguments',
    'Payloads arrive as data: Remit makes an empty instance and assigns its properties, so the constructor runs without arguments.',
  ),
  RMT4031: problem(
    'A property of a payload class has no validation rule',
    'Properties without a rule are refused as unknown, so no payload of this class could ever be accepted.',
  ),
  RMT4032: problem(
    'The class of a nested value is not known or has no rules',
    'TypeScript does not record what a list holds, and a class without rules cannot be judged: every payload with such a value would be refused. Two copies of class-transformer have the same effect, as each sees its own decorators only.',
  ),
  RMT4033: problem(
    'A payload class has an asynchronous validation rule',
    'Payloads are judged before the handler has any resource, in one go; an asynchronous rule would silently count as kept.',
  ),
} as const satisfies Record<string, Entry>;
