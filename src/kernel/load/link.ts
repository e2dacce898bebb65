/**
 * Linking: when all imports of an extension are bound, its types are interned among the kernel's, everything that it believes of its imports is checked
 * against what is true, and every symbolic reference gets its slot, number or address.
 *
 * The check is structural and does not rest on fingerprints. It covers what the verifier took on trust from the import section: types of procedures,
 * variables and exceptions, bounds of opaque types, and revelations.
 */
import type { ImportedInterface, Revelation } from '../../bytecode/module.ts';
import { BUILTIN_TYPES } from '../../bytecode/types.ts';
import { type Extension, importedCounts, unresolvedImports } from '../domain/extension.ts';
import type { Kernel } from '../kernel.ts';
import { TypeLinkError } from '../types/errors.ts';
import type { TypeEnv } from '../types/registry.ts';
import { covers, isSubtype, sameType } from '../types/relations.ts';
import type { ProcedureRT, RuntimeType } from '../types/runtime-type.ts';
import { instantiate, placeGlobals } from './instantiate.ts';
import { LinkError } from './link-error.ts';

/**
 * Links the extension and, before it, all that it imports from, directly or not. Does nothing for those that are linked.
 *
 * Where extensions import from each other, all of them get types and places for their variables first, and code when that is done.
 */
export function link(kernel: Kernel, extension: Extension): void {
  const prepared = new Map<Extension, readonly RuntimeType[]>();
  for (const e of importOrder(extension)) {
    if (e.state !== 'created') continue;
    try {
      prepared.set(e, prepare(kernel, e));
      for (const [ready, types] of prepared) {
        const waits = [...ready.providers.values()].some((p) => p.state === 'created' && !prepared.has(p));
        if (ready.state === 'created' && !waits) finish(kernel, ready, types);
      }
    } catch (error) {
      if (error instanceof TypeLinkError) throw new LinkError(error.code, `${e.name}: ${error.message}`);
      throw error;
    }
  }
}

/** Who is imported before who imports, each once, as far as cycles allow. */
export function importOrder(extension: Extension): Extension[] {
  const order: Extension[] = [];
  const seen = new Set<Extension>([extension]);
  const path = [{ extension, imports: [...extension.providers.values()] }];
  while (path.length > 0) {
    const top = path[path.length - 1]!;
    const next = top.imports.shift();
    if (!next) {
      order.push(top.extension);
      path.pop();
    } else if (!seen.has(next)) {
      seen.add(next);
      path.push({ extension: next, imports: [...next.providers.values()] });
    }
  }
  return order;
}

/** Everything but the code. */
function prepare(kernel: Kernel, e: Extension): readonly RuntimeType[] {
  const missing = unresolvedImports(e);
  if (missing.length > 0) {
    const names = missing.map((name) => `interface ${name}`).join(', ');
    throw new LinkError('K1101', `${e.name} imports ${names}, which no domain that it was resolved against exports`);
  }
  for (const p of e.providers.values()) {
    if (p.state === 'destroyed') throw new LinkError('K1109', `${e.name} imports from ${p.name}, which was destroyed`);
  }
  checkRevealers(e);
  const types = kernel.types.internTypes(e.module, typeEnvOf(e), e.image?.table);
  const tooLarge = kernel.layouts.check(types);
  if (tooLarge) throw tooLarge;
  describeOwnItems(kernel, e, types);
  for (const wanted of e.module.imports) checkImport(kernel, e, wanted, types);
  placeGlobals(kernel, e, types);
  return types;
}

function finish(kernel: Kernel, e: Extension, types: readonly RuntimeType[]): void {
  instantiate(kernel, e, types);
  e.state = 'linked';
  for (const provider of e.providers.values()) provider.dependents.add(e);
}

/** What the imported index spaces mean. */
export interface ImportedItems {
  readonly slots: readonly number[];
  readonly globals: readonly number[];
  readonly exceptions: readonly number[];
}

/** In the order of the import section. Addresses of globals are known when their providers are linked. */
export function importedItems(e: Extension): ImportedItems {
  const slots: number[] = [];
  const globals: number[] = [];
  const exceptions: number[] = [];
  for (const i of e.module.imports) {
    const provider = e.providers.get(i.name)!;
    for (const p of i.procedures) slots.push(eventSlot(provider, i.name, p.name));
    for (const g of i.globals) globals.push(globalAddress(provider, i.name, g.name));
    for (const x of i.exceptions) exceptions.push(exceptionNumber(provider, i.name, x.name));
  }
  return { slots, globals, exceptions };
}

/** What the extension's types mention besides types. */
export function typeEnvOf(e: Extension): TypeEnv {
  const { slots, exceptions } = importedItems(e);
  const procedures = [...slots, ...e.slots.map((s) => s.event || s.code)];
  const numbers = [...exceptions, ...e.exceptions];
  return {
    unitIdentity: (kind, name) => {
      const identity =
        kind === 'module'
          ? e.modules.get(name)
          : (e.interfaces.get(name) ?? e.providers.get(name)?.interfaces.get(name));
      if (identity === undefined)
        throw new LinkError(
          'K1101',
          `${e.name} mentions types of the ${kind} ${name}, which it neither has nor imports`,
        );
      return identity;
    },
    slotOf: (proc) => procedures[proc]!,
    exceptionId: (exception) => numbers[exception]!,
  };
}

