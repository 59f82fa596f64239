import { accessConflict } from './access-conflict.ts';
import { askedEvent } from './asked-event.ts';
import { doubleDeclaration } from './double-declaration.ts';
import { emittedEvent } from './emitted-event.ts';
import { erasedType } from './erased-type.ts';
import { factRoute } from './fact-route.ts';
import { formerly } from './formerly.ts';
import { handlerOfNothing } from './handler-of-nothing.ts';
import { inheritedConstructor } from './inherited-constructor.ts';
import { inheritedHandler } from './inherited-handler.ts';
import { injectableBody } from './injectable-body.ts';
import { injectedService } from './injected-service.ts';
import { listedServices } from './listed-services.ts';
import { manyProcessors } from './many-processors.ts';
import { missingMetadata } from './missing-metadata.ts';
import { noProcessor } from './no-processor.ts';
import { openRoute } from './open-route.ts';
import { optionRange } from './option-range.ts';
import { pathParameter } from './path-parameter.ts';
import { missingValue } from './missing-value.ts';
import { payloadRules } from './payload-rules.ts';
import { payloadShape } from './payload-shape.ts';
import { payloadType } from './payload-type.ts';
import { renamed } from './renamed.ts';
import { resourceClash } from './resource-clash.ts';
import { restParameter } from './rest-parameter.ts';
import { returnedReply } from './returned-reply.ts';
import { routeCollision } from './route-collision.ts';
import { routeForm } from './route-form.ts';
import type { Rule } from './rule.ts';
import { sameName } from './same-name.ts';
import { scheduledEvent } from './scheduled-event.ts';
import { scheduleExpression } from './schedule-expression.ts';
import { senderInterface } from './sender-interface.ts';
import { sentReply } from './sent-reply.ts';
import { serviceCycle } from './service-cycle.ts';
import { twoEvents } from './two-events.ts';
import { unboundResource } from './unbound-resource.ts';
import { undeclaredEvent } from './undeclared-event.ts';
import { unknownNeed } from './unknown-need.ts';
import { unknownOperation } from './unknown-operation.ts';
import { unreachableHandler } from './unreachable-handler.ts';
import { unusedBinding } from './unused-binding.ts';
import { usableName } from './usable-name.ts';
import { usesConflict } from './uses-conflict.ts';

/** Every rule. */
export const rules: readonly Rule[] = [
  accessConflict,
  askedEvent,
  doubleDeclaration,
  emittedEvent,
  erasedType,
  factRoute,
  formerly,
  handlerOfNothing,
  inheritedConstructor,
  inheritedHandler,
  injectableBody,
  injectedService,
  listedServices,
  manyProcessors,
  missingMetadata,
  missingValue,
  noProcessor,
  openRoute,
  optionRange,
  pathParameter,
  payloadRules,
  payloadShape,
  payloadType,
  renamed,
  resourceClash,
  restParameter,
  returnedReply,
  routeCollision,
  routeForm,
  sameName,
  scheduledEvent,
  scheduleExpression,
  senderInterface,
  sentReply,
  serviceCycle,
  twoEvents,
  unboundResource,
  undeclaredEvent,
  unknownNeed,
  unknownOperation,
  unreachableHandler,
  unusedBinding,
  usableName,
  usesConflict,
];
