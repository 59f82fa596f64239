import { type LogAttributes, Logger } from '../interfaces/index.ts';
import type { Level, Telemetry } from '../telemetry/index.ts';
import { currentDelivery } from './operation-frame.ts';
import { nameOf, type Principal } from './principal.ts';

/** Writes lines in the name of the handler that runs, or of its owner while none does. */
export class DeliveryLogger extends Logger {
  readonly #telemetry: Telemetry;
  readonly #principal: Principal;

  constructor(telemetry: Telemetry, principal: Principal) {
    super();
    this.#telemetry = telemetry;
    this.#principal = principal;
  }

  debug(message: string, attributes?: LogAttributes): void {
    this.#log('debug', message, attributes);
  }
  info(message: string, attributes?: LogAttributes): void {
    this.#log('info', message, attributes);
  }
  warn(message: string, attributes?: LogAttributes): void {
    this.#log('warn', message, attributes);
  }
  error(message: string, attributes?: LogAttributes): void {
    this.#log('error', message, attributes);
  }

  #log(level: Level, message: string, attributes: LogAttributes | undefined): void {
    const sentBy =
      this.#principal.handler ?? currentDelivery(this.#telemetry)?.handler ?? nameOf(this.#principal);
    this.#telemetry.log({ level, message, sentBy, ...(attributes && { attributes }) });
  }
}
