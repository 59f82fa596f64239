/** Why an instance was discarded; in `details.kind` of the error. */
export type FaultKind = 'fuel' | 'memory' | 'deadline' | 'trap' | 'type' | 'stack';
