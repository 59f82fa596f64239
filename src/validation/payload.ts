/** One rule that a value broke. */
export interface Violation {
  /** Path in the payload: `lines[2].quantity`. */
  readonly path: string;
  /** class-validator's constraint name: `isUuid`; `unknownProperty`, `type`, `depth` and `length` are Remit's. */
  readonly rule: string;
  readonly message: string;
}

/** Validation and conversion of one payload class, compiled once at start. */
export interface Payload<T extends object = object> {
  /**
   * A validated instance made of plain data: unknown properties refused, nested classes and arrays included.
   * @throws RemitError RMT3021 with `details.violations`.
   */
  parse(plain: unknown): T;
  /** Like `parse` for strings of a path or query: numbers and booleans are converted by the property's type first. */
  parseText(plain: Readonly<Record<string, unknown>>): T;
  /** One string of a path as the type of the property it is meant for; unchanged when it does not look like one. */
  fromText(property: string, text: string): unknown;
  /**
   * Checks an instance of the class, or turns another object of its shape into one.
   * @throws RemitError RMT3021 with `details.violations`.
   */
  check(value: unknown): T;
  /** Plain JSON-able data of an instance. */
  toPlain(value: T): unknown;
}
