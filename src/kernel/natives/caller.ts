/**
 * Which extension has called the kernel, told from the stack.
 *
 * The native procedures behind an interface of the kernel's are called by its module, and that by somebody: the innermost code on the stack that is neither the module's
 * nor a stub's is whose doing it is. Generated code cannot hide from the engine's stack traces, nor bear another's name (`wasm/module.ts` takes care of that).
 */
import type { Extension } from '../domain/extension.ts';
import type { Kernel } from '../kernel.ts';

/** The kernel's own frames and those of its modules are few. */
const FRAMES = 64;
const FRAME = /^ +at (?:(.*) \()?wasm:\/\/wasm\/([^\s:()]+?)(?:-[0-9a-f]{8})?:wasm-function/gm;

/** `module`: the kernel's module that the natives belong to. */
export function callingExtension(k: Kernel, module: string): Extension | undefined {
  const byName = new Map([...k.generated].map(([extension, generated]) => [generated.name, extension]));
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  const { stack } = new Error();
  Error.stackTraceLimit = limit;
  for (const [, procedure, name] of (stack ?? '').matchAll(FRAME)) {
    const extension = byName.get(name!);
    if (extension && !(extension === k.core && procedure?.startsWith(`${name}.${module}.`))) return extension;
  }
  return undefined;
}
