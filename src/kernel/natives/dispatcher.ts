/** Interface DispatcherNative: the dispatcher as extensions reach it through Dispatcher. */
import { type Binding, DispatchError, ERROR_CODES, isEphemeral, type Placement } from '../dispatch/model.ts';
import { newSwap, type Swap } from '../dispatch/swap.ts';
import type { Caller, Extension } from '../domain/extension.ts';
import type { Kernel } from '../kernel.ts';
import type { Strand } from '../strands/strand.ts';
import { callingExtension } from './caller.ts';
import { unitOf } from './code.ts';
import { languageAuthorizer } from './domains.ts';
import { methodSlot } from './methods.ts';
import { calling, type NativeTable, newText, plain, type Word } from './native.ts';

/** The number, or 0, or what stands for the error. */
function answer(k: Kernel, work: () => number | void): bigint {
  try {
    return BigInt(work() ?? 0);
  } catch (error) {
    return refusal(k, error);
  }
}

async function answerLater(k: Kernel, work: () => Promise<number | void>): Promise<bigint> {
  try {
    return BigInt((await work()) ?? 0);
  } catch (error) {
    return refusal(k, error);
  }
}

function refusal(k: Kernel, error: unknown): bigint {
  if (!(error instanceof DispatchError)) throw error;
  k.dispatcher.lastProblem = error.message;
  return BigInt(-1 - ERROR_CODES.indexOf(error.code));
}

const bindingOf = (k: Kernel, id: Word): Binding => k.dispatcher.binding(Number(id));

function requireAuthority(k: Kernel, eventSlot: number, module: number) {
  const event = k.dispatcher.event(eventSlot);
  const unit = module === 0 ? undefined : unitOf(k, module);
  k.dispatcher.requireAuthority(event, { unit, caller: callingExtension(k, 'Dispatcher')?.number });
  return event;
}

function placementOf(first: Word, last: Word): Placement {
  if (first && last) throw new DispatchError('TypeError', 'a handler cannot be both First and Last');
  return first ? 'first' : last ? 'last' : 'middle';
}

/** Asks everybody who has a say about the binding. */
async function authorize(k: Kernel, call: Caller, binding: Binding): Promise<void> {
  const object = binding.object?.owner ?? 0;
  for (const { object: auth, of } of k.dispatcher.authorizersOf(binding.event)) {
    let granted: boolean;
    let why = '';
    try {
      granted = (await call(methodSlot(k, auth, 'Auth', 'T', 'authorize'), auth, binding.key, object)) === 1;
    } catch (error) {
      // Auth.Retry: not now is no. What every procedure may raise is a failure of the authorizer and goes on to who installs.
      if (!(error instanceof WebAssembly.Exception) || !error.is(k.imports.exn)) throw error;
      if (k.exceptions.get(error.getArg(k.imports.exn, 0) as number)?.implicit) throw error;
      granted = false;
      why = ' for now (Auth.Retry)';
    }
    if (granted) continue;
    const key = binding.key === 0 ? 'which shows no key' : 'with the key that it shows';
    throw new DispatchError(
      'AuthError',
      `the authorizer of ${of} refused${why} the handler ${k.dispatcher.handlerName(binding)} for event ${binding.event.name}, ${key}`,
    );
  }
}

/** Of a one-dimensional open array. */
const FIRST_ELEMENT = 8;

const SIDES = ['default', 'before', 'after'] as const;

/** Who decides from now on who may be linked against that interface, or event, of the extension. NIL for nobody. */
function replaceLinkAuthorizer(
  k: Kernel,
  e: Extension,
  auth: number,
  what: { interface?: string; event?: number },
): void {
  const at = e.authorizers.findIndex((a) => a.interface === what.interface && a.event === what.event);
  if (at >= 0) e.authorizers.splice(at, 1)[0]!.release?.();
  if (auth !== 0) e.authorizers.push(languageAuthorizer(k, auth, what));
}

