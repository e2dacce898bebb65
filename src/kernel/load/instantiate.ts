/**
 * The last step of linking: memory for globals and constants, addresses and slots for every index, then code in the table.
 */
import { GenerateError, generate } from '../codegen/generate.ts';
import { fromImage } from '../codegen/image.ts';
import { isInline } from '../codegen/inline.ts';
import type { LinkedModule } from '../codegen/link.ts';
import { type NativeFunction, wrapNatives } from '../codegen/natives.ts';
import { procedureSignature } from '../codegen/signature.ts';
import { type Extension, importedCounts } from '../domain/extension.ts';
import { MemoryError } from '../heap/errors.ts';
import type { Kernel } from '../kernel.ts';
import { importOf } from '../natives/native.ts';
import type { ProcedureRT, RuntimeType } from '../types/runtime-type.ts';
import { type ImportedItems, importedItems } from './link.ts';
import { LinkError } from './link-error.ts';

export function instantiate(kernel: Kernel, e: Extension, types: readonly RuntimeType[]): void {
  kernel.layouts.chargeTo(e.account);
  try {
    noteInlines(kernel, e);
    const linked = layOut(kernel, e, types);
    const started = kernel.machine.elapsed();
    const generated = e.image
      ? fromImage(e.image, linked, kernel.imports, kernel.layouts)
      : generate(linked, kernel.imports, kernel.layouts);
    generated.instantiate();
    kernel.counts.generateMilliseconds += kernel.machine.elapsed() - started;
    kernel.counts.generatedBytes += generated.bytes.length;
    placeNatives(kernel, e, types);
    // Nobody else handles the new events: raising one is calling its procedure.
    for (const { event, code } of e.slots) if (event !== 0) kernel.slots.set(event, kernel.slots.get(code)!);
    generated.initialiseGlobals();
    kernel.generated.set(e, generated);
    e.linked = linked;
  } catch (error) {
    if (error instanceof MemoryError) throw new LinkError('K1110', `${e.name}: ${error.message}`);
    if (error instanceof GenerateError) throw new LinkError(error.code, `${e.name}: ${error.message}`);
    throw error;
  } finally {
    kernel.layouts.chargeTo(0);
  }
}

function layOut(kernel: Kernel, e: Extension, types: readonly RuntimeType[]): LinkedModule {
  const { module } = e;
  const counts = importedCounts(module);
  const items: ImportedItems = importedItems(e);
  const exceptions = [...items.exceptions, ...e.exceptions];
  return {
    module,
    domain: e.account,
    callerPays: e.library,
    types,
    slots: [...items.slots, ...e.slots.map((s) => s.event || s.code)],
    codeSlots: e.slots.map((s) => s.code),
    inlines: kernel.inlines,
    exported: new Set(e.slots.flatMap((s, i) => (s.event === 0 ? [] : [counts.procedures + i]))),
    globals: [...items.globals, ...e.places!],
    exceptions,
    exceptionArguments: exceptions.map((x) => kernel.exceptions.get(x)!.argument),
    texts: module.texts.map((t) => kernel.access.staticText(t, e.account)),
    moduleRefs: module.units.map((u) =>
      u.kind === 'module' ? codeRef(kernel, e, types, 'Module', e.modules.get(u.name)!) : 0,
    ),
    interfaceRefs: interfaceRefs(kernel, e, types),
  };
}

/** Memory for the extension's own variables, once. */
export function placeGlobals(kernel: Kernel, e: Extension, types: readonly RuntimeType[]): void {
  try {
    e.places ??= allocateGlobals(kernel, e, types);
  } catch (error) {
    if (error instanceof MemoryError) throw new LinkError('K1110', `${e.name}: ${error.message}`);
    throw error;
  }
}

/** One after the other in declaration order, each at its alignment. */
function allocateGlobals(kernel: Kernel, e: Extension, types: readonly RuntimeType[]): number[] {
  let end = 0;
  const places = e.module.globals.map((g) => {
    const layout = kernel.layouts.layoutOf(types[g.type]!);
    const offset = Math.ceil(end / layout.align) * layout.align;
    end = offset + layout.size;
    return { offset, layout };
  });
  if (end === 0) return places.map(() => 0);
  const base = kernel.heap.allocateStatic(e.account, end);
  return places.map(({ offset, layout }) => {
    kernel.heap.addGlobals(e.account, base + offset, layout.refs);
    return base + offset;
  });
}

function interfaceRefs(kernel: Kernel, e: Extension, types: readonly RuntimeType[]): Map<string, number> {
  const refs = new Map<string, number>();
  for (const [name, identity] of e.interfaces) refs.set(name, codeRef(kernel, e, types, 'Interface', identity));
  for (const [name, provider] of e.providers) {
    refs.set(
      name,
      provider.linked?.interfaceRefs.get(name) ??
        codeRef(kernel, e, types, 'Interface', provider.interfaces.get(name)!),
    );
  }
  return refs;
}

/** The object that names a unit. Its type is that of RTCode in the core, or in this very file when it is the core that is being linked. */
function codeRef(
  kernel: Kernel,
  e: Extension,
  types: readonly RuntimeType[],
  type: 'Module' | 'Interface',
  identity: number,
): number {
  const core = kernel.core ?? (e.trusted ? e : undefined);
  const declared = core?.exports.get('RTCode')?.types.find((t) => t.name === type);
  const coreTypes = core?.linked?.types ?? types;
  if (!declared) return 0;
  const descriptor = kernel.layouts.descriptorOf(coreTypes[declared.type]!);
  const ref = kernel.heap.allocateStaticObject(descriptor, e.account, 8);
  kernel.access.writeInteger(ref, 0, BigInt(identity));
  return ref;
}

/** Others may have procedures of these names, too, but only the library's are known. */
function noteInlines(kernel: Kernel, e: Extension): void {
  if (!e.library) return;
  e.module.procedures.forEach((p, i) => {
    const name = `${e.module.units[p.unit]!.name}.${p.name}`;
    if (isInline(name)) kernel.inlines.set(e.slots[i]!.event, name);
  });
}

function placeNatives(kernel: Kernel, e: Extension, types: readonly RuntimeType[]): void {
  const { functions, codes } = nativesOf(kernel, e, types);
  if (functions.length === 0) return;
  wrapNatives(functions, kernel.imports, e.image?.natives).forEach((f, i) => {
    kernel.slots.set(codes[i]!, f);
  });
}

/** The native procedures of the extension, and the slots that they are for. */
export function nativesOf(
  kernel: Kernel,
  e: Extension,
  types: readonly RuntimeType[],
): { readonly functions: readonly NativeFunction[]; readonly codes: readonly number[] } {
  const functions: NativeFunction[] = [];
  const codes: number[] = [];
  e.module.procedures.forEach((p, i) => {
    if (!p.native) return;
    const name = `${e.module.units[p.unit]!.name}.${p.name}`;
    const native = kernel.natives.get(name);
    if (!native) kernel.missingNatives.push(name);
    const missing = () => {
      throw kernel.faults.make('ProtectionFault', `the kernel has no procedure ${name}`);
    };
    const signature = procedureSignature(types[p.type] as ProcedureRT);
    const implementation = native ? importOf(kernel, native, signature.params.length) : missing;
    functions.push({ name, signature, implementation, ...(native?.kind === 'plain' && { fast: native.fast }) });
    codes.push(e.slots[i]!.code);
  });
  return { functions, codes };
}
