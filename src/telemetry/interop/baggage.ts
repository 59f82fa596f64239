import {
  type Baggage,
  type BaggageEntry,
  type Context,
  propagation,
  type TextMapGetter,
  type TextMapPropagator,
  type TextMapSetter,
} from '@opentelemetry/api';

/** W3C's bounds: what goes beyond is not carried. */
const mostMembers = 180;
const longest = 8192;

/** Carries the `baggage` header, for libraries that call the propagation API. */
export class BaggagePropagator implements TextMapPropagator {
  inject(context: Context, carrier: unknown, setter: TextMapSetter): void {
    const baggage = propagation.getBaggage(context);
    const header = baggage === undefined ? '' : formatBaggage(baggage);
    if (header !== '') setter.set(carrier, 'baggage', header);
  }

  extract(context: Context, carrier: unknown, getter: TextMapGetter): Context {
    const value = getter.get(carrier, 'baggage');
    const header = Array.isArray(value) ? value.join(',') : value;
    const members = header === undefined || header.length > longest ? {} : parseBaggage(header);
    if (Object.keys(members).length === 0) return context;
    return propagation.setBaggage(context, propagation.createBaggage(members));
  }

  fields(): string[] {
    return ['baggage'];
  }
}

function formatBaggage(baggage: Baggage): string {
  let header = '';
  for (const [key, { value }] of baggage.getAllEntries().slice(0, mostMembers)) {
    const member = `${header === '' ? '' : ','}${encodeURIComponent(key)}=${encodeURIComponent(value)}`;
    if (header.length + member.length > longest) break;
    header += member;
  }
  return header;
}

/** A malformed member is left out; properties after `;` are not kept. */
function parseBaggage(header: string): Record<string, BaggageEntry> {
  const members: [string, BaggageEntry][] = [];
  for (const member of header.split(',').slice(0, mostMembers)) {
    const pair = member.split(';', 1)[0] ?? '';
    const at = pair.indexOf('=');
    if (at < 1) continue;
    try {
      members.push([
        decodeURIComponent(pair.slice(0, at).trim()),
        { value: decodeURIComponent(pair.slice(at + 1).trim()) },
      ]);
    } catch {
      continue;
    }
  }
  return Object.fromEntries(members);
}