/** 0 for a binding whose event or handler was destroyed. */
function statistic(k: Kernel, id: Word, of: (binding: Binding) => number): bigint {
  try {
    return BigInt(of(bindingOf(k, id)));
  } catch (error) {
    if (error instanceof DispatchError) return 0n;
    throw error;
  }
}

/** What each strand is putting together to swap. */
const swaps = new WeakMap<Strand, Swap>();

const swapOf = (k: Kernel) => swaps.get(k.strands.current!)!;

export const DISPATCHER_NATIVES: NativeTable = {
  'DispatcherNative.Create': plain(
    (k, object, event, guard, handler, guardClosure, handlerClosure, first, last, cancel, key) =>
      answer(k, () => {
        return k.dispatcher.create({
          event,
          guard,
          handler,
          guardClosure,
          handlerClosure,
          placement: placementOf(first, last),
          cancel: cancel !== 0,
          key,
          object,
        }).id;
      }),
  ),
  'DispatcherNative.Install': calling((k, call, id, side, other) =>
    answerLater(k, async () => {
      const binding = bindingOf(k, id);
      const kind = SIDES[Number(side)]!;
      if (binding.installed)
        throw new DispatchError('InternalError', `this handler of ${binding.event.name} is installed already`);
      await authorize(k, call, binding);
      if (kind === 'default') k.dispatcher.install(binding);
      else k.dispatcher.install(binding, { side: kind, other: bindingOf(k, other) });
    }),
  ),
  'DispatcherNative.Uninstall': plain((k, id) =>
    answer(k, () => {
      const binding = bindingOf(k, id);
      k.dispatcher.requireUnclaimed(binding, 'take away its original handler');
      k.dispatcher.uninstall(binding);
    }),
  ),
  'DispatcherNative.IsInstalled': plain((k, id) => {
    try {
      return bindingOf(k, id).installed;
    } catch {
      return false;
    }
  }),
  'DispatcherNative.Original': plain((k, event) => answer(k, () => k.dispatcher.event(event).intrinsic.id)),
  'DispatcherNative.Intrinsic': plain((_, event) => event),
  'DispatcherNative.OriginalObject': plain((k, event) => {
    try {
      return k.dispatcher.event(event).intrinsic.held?.ref ?? 0;
    } catch {
      return 0;
    }
  }),
  'DispatcherNative.SetOriginalObject': plain((k, event, object) =>
    answer(k, () => {
      k.dispatcher.holdIntrinsic(k.dispatcher.event(event), object);
    }),
  ),
  'DispatcherNative.HandlerCount': plain((k, event, module) =>
    answer(k, () => requireAuthority(k, event, module).handlers.length),
  ),
  'DispatcherNative.Handlers': plain((k, event, into) =>
    answer(k, () => {
      const { handlers } = k.dispatcher.event(event);
      if (k.access.view.getUint32(into, true) !== handlers.length) return 0;
      handlers.forEach((b, n) => {
        k.access.writeRef(into, FIRST_ELEMENT + 4 * n, b.held!.ref);
      });
      return 1;
    }),
  ),
  'DispatcherNative.CheckAuthority': plain((k, event, module) =>
    answer(k, () => void requireAuthority(k, event, module)),
  ),
  'DispatcherNative.UninstallOriginal': plain((k, event, module) =>
    answer(k, () => k.dispatcher.uninstall(requireAuthority(k, event, module).intrinsic)),
  ),
  'DispatcherNative.CreateResults': plain(
    (k, object, event, result, fallback, pointer, resultClosure, fallbackClosure, module) =>
      answer(
        k,
        () =>
          k.dispatcher.createResults(requireAuthority(k, event, module), {
            result,
            resultClosure,
            fallback,
            fallbackClosure,
            defaultResult: pointer,
            object,
          }).id,
      ),
  ),
  'DispatcherNative.CurrentResults': plain((k, event) => {
    try {
      return k.dispatcher.event(event).results?.held?.ref ?? 0;
    } catch {
      return 0;
    }
  }),
  'DispatcherNative.InstallResults': plain((k, id) =>
    answer(k, () => k.dispatcher.installResults(k.dispatcher.results(Number(id)))),
  ),
  'DispatcherNative.UninstallResults': plain((k, id) =>
    answer(k, () => k.dispatcher.uninstallResults(k.dispatcher.results(Number(id)))),
  ),
  'DispatcherNative.AsynchronousEvent': plain((k, event, on, module) =>
    answer(k, () => k.dispatcher.setAsynchronous(requireAuthority(k, event, module), on !== 0)),
  ),
  'DispatcherNative.AsynchronousHandler': plain((k, id, on) =>
    answer(k, () => {
      k.dispatcher.requireUnclaimed(bindingOf(k, id), 'change how its original handler runs');
      k.dispatcher.setAsynchronous(bindingOf(k, id), on !== 0);
    }),
  ),
  'DispatcherNative.AuthorizeInterface': plain((k, auth, iface, module) =>
    answer(k, () => {
      if (module === 0 || iface === 0)
        throw new DispatchError('AuthError', 'the module that exports the interface must show THIS_MODULE()');
      const [unit, shown] = [unitOf(k, iface), unitOf(k, module)];
      if (shown.kind !== 'module' || shown.extension !== unit.extension || !shown.exports.includes(unit.name)) {
        throw new DispatchError('AuthError', `module ${shown.name} does not export interface ${unit.name}`);
      }
      k.dispatcher.requireOwn(shown, callingExtension(k, 'Dispatcher')?.number);
      k.dispatcher.setInterfaceAuthorizer(unit.identity, auth);
      replaceLinkAuthorizer(k, k.extensions.get(unit.extension)!, auth, { interface: unit.name });
    }),
  ),
  'DispatcherNative.AuthorizeEvent': plain((k, auth, event, module) =>
    answer(k, () => k.dispatcher.setAuthorizer(requireAuthority(k, event, module), auth)),
  ),
  'DispatcherNative.AuthorizeRaise': plain((k, auth, event, module) =>
    answer(k, () => {
      const { slot, extension } = requireAuthority(k, event, module);
      replaceLinkAuthorizer(k, k.extensions.get(extension)!, auth, { event: slot });
    }),
  ),
  'DispatcherNative.CreateGuard': plain((k, object, id, guard, guardClosure, post, postClosure) =>
    answer(k, () => {
      const binding = bindingOf(k, id);
      k.dispatcher.requireUnclaimed(binding, 'guard its original handler');
      const request = { before: guard, beforeClosure: guardClosure, after: post, afterClosure: postClosure, object };
      return k.dispatcher.createGuard(binding, request).id;
    }),
  ),
  'DispatcherNative.InstallGuard': plain((k, id) =>
    answer(k, () => k.dispatcher.installGuard(k.dispatcher.guard(Number(id)))),
  ),
  'DispatcherNative.UninstallGuard': plain((k, id) =>
    answer(k, () => k.dispatcher.uninstallGuard(k.dispatcher.guard(Number(id)))),
  ),
  'DispatcherNative.Authorize': calling((k, call, id) => answerLater(k, () => authorize(k, call, bindingOf(k, id)))),
  'DispatcherNative.BeginSwap': plain((k) => {
    swaps.set(k.strands.current!, newSwap());
  }),
  'DispatcherNative.SwapOut': plain((k, id) =>
    answer(k, () => {
      k.dispatcher.requireUnclaimed(bindingOf(k, id), 'take away its original handler');
      swapOf(k).handlersOut.push(bindingOf(k, id));
    }),
  ),
  'DispatcherNative.SwapIn': plain((k, id) => answer(k, () => void swapOf(k).handlersIn.push(bindingOf(k, id)))),
  'DispatcherNative.SwapGuardOut': plain((k, id) =>
    answer(k, () => void swapOf(k).guardsOut.push(k.dispatcher.guard(Number(id)))),
  ),
  'DispatcherNative.SwapGuardIn': plain((k, id) =>
    answer(k, () => void swapOf(k).guardsIn.push(k.dispatcher.guard(Number(id)))),
  ),
  'DispatcherNative.SwapResultsOut': plain((k, id) =>
    answer(k, () => void swapOf(k).resultsOut.push(k.dispatcher.results(Number(id)))),
  ),
  'DispatcherNative.SwapResultsIn': plain((k, id) =>
    answer(k, () => void swapOf(k).resultsIn.push(k.dispatcher.results(Number(id)))),
  ),
  'DispatcherNative.EndSwap': plain((k) =>
    answer(k, () => {
      const swap = swapOf(k);
      swaps.delete(k.strands.current!);
      k.dispatcher.swap(swap);
    }),
  ),
  'DispatcherNative.Constrain': plain((k, id, side, other) =>
    answer(k, () => {
      k.dispatcher.requireUnclaimed(bindingOf(k, id), 'move its original handler');
      k.dispatcher.constrain(
        bindingOf(k, id),
        bindingOf(k, other),
        SIDES[Number(side)] === 'after' ? 'after' : 'before',
      );
    }),
  ),
  'DispatcherNative.Unconstrain': plain((k, id) => answer(k, () => k.dispatcher.unconstrain(bindingOf(k, id)))),
  'DispatcherNative.SetOptions': plain((k, id, first, last, cancel) =>
    answer(k, () => {
      k.dispatcher.requireUnclaimed(bindingOf(k, id), 'move its original handler');
      k.dispatcher.setPlacement(bindingOf(k, id), placementOf(first, last), cancel !== 0);
    }),
  ),
  'DispatcherNative.Options': plain((k, id) =>
    answer(k, () => {
      const { placement, cancel } = bindingOf(k, id);
      return (placement === 'first' ? 1 : placement === 'last' ? 2 : 0) + (cancel ? 4 : 0);
    }),
  ),
  'DispatcherNative.Position': plain((k, id) =>
    answer(k, () => 1 + bindingOf(k, id).event.handlers.indexOf(bindingOf(k, id))),
  ),
  'DispatcherNative.Alias': plain((k, event) => answer(k, () => k.dispatcher.alias(k.dispatcher.event(event)))),
  'DispatcherNative.Linear': plain((k, target, count, closure) =>
    answer(k, () => k.dispatcher.linear(target, Number(count), closure)),
  ),
  'DispatcherNative.Assign': plain((k, value, into) => answer(k, () => k.dispatcher.assignTo(value, into))),
  'DispatcherNative.Procedure': plain((_, slot) => Number(slot)),
  'DispatcherNative.IsEphemeral': plain((k, id) => {
    try {
      return isEphemeral(bindingOf(k, id).handler.type);
    } catch {
      return false;
    }
  }),
  'DispatcherNative.SetBudget': plain((k, id, ticks, module) =>
    answer(k, () => {
      const binding = bindingOf(k, id);
      requireAuthority(k, binding.event.slot, module);
      k.dispatcher.setBudget(binding, Number(ticks > 0x7fffffffn ? 0x7fffffffn : ticks));
    }),
  ),
  'DispatcherNative.RequireEphemeral': plain((k, event, required, module) =>
    answer(k, () => {
      requireAuthority(k, event, module).requiresEphemeral = required !== 0;
    }),
  ),
  'DispatcherNative.SetIsolation': plain((k, event, isolated, module) =>
    answer(k, () => {
      k.dispatcher.setIsolated(requireAuthority(k, event, module), isolated !== 0);
    }),
  ),
  'DispatcherNative.Terminations': plain((k, id) => statistic(k, id, (b) => b.terminated)),
  'DispatcherNative.Failures': plain((k, id) => statistic(k, id, (b) => b.failed)),
  'DispatcherNative.Invocations': plain((k, id) => statistic(k, id, (b) => k.dispatcher.invocations(b))),
  'DispatcherNative.LastProblem': plain((k) => newText(k, k.dispatcher.lastProblem)),
};
