/**
 * The entrance for code: decode, verify, register. Nothing of the file has run, and nothing in the kernel depends on it, when this is done.
 */
import { decodeModule } from '../../bytecode/decode.ts';
import { describeError } from '../../bytecode/errors.ts';
import type { SpxModule } from '../../bytecode/module.ts';
import { verifyModule, vouchFor } from '../../bytecode/verify/verify.ts';
import type { CodeImage } from '../codegen/image.ts';
import { type Extension, importedCounts, type OwnSlots } from '../domain/extension.ts';
import { MemoryError } from '../heap/errors.ts';
import type { Kernel } from '../kernel.ts';
import { UNLIMITED, USUAL_LIMITS } from '../strands/quota.ts';
import { LinkError } from './link-error.ts';

/** What the strand that creates a domain pays per procedure, for the verifier and the generator. */
const LOADING_FUEL = 20_000;

/** Of the machine's memory, so that something is left for others. */
const USUAL_PART_OF_MEMORY = 0.75;

export interface CreateOptions {
  readonly trusted?: boolean;
  /** Part of the library: everybody's, so it has no limits of its own, and who uses it pays. */
  readonly library?: boolean;
  /** Code that was generated for the file before, with the kernel. */
  readonly image?: CodeImage;
}

export function createExtension(
  kernel: Kernel,
  name: string,
  bytes: Uint8Array,
  options: CreateOptions = {},
): Extension {
  const decoded = decodeModule(bytes);
  if ('error' in decoded) throw new LinkError('K1001', `${name}: ${describeError(decoded.error)}`);
  return createFromModule(kernel, name, decoded.module, options);
}

/** The same for a module that is in memory already. It is not trusted any more for that. */
export function createFromModule(
  kernel: Kernel,
  name: string,
  module: SpxModule,
  options: CreateOptions = {},
): Extension {
  const trusted = options.trusted ?? false;
  kernel.strands.charge(LOADING_FUEL * module.procedures.length);
  const started = kernel.machine.elapsed();
  const errors = options.image ? [] : verifyModule(module, { trusted });
  // What runs is the image's code then, which was made when this very file had been verified as a whole.
  if (options.image) vouchFor(module);
  kernel.counts.verifyMilliseconds += kernel.machine.elapsed() - started;
  if (errors.length > 0) {
    throw new LinkError('K1001', `${name}: ${describeError(errors[0]!)}`, errors.map(describeError));
  }
  const library = options.library ?? trusted;
  const account = library ? openLibraryAccount(kernel, name) : openAccount(kernel, name);
  const exports = new Map(module.interfaces.map((i) => [i.name, i]));
  const extension: Extension = kernel.extensions.add((number) => {
    const identify = (kind: 'interface' | 'module', unit: string, unitExports: readonly string[]) =>
      kernel.units.add((identity) => ({ identity, kind, name: unit, extension: number, exports: unitExports }))
        .identity;
    return {
      number,
      account,
      name,
      module,
      trusted,
      library,
      ...(options.image && { image: options.image }),
      exports,
      interfaces: new Map(module.interfaces.map((i) => [i.name, identify('interface', i.name, [])])),
      modules: new Map(
        module.units.flatMap((u) => (u.kind === 'module' ? [[u.name, identify('module', u.name, u.exports)]] : [])),
      ),
      slots: registerProcedures(kernel, module, number),
      exceptions: module.exceptions.map((e) => {
        const qualified = `${module.units[e.unit]!.name}.${e.name}`;
        return kernel.exceptions.add((n) => ({ number: n, name: qualified, implicit: e.implicit, extension: number }))
          .number;
      }),
      authorizers: [],
      providers: new Map(),
      dependents: new Set(),
      exportable: true,
      state: 'created',
    };
  });
  for (const number of extension.exceptions) kernel.types.declareException(number, kernel.exceptions.get(number)!.name);
  return extension;
}

/** Who creates the domain shares its limits with it. */
function openAccount(kernel: Kernel, name: string): number {
  const creator = kernel.strands.current?.domain ?? 0;
  const most = kernel.heap.maxBytes * USUAL_PART_OF_MEMORY;
  const limit = creator === 0 ? most : Math.min(most, kernel.heap.usage(creator).limit);
  const account = newAccount(kernel, name, limit);
  kernel.quotas.open(account, name, creator, USUAL_LIMITS);
  return account;
}

/** Whoever happens to be the first to use it: that is no reason to share limits. */
function openLibraryAccount(kernel: Kernel, name: string): number {
  const account = newAccount(kernel, name);
  kernel.quotas.open(account, name, 0, UNLIMITED);
  return account;
}

function newAccount(kernel: Kernel, name: string, limit?: number): number {
  try {
    return kernel.heap.createDomain(limit);
  } catch (error) {
    if (error instanceof MemoryError) throw new LinkError('K1110', `${name}: ${error.message}`);
    throw error;
  }
}

/** Slots for every procedure: two for events, one for others. */
function registerProcedures(kernel: Kernel, module: SpxModule, domain: number): OwnSlots[] {
  const imported = importedCounts(module).procedures;
  const exportedBy = new Map<number, string[]>();
  for (const i of module.interfaces) {
    for (const p of i.procedures) {
      const known = exportedBy.get(p.proc);
      if (known) known.push(i.name);
      else exportedBy.set(p.proc, [i.name]);
    }
  }
  let slot = kernel.slots.allocate(module.procedures.length + exportedBy.size);
  return module.procedures.map((p, i) => {
    const interfaces = exportedBy.get(imported + i) ?? [];
    const code = slot++;
    const event = interfaces.length > 0 ? slot++ : 0;
    const common = {
      domain,
      unit: module.units[p.unit]!.name,
      procedure: nestedName(module, imported, i),
      nested: p.parent !== undefined,
      interfaces,
      intrinsic: code,
      event,
    };
    kernel.slots.describe({ ...common, slot: code, kind: 'code' });
    if (event !== 0) kernel.slots.describe({ ...common, slot: event, kind: 'event' });
    return { event, code };
  });
}

/** `Outer.Inner`. Parents come before what is nested in them, so this ends. */
function nestedName(module: SpxModule, imported: number, own: number): string {
  const names: string[] = [];
  for (
    let p = module.procedures[own];
    p;
    p = p.parent === undefined ? undefined : module.procedures[p.parent - imported]
  ) {
    names.unshift(p.name);
    if (names.length > 16) break;
  }
  return names.join('.');
}
