/**
 * Events, bindings, guards and result handlers: the dispatcher's data. `order.ts`, `check.ts` and `stub/stitcher.ts` work on it, `dispatcher.ts` owns it.
 */
import type { Attachment, Handle } from '../heap/roots.ts';
import type { ProcedureRT } from '../types/runtime-type.ts';
import type { Discriminator } from './guards/discriminate.ts';
import type { Constraint } from './order.ts';

/** In the order of `Dispatcher.ErrorCode`. */
export const ERROR_CODES = [
  'InternalError',
  'InvalidProcedure',
  'TypeError',
  'CodeGenerationError',
  'IllegalAsynchEvent',
  'SaveRegsError',
  'AuthError',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What the dispatcher refuses, and why; reaches extensions as `Dispatcher.Error`. */
export class DispatchError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** A procedure with the object that it gets first, if there is one. */
export interface Bound {
  readonly slot: number;
  readonly type: ProcedureRT;
  /** Reference; 0 for none, and then the procedure has no closure parameter. */
  readonly closure: number;
}

/** What is asked before a handler is invoked. */
export interface Guarding {
  /** In the order in which they are asked. */
  readonly guards: readonly Bound[];
  /** What the first one tells apart: any of these. */
  readonly discriminators: readonly Discriminator[];
}

/** A guard that an authority put before (or, `after`, behind) a handler's own guard. */
export interface ImposedGuard {
  readonly id: number;
  readonly binding: Binding;
  readonly before?: Bound;
  readonly after?: Bound;
  installed: boolean;
  /** Its object in the heap, which holds the closures. */
  readonly object: Attachment;
  /** While it is installed its object lives as long as that of the binding. */
  kept?: Attachment;
}

export type Placement = 'first' | 'middle' | 'last';

export interface Binding {
  readonly id: number;
  readonly event: Event;
  readonly handler: Bound;
  readonly guard?: Bound;
  readonly intrinsic: boolean;
  placement: Placement;
  /** Handlers that it must stand before or after. */
  constraints: readonly Constraint[];
  /** If it runs, no later handler does. */
  cancel: boolean;
  /** Reference of the key shown at creation; held by the binding's object. */
  readonly key: number;
  /** Parameters that the handler takes by VAR and the event by value. */
  readonly filters: readonly number[];
  readonly imposed: ImposedGuard[];
  /** Found out when it is needed, and forgotten when guards are imposed or withdrawn. */
  guarding?: Guarding;
  installed: boolean;
  /** Account that it counts for while it is installed. */
  charged?: number;
  asynchronous: boolean;
  /** Fuel per invocation; past it the handler, which is EPHEMERAL, is terminated. */
  budget?: number;
  /** Its object in the heap; when nobody has that any more, the binding can be forgotten. None for an intrinsic one that nobody has asked for. */
  object?: Attachment;
  /** The same while it is installed. */
  held?: Handle;
  /** Address of a 64-bit counter of invocations; 0 before it is first installed. */
  counter: number;
  /** Invocations while it had other counters. */
  invoked: number;
  terminated: number;
  failed: number;
  /** Used by invocations that returned, while the dispatcher measures. */
  fuel: number;
}

/** What a binding is made of. */
export type BindingFields = Pick<
  Binding,
  'event' | 'handler' | 'guard' | 'intrinsic' | 'placement' | 'cancel' | 'key' | 'filters' | 'object'
>;

export interface ResultHandlers {
  readonly id: number;
  readonly event: Event;
  readonly result?: Bound;
  readonly default?: Bound;
  /** A REF to the event's result type; 0 for none. */
  readonly defaultResult: number;
  readonly object: Attachment;
  installed: boolean;
  held?: Handle;
}

export interface Authorizer {
  /** Reference of an Auth.T object. */
  readonly held: Handle;
}

export interface Event {
  readonly slot: number;
  readonly name: string;
  readonly type: ProcedureRT;
  /** Number of the extension that implements it, the unit in it, and the interfaces that export it. */
  readonly extension: number;
  readonly unit: string;
  readonly interfaces: readonly string[];
  readonly intrinsic: Binding;
  /** Installed, in the order of invocation. */
  handlers: readonly Binding[];
  results?: ResultHandlers;
  authorizer?: Authorizer;
  /** Exceptions of handlers end the handler only. */
  isolated: boolean;
  asynchronous: boolean;
  requiresEphemeral: boolean;
  /** The event that stands for raising this one without waiting. */
  alias?: Event;
  /** Address of a 64-bit counter of raises that went through a stub. */
  readonly counter: number;
  /** Address of two words: where a raise finds its table, and the object that keeps the table's closures. */
  readonly cell: number;
}

export const isEphemeral = (type: ProcedureRT): boolean => type.ephemeral || type.functional;
