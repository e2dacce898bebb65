/**
 * The bytecode behind procedures that guard and handle events, for whoever wants to see through it: by the slot of its own code.
 */
import { OPCODES } from '../../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import { verifyProcedure } from '../../../bytecode/verify/verify.ts';
import type { LinkedModule } from '../../codegen/link.ts';
import { type Extension, importedCounts } from '../../domain/extension.ts';
import type { Kernel } from '../../kernel.ts';
import type { Bound } from '../model.ts';
import { spelling, type Use, usesOf } from './alike.ts';
import { type Discriminator, discriminate } from './discriminate.ts';

export interface ProcedureCode {
  readonly extension: Extension;
  readonly linked: LinkedModule;
  /** Index among the file's own procedures. */
  readonly own: number;
  readonly instructions: readonly TypedInstruction[];
}

/** One for all guards that are the same but for some constants. */
export interface Alike {
  readonly number: number;
  /** All of them are of this one. */
  readonly extension: number;
  /** One of them, and its constants. */
  readonly guard: Bound;
  readonly uses: readonly Use[];
  /** They may fail. */
  readonly fails: boolean;
}

/** A guard as one of those that are alike. */
export interface Copy {
  readonly alike: Alike;
  readonly constants: readonly bigint[];
}

/** Bytes of bytecode up to which a procedure is small enough to be copied into stubs. */
const SMALL = 160;

export class CodeOfProcedures {
  readonly #kernel: Kernel;
  readonly #found = new Map<number, ProcedureCode | undefined>();
  readonly #discriminators = new Map<number, readonly Discriminator[]>();
  readonly #copies = new Map<number, Copy | undefined>();
  readonly #alike = new Map<string, Alike>();
  #lastAlike = 0;
  readonly #texts = new Map<string, string>();
  readonly #owners = new WeakMap<Extension, Map<number, number>>();

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  /** The extension goes: its slots will be others'. */
  forget(extension: number): void {
    for (const [slot, code] of this.#found) {
      if (code && code.extension.number !== extension) continue;
      this.#found.delete(slot);
      this.#discriminators.delete(slot);
      this.#copies.delete(slot);
    }
    for (const [text, alike] of this.#alike) if (alike.extension === extension) this.#alike.delete(text);
  }

  /** Undefined for events (others may handle them, too), for native and for nested procedures. */
  of(slot: number): ProcedureCode | undefined {
    if (!this.#found.has(slot)) this.#found.set(slot, this.#look(slot));
    return this.#found.get(slot);
  }

  /** What the guard tells apart, as far as that can be seen from its code. */
  discriminatorsOf(guard: Bound): readonly Discriminator[] {
    let found = this.#discriminators.get(guard.slot);
    if (!found) {
      found = this.#discriminate(guard);
      this.#discriminators.set(guard.slot, found);
    }
    return found;
  }

  /** What does for the guard if it is small. */
  copyOf(guard: Bound): Copy | undefined {
    if (!this.#copies.has(guard.slot)) this.#copies.set(guard.slot, this.#copy(guard));
    return this.#copies.get(guard.slot);
  }

  #copy(guard: Bound): Copy | undefined {
    const code = this.small(guard.slot);
    if (!code) return undefined;
    const uses = usesOf(code.instructions);
    const text = spelling(code, uses);
    let alike = this.#alike.get(text);
    if (!alike) {
      const fails = code.instructions.some((i) => OPCODES[i.op]!.faults);
      alike = { number: ++this.#lastAlike, extension: code.extension.number, guard, uses, fails };
      this.#alike.set(text, alike);
    }
    return { alike, constants: uses.map((u) => u.value) };
  }

  /** The procedure if it is small, without loops, and calls nobody: then a copy of it in a stub is no larger than a call, about. */
  small(slot: number): ProcedureCode | undefined {
    // Stubs are not watched; what accesses memory on behalf of an extension then stays outside of them.
    if (this.#kernel.imports.watch) return undefined;
    const code = this.of(slot);
    if (!code || code.linked.module.procedures[code.own]!.code.length > SMALL) return undefined;
    return code.instructions.some((i) => TOO_MUCH.has(OPCODES[i.op]!.name)) ? undefined : code;
  }

  #look(slot: number): ProcedureCode | undefined {
    const info = this.#kernel.slots.info(slot);
    if (info?.kind !== 'code' || info.nested) return undefined;
    const extension = this.#kernel.extensions.get(info.domain);
    if (!extension?.linked || extension.state === 'destroyed') return undefined;
    const own = this.#ownerOf(extension).get(slot);
    const def = own === undefined ? undefined : extension.module.procedures[own];
    if (own === undefined || !def || def.native) return undefined;
    const instructions: TypedInstruction[] = [];
    const error = verifyProcedure(extension.module, importedCounts(extension.module).procedures + own, (i) =>
      instructions.push(i),
    );
    return error ? undefined : { extension, linked: extension.linked, own, instructions };
  }

  #ownerOf(extension: Extension): Map<number, number> {
    let found = this.#owners.get(extension);
    if (!found) {
      found = new Map(extension.slots.map((s, own) => [s.code, own]));
      this.#owners.set(extension, found);
    }
    return found;
  }

  #discriminate(guard: Bound): readonly Discriminator[] {
    const code = this.of(guard.slot);
    if (!code) return [];
    const found = discriminate({
      instructions: code.instructions,
      parameters: guard.type.params.length,
      closures: guard.closure === 0 ? 0 : 1,
      typeOf: (index) => code.linked.types[index]!,
    });
    return found.map((d) => ({ ...d, key: { ...d.key, text: this.#same(d.key.text) } }));
  }

  /** Comparing texts is quick when equal ones are the same. */
  #same(text: string): string {
    const same = this.#texts.get(text) ?? text;
    this.#texts.set(same, same);
    return same;
  }
}

/** Procedures with these are left where they are. */
const TOO_MUCH = new Set([
  'loop',
  'try',
  'call',
  'call.value',
  'call.method',
  'closure',
  'lock',
  'unlock',
  'new',
  'new.open',
  'text.cat',
]);
