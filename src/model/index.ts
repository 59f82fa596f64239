export type { Actor } from './actor.ts';
export type { Envelope } from './envelope.ts';
export type { BindingModel, EnvironmentModel } from './environment.ts';
export type { EventModel, Processors } from './event.ts';
export type { Model } from './model.ts';
export type { AsksNeed, EmitsNeed, GrantedNeed, NeedModel, ResourceNeed, ServiceNeed } from './need.ts';
export type { ResourceInterface, ResourceModel } from './resource.ts';
export type {
  AccessModel,
  HandlerModel,
  HttpMethod,
  RouteModel,
  ScheduleModel,
  ServiceModel,
} from './service.ts';
