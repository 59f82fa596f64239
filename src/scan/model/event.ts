import type { EventModel, Processors } from '../../model/index.ts';
import type { EventDraft } from '../draft/draft.ts';
import { ruledProperties } from '../draft/properties.ts';
import { compare } from '../draft/order.ts';

export function eventModel(event: EventDraft & { readonly processors: Processors }): EventModel {
  return {
    name: event.name,
    class: event.class.name,
    processors: event.processors,
    ...(event.status !== undefined && { status: event.status }),
    properties: ruledProperties(event.class),
    formerly: event.formerly.toSorted(compare),
    builtIn: event.builtIn,
    processedBy: event.handlers.map((handler) => handler.name).sort(compare),
    ...(event.place && { place: event.place }),
  };
}