/** Slot of the event that an exported procedure is. */
export function eventSlot(provider: Extension, interfaceName: string, procedure: string): number {
  const item = provider.exports.get(interfaceName)!.procedures.find((p) => p.name === procedure)!;
  const own = item.proc - importedCounts(provider.module).procedures;
  return provider.slots[own]!.event;
}

export function exceptionNumber(provider: Extension, interfaceName: string, exception: string): number {
  const item = provider.exports.get(interfaceName)!.exceptions.find((x) => x.name === exception)!;
  return provider.exceptions[item.exception - importedCounts(provider.module).exceptions]!;
}

/** 0 while the provider has no places yet; code is made when it has. */
function globalAddress(provider: Extension, interfaceName: string, name: string): number {
  const item = provider.exports.get(interfaceName)!.globals.find((g) => g.name === name)!;
  return provider.places?.[item.global - importedCounts(provider.module).globals] ?? 0;
}

/** Only who declares an opaque type says what it is. */
function checkRevealers(e: Extension): void {
  const own = [...e.module.interfaces.flatMap((i) => i.revelations), ...e.module.units.flatMap((u) => u.revelations)];
  for (const r of own) {
    const opaque = e.module.types[r.opaque - BUILTIN_TYPES.length];
    if (!r.full || opaque?.kind !== 'opaque' || e.interfaces.has(opaque.unit)) continue;
    throw new LinkError(
      'K1107',
      `${e.name} reveals ${opaque.unit}.${opaque.name}, which only the domain that exports interface ${opaque.unit} may do`,
    );
  }
}

function describeOwnItems(kernel: Kernel, e: Extension, types: readonly RuntimeType[]): void {
  e.module.procedures.forEach((p, i) => {
    const { event, code } = e.slots[i]!;
    kernel.slots.info(code)!.type = types[p.type] as ProcedureRT;
    if (event !== 0) kernel.slots.info(event)!.type = types[p.event ?? p.type] as ProcedureRT;
  });
  e.module.exceptions.forEach((x, i) => {
    kernel.exceptions.get(e.exceptions[i]!)!.argument = x.argument === undefined ? undefined : types[x.argument];
  });
}

function checkImport(kernel: Kernel, e: Extension, wanted: ImportedInterface, types: readonly RuntimeType[]): void {
  const provider = e.providers.get(wanted.name)!;
  const offered = provider.exports.get(wanted.name)!;
  const counts = importedCounts(provider.module);
  /** A provider that is still being linked (the two import each other) is checked with its own file's word: its types are interned by now or when its turn comes. */
  const theirs = provider.linked?.types ?? kernel.types.internTypes(provider.module, typeEnvOf(provider));
  const differs = (what: string, name: string, is: string, believed: string): never => {
    throw new LinkError(
      'K1104',
      `${what} ${wanted.name}.${name} is ${is} in ${provider.name}, but ${e.name} was compiled against ${believed}`,
    );
  };
  for (const p of wanted.procedures) {
    const item = offered.procedures.find((o) => o.name === p.name)!;
    const def = provider.module.procedures[item.proc - counts.procedures]!;
    const is = theirs[def.event ?? def.type]!;
    if (!covers(types[p.type]!, is)) differs('procedure', p.name, is.name, types[p.type]!.name);
  }
  for (const g of wanted.globals) {
    const item = offered.globals.find((o) => o.name === g.name)!;
    const is = theirs[provider.module.globals[item.global - counts.globals]!.type]!;
    if (!sameType(types[g.type]!, is)) differs('variable', g.name, is.name, types[g.type]!.name);
  }
  for (const x of wanted.exceptions) {
    const item = offered.exceptions.find((o) => o.name === x.name)!;
    const def = provider.module.exceptions[item.exception - counts.exceptions]!;
    const is = def.argument === undefined ? undefined : theirs[def.argument]!;
    const believed = x.argument === undefined ? undefined : types[x.argument]!;
    const same = is && believed ? sameType(is, believed) : is === believed;
    if (!same || def.implicit !== x.implicit)
      differs('exception', x.name, describeException(is, def.implicit), describeException(believed, x.implicit));
  }
  for (const r of wanted.revelations) checkRevelation(e, wanted, provider, r, types, theirs);
}

function describeException(argument: RuntimeType | undefined, implicit: boolean): string {
  return `${implicit ? 'implicit' : 'explicit'}${argument ? ` with a ${argument.name}` : ' without argument'}`;
}

/** The interface must make that very revelation: to hold a true one that it does not make would be to look inside without leave. */
function checkRevelation(
  e: Extension,
  wanted: ImportedInterface,
  provider: Extension,
  r: Revelation,
  types: readonly RuntimeType[],
  theirs: readonly RuntimeType[],
): void {
  const [opaque, type] = [types[r.opaque]!, types[r.type]!];
  const made = provider.exports.get(wanted.name)!.revelations.some((o) => {
    return (
      (o.full || !r.full) &&
      theirs[o.opaque] === opaque &&
      (r.full ? sameType(theirs[o.type]!, type) : isSubtype(theirs[o.type]!, type))
    );
  });
  const holds = opaque.kind === 'opaque' && (r.full ? opaque.revealed === type : isSubtype(opaque, type));
  if (!made || !holds) {
    throw new LinkError(
      'K1108',
      `${e.name} relies on interface ${wanted.name} revealing ${opaque.name} as ${type.name}, which the one of ${provider.name} does not do`,
    );
  }
}
