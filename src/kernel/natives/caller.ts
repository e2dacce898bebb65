/**
 * Which extension has called the kernel, told from the stack.
 *
 * The native procedures behind an interface of the kernel's are called by its module, if it has one, and that by somebody: whose code it is that calls is whose doing it
 * is. Generated code cannot hide from the engine's stack traces, nor bear another's name (`wasm/module.ts` takes care of that).
 *
 * Nobody is told when an event lies between: then the kernel's procedure is itself a handler, and who raised the event, perhaps with authority among the arguments, did not
 * mean to call it.
 */
import type { Extension } from '../domain/extension.ts';
import type { Kernel } from '../kernel.ts';

/** The kernel's own frames and those of its modules are few. */
const FRAMES = 64;
const FRAME = /^ +at (?:(.*) \()?wasm:\/\/wasm\/([\w.]+?)(?:-[0-9a-f]{8})?:wasm-function/gm;
/** Of `codegen/natives.ts`. */
const WRAPPERS = 'natives';

/** `module`: the kernel's module that the natives belong to; without one they are called directly. */
export function callingExtension(k: Kernel, module?: string): Extension | undefined {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  const { stack } = new Error();
  Error.stackTraceLimit = limit;
  const core = k.core && k.generated.get(k.core)?.name;
  for (const [, procedure, name] of (stack ?? '').matchAll(FRAME)) {
    if (name === WRAPPERS || (module !== undefined && name === core && procedure?.startsWith(`${name}.${module}.`)))
      continue;
    for (const [extension, generated] of k.generated) if (generated.name === name) return extension;
    return undefined;
  }
  return undefined;
}
