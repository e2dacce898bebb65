/**
 * Images: code that was generated before, in an earlier run of the same kernel, from the same file.
 *
 * Generated code has numbers in it: slots, addresses, numbers of types and exceptions. A kernel that does the same things in the same order deals out the same numbers, so
 * an image keeps those that its code was made with, and is used only where linking gives each of them again. Asking for a layout may write a descriptor or take a slot:
 * such questions are asked again in their order, and answers compared as well.
 *
 * An image is not proved by anything. It is for the kernel's own extension, and comes from where the kernel itself comes from.
 */
import type { RuntimeType } from '../types/runtime-type.ts';
import type { TableImage } from '../types/same-entries.ts';
import { type Generated, generate, instantiateCode } from './generate.ts';
import { handledBit } from './inline.ts';
import type { InitSlot, LayoutService } from './layout-service.ts';
import type { KernelImports, LinkedModule } from './link.ts';
import type { NativesCode } from './natives.ts';

const MAKING = ['descriptorOf', 'boxDescriptorOf', 'reserveInitSlot'] as const;

/** A question to the layout service that makes something when it is asked for the first time: which, about which entry of the type table, and the number answered. */
type Asked = readonly [what: number, type: number, answer: number];

export interface CodeImage {
  /** Of the `.spx` file. */
  readonly checksum: number;
  readonly numbers: readonly number[];
  readonly asked: readonly Asked[];
  /** The WebAssembly module. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Functions around the file's native procedures. */
  readonly natives: NativesCode;
  readonly table: TableImage;
}

/** An image of code that was just generated, by generating it again; nothing else may have been generated since. */
export function makeImage(
  checksum: number,
  linked: LinkedModule,
  k: KernelImports,
  layout: LayoutService,
  made: Generated,
  others: Pick<CodeImage, 'natives' | 'table'>,
): CodeImage {
  const { asked, recorder } = recording(linked, asThen(layout, new Set(linked.types)));
  const { bytes } = generate(linked, k, recorder);
  if (bytes.length !== made.bytes.length || bytes.some((byte, i) => byte !== made.bytes[i]))
    throw new Error(`generating ${linked.module.name} twice gives two results`);
  return { checksum, numbers: numbersOf(linked), asked, bytes, ...others };
}

/** The image's code if it fits, else code generated anew. */
export function fromImage(image: CodeImage, linked: LinkedModule, k: KernelImports, layout: LayoutService): Generated {
  const numbers = numbersOf(linked);
  if (k.watch !== undefined || !same(numbers, image.numbers)) return generate(linked, k, layout);
  const reserved = new Set<RuntimeType>();
  const fits = image.asked.every(([what, index, answer]) => {
    const type = linked.types[index]!;
    const now = ask(layout, MAKING[what]!, type);
    if (typeof now === 'number') return now === answer;
    if (now.fresh) reserved.add(type);
    return now.slot === answer;
  });
  if (!fits) return generate(linked, k, asThen(layout, reserved));
  let instance: WebAssembly.Instance | undefined;
  let again: Generated | undefined;
  return {
    name: `d${linked.domain}.${linked.module.name}`,
    bytes: image.bytes,
    instantiate: () => (instance ??= instantiateCode(image.bytes, k)),
    initialiseGlobals: () => {
      (instance?.exports['initialiseGlobals'] as (() => void) | undefined)?.();
    },
    // Where which code came from is not kept: it is wanted for reports only.
    positions: (functionIndex, offset) => {
      again ??= generate(linked, k, asThen(layout, reserved));
      return again.positions(functionIndex, offset);
    },
  };
}

/** The layout as it was before these initialisers' slots were reserved. */
function asThen(layout: LayoutService, reserved: ReadonlySet<RuntimeType>): LayoutService {
  const fresh = new Set(reserved);
  return changed(layout, {
    reserveInitSlot: (type) => {
      const { slot, fresh: now } = layout.reserveInitSlot(type);
      return { slot, fresh: fresh.delete(type) || now };
    },
  });
}

