/** `Emitter<OrderPlaced>` or `Asker<CheckStock, StockLevel>`, taken apart. */
export interface SenderType {
  readonly interface: 'Emitter' | 'Asker';
  /** The class to declare in its place: `Announces`. */
  readonly name: string;
  /** A longer name, for when that one is taken. */
  readonly longName: string;
  /** What that class extends: `emits(OrderPlaced)`. */
  readonly extends: string;
}

/** Reads a parameter's type as written; `undefined` when it is neither interface. */
export function senderType(type: string): SenderType | undefined {
  const [, kind, inner = ''] = /^(Emitter|Asker)\s*<(.+)>$/s.exec(type.trim()) ?? [];
  if (kind === 'Emitter') {
    const events = names(inner) ?? ['TheEvent'];
    return {
      interface: kind,
      name: 'Announces',
      longName: `Announces${events.join('And')}`,
      extends: `emits(${events.join(', ')})`,
    };
  }
  if (kind !== 'Asker') return undefined;
  const [query = '', ...replies] = inner.split(',').map((part) => names(part));
  const [asked] = query || ['TheQuery'];
  const answers = replies.length === 1 && replies[0] ? replies[0] : ['ItsReply'];
  return {
    interface: kind,
    name: `Asks${asked}`,
    longName: `Asks${asked}For${answers.join('Or')}`,
    extends: `asks(${[asked, ...answers].join(', ')})`,
  };
}

/** The names of a union of plain names; anything else is not taken apart. */
function names(union: string): string[] | undefined {
  const parts = union.replace(/^\s*\|/, '').split('|');
  const all = parts.map((part) => part.trim());
  return all.every((name) => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)) ? all : undefined;
}