function recording(linked: LinkedModule, layout: LayoutService): { asked: Asked[]; recorder: LayoutService } {
  const entries = new Map(linked.types.map((type, n) => [type, n]));
  const asked: Asked[] = [];
  const seen = new Set<string>();
  const note = <A extends number | InitSlot>(what: (typeof MAKING)[number], type: RuntimeType, answer: A): A => {
    const index = entries.get(type);
    if (index === undefined) throw new Error(`${what} of ${type.name}, which is not in the type table`);
    const key = `${what} ${index}`;
    if (!seen.has(key)) asked.push([MAKING.indexOf(what), index, typeof answer === 'number' ? answer : answer.slot]);
    seen.add(key);
    return answer;
  };
  const recorder = changed(layout, {
    descriptorOf: (type) => note('descriptorOf', type, layout.descriptorOf(type)),
    boxDescriptorOf: (type) => note('boxDescriptorOf', type, layout.boxDescriptorOf(type)),
    reserveInitSlot: (type) => note('reserveInitSlot', type, layout.reserveInitSlot(type)),
  });
  return { asked, recorder };
}

function ask(layout: LayoutService, what: (typeof MAKING)[number], type: RuntimeType): number | InitSlot {
  return layout[what](type);
}

/** The same service but for some answers. */
function changed(layout: LayoutService, changes: Partial<LayoutService>): LayoutService {
  return {
    layoutOf: (type) => layout.layoutOf(type),
    fieldPlace: (type, index) => layout.fieldPlace(type, index),
    elementPlace: (type) => layout.elementPlace(type),
    descriptorOf: (type) => layout.descriptorOf(type),
    boxDescriptorOf: (type) => layout.boxDescriptorOf(type),
    methodSlotOffset: (type, index) => layout.methodSlotOffset(type, index),
    depthOf: (type) => layout.depthOf(type),
    payloadSize: (type) => layout.payloadSize(type),
    payloadIsZero: (type) => layout.payloadIsZero(type),
    reserveInitSlot: (type) => layout.reserveInitSlot(type),
    ...changes,
  };
}

/** Every number that linking dealt out, with the length of each list before it. */
function numbersOf(linked: LinkedModule): number[] {
  const numbers: number[] = [linked.domain, linked.callerPays ? 1 : 0];
  const add = (list: Iterable<number>): void => {
    const at = numbers.push(0) - 1;
    for (const n of list) numbers.push(n);
    numbers[at] = numbers.length - at - 1;
  };
  add(linked.slots);
  add(linked.codeSlots);
  add([...linked.exported].sort((a, b) => a - b));
  add(linked.globals);
  add(linked.exceptions);
  add(linked.texts);
  add(linked.moduleRefs);
  add(linked.interfaceRefs.values());
  add([...linked.inlines].flatMap(([slot, name]) => [slot, handledBit(name)]));
  add(linked.types.map((type) => type.id));
  add(linked.exceptionArguments.map((type) => type?.id ?? -1));
  return numbers;
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((n, i) => n === b[i]);
}

// ---------------------------------------------------------------- as a file

/** A line of JSON, then the code, then that around the natives. */
export function encodeImage({ bytes, natives, ...rest }: CodeImage): Uint8Array {
  const lengths = [bytes.length, natives.bytes.length];
  const head = new TextEncoder().encode(`${JSON.stringify({ ...rest, made: natives.made, lengths })}\n`);
  const file = new Uint8Array(head.length + bytes.length + natives.bytes.length);
  file.set(head);
  file.set(bytes, head.length);
  file.set(natives.bytes, head.length + bytes.length);
  return file;
}

type Head = Omit<CodeImage, 'bytes' | 'natives'> & { made: string; lengths: [code: number, natives: number] };

/** Undefined for what is not all there. */
export function decodeImage(file: Uint8Array): CodeImage | undefined {
  const end = file.indexOf(0x0a);
  if (end < 0) return undefined;
  try {
    const { made, lengths, ...rest } = JSON.parse(new TextDecoder().decode(file.subarray(0, end))) as Head;
    const [code, natives] = [end + 1 + lengths[0], end + 1 + lengths[0] + lengths[1]];
    if (natives !== file.length) return undefined;
    return { ...rest, bytes: file.slice(end + 1, code), natives: { made, bytes: file.slice(code) } };
  } catch (e) {
    if (e instanceof SyntaxError) return undefined;
    throw e;
  }
}
