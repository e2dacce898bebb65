/**
 * A WebAssembly module under construction, and its binary form.
 *
 * Inside: index spaces, sections in their fixed order, the name section. Imports must all be added before the first definition of the same kind,
 * as indices count imports first.
 */
import { append, type Buffer, buffer, byte, bytes, finished, name, signed, unsigned } from './buffer.ts';
import { type AccessWatch, type EncodedBody, encodeBody, FunctionBody } from './function.ts';
import { Op, VALUE_TYPE, type ValType } from './opcodes.ts';

export interface Signature {
  readonly params: readonly ValType[];
  readonly results: readonly ValType[];
}

export interface Limits {
  readonly min: number;
  readonly max?: number;
}

type ImportDesc =
  | { readonly kind: 'func'; readonly type: number }
  | { readonly kind: 'table'; readonly limits: Limits }
  | { readonly kind: 'memory'; readonly limits: Limits }
  | { readonly kind: 'global'; readonly type: ValType; readonly mutable: boolean }
  | { readonly kind: 'tag'; readonly type: number };

const EXTERNAL = { func: 0, table: 1, memory: 2, global: 3, tag: 4 } as const;
export type External = keyof typeof EXTERNAL;

export class DefinedFunction {
  readonly index: number;
  readonly type: number;
  readonly name: string;
  readonly #params: readonly ValType[];
  readonly #watch: AccessWatch | undefined;
  #body: FunctionBody | undefined;

  constructor(index: number, type: number, name: string, params: readonly ValType[], watch: AccessWatch | undefined) {
    this.index = index;
    this.type = type;
    this.name = name;
    this.#params = params;
    this.#watch = watch;
  }

  /** Made when it is first asked for: a module defines all its functions before it fills them one by one. */
  get body(): FunctionBody {
    return (this.#body ??= new FunctionBody(this.#params, this.#watch));
  }
}

export interface EncodedModule {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Per defined function (imports not counted): offset in `bytes` of its first instruction, as stack traces count. */
  readonly codeStarts: readonly number[];
}

export class ModuleBuilder {
  readonly name: string;
  private readonly types: Signature[] = [];
  private readonly typeIndices = new Map<string, number>();
  /** The same by the object, for signatures that are given again. */
  private readonly knownTypes = new Map<Signature, number>();
  private readonly imports: { module: string; field: string; desc: ImportDesc }[] = [];
  private readonly counts = { func: 0, table: 0, memory: 0, global: 0, tag: 0 };
  private readonly importedNames: string[] = [];
  readonly functions: DefinedFunction[] = [];
  private readonly tables: Limits[] = [];
  private readonly memories: Limits[] = [];
  private readonly tags: number[] = [];
  private readonly globals: { type: ValType; mutable: boolean; init: number | bigint }[] = [];
  private readonly exports: { field: string; kind: External; index: number }[] = [];
  private readonly elements: { offset: number; functions: readonly number[] }[] = [];
  private readonly data: { offset: number; bytes: Uint8Array }[] = [];

  /** Entries of the code section, in the order in which functions were finished; the entry of each. */
  private readonly code = buffer(4096);
  private readonly entries = new Map<DefinedFunction, EncodedBody>();

  /** Set before any function is defined, in a build that watches accesses to memory. */
  watch: AccessWatch | undefined;

  constructor(moduleName: string) {
    this.name = moduleName.replace(/[^\w.]/g, '_').slice(0, LONGEST_NAME);
  }

  /** Index of the function type, one per distinct signature. */
  type(signature: Signature): number {
    const known = this.knownTypes.get(signature);
    if (known !== undefined) return known;
    const key = `${signature.params.join()}>${signature.results.join()}`;
    let index = this.typeIndices.get(key);
    if (index === undefined) {
      index = this.types.push(signature) - 1;
      this.typeIndices.set(key, index);
    }
    this.knownTypes.set(signature, index);
    return index;
  }

  private import(module: string, field: string, desc: ImportDesc): number {
    this.imports.push({ module, field, desc });
    return this.counts[desc.kind]++;
  }
  importFunction(module: string, field: string, signature: Signature): number {
    if (this.functions.length > 0) throw new Error('imports come before definitions');
    this.importedNames.push(`${module}.${field}`);
    return this.import(module, field, { kind: 'func', type: this.type(signature) });
  }
  importTable(module: string, field: string, limits: Limits): number {
    return this.import(module, field, { kind: 'table', limits });
  }
  importMemory(module: string, field: string, limits: Limits): number {
    return this.import(module, field, { kind: 'memory', limits });
  }
  importGlobal(module: string, field: string, type: ValType, mutable: boolean): number {
    return this.import(module, field, { kind: 'global', type, mutable });
  }
  importTag(module: string, field: string, params: readonly ValType[]): number {
    return this.import(module, field, { kind: 'tag', type: this.type({ params, results: [] }) });
  }

  /** The body is empty; the caller fills it. */
  function(functionName: string, signature: Signature): DefinedFunction {
    const { params } = signature;
    const defined = new DefinedFunction(this.counts.func++, this.type(signature), functionName, params, this.watch);
    this.functions.push(defined);
    return defined;
  }
  /** The body is complete: it can be asked nothing any more, and its memory serves the next. All that are not finished by then are when the module is encoded. */
  finish(f: DefinedFunction): EncodedBody {
    let entry = this.entries.get(f);
    if (!entry) this.entries.set(f, (entry = encodeBody(this.code, f.body)));
    return entry;
  }
  table(limits: Limits): number {
    this.tables.push(limits);
    return this.counts.table++;
  }
  memory(limits: Limits): number {
    this.memories.push(limits);
    return this.counts.memory++;
  }
  tag(params: readonly ValType[]): number {
    this.tags.push(this.type({ params, results: [] }));
    return this.counts.tag++;
  }
  global(type: 'i32' | 'i64', mutable: boolean, init: number | bigint): number {
    this.globals.push({ type, mutable, init });
    return this.counts.global++;
  }
  export(field: string, kind: External, index: number): void {
    this.exports.push({ field, kind, index });
  }
  /** Puts functions into table 0 from `offset` when the module is instantiated. */
  element(offset: number, functions: readonly number[]): void {
    this.elements.push({ offset, functions });
  }
  dataSegment(offset: number, content: Uint8Array): void {
    this.data.push({ offset, bytes: content });
  }

  encode(): EncodedModule {
    const out = buffer(4096);
    bytes(out, [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    vector(out, 1, this.types, (b, t) => {
      byte(b, 0x60);
      valTypes(b, t.params);
      valTypes(b, t.results);
    });
    vector(out, 2, this.imports, (b, i) => {
      name(b, i.module);
      name(b, i.field);
      importDesc(b, i.desc);
    });
    vector(out, 3, this.functions, (b, f) => unsigned(b, f.type));
    vector(out, 4, this.tables, (b, t) => {
      byte(b, VALUE_TYPE.funcref);
      limits(b, t);
    });
    vector(out, 5, this.memories, limits);
    vector(out, 13, this.tags, (b, type) => {
      byte(b, 0);
      unsigned(b, type);
    });
    vector(out, 6, this.globals, (b, g) => {
      byte(b, VALUE_TYPE[g.type]);
      byte(b, g.mutable ? 1 : 0);
      const constant = new FunctionBody([]);
      if (g.type === 'i64') constant.i64(BigInt(g.init));
      else constant.i32(Number(g.init));
      append(b, constant.end().code);
      constant.release();
    });
    vector(out, 7, this.exports, (b, e) => {
      name(b, e.field);
      byte(b, EXTERNAL[e.kind]);
      unsigned(b, e.index);
    });
    vector(out, 9, this.elements, (b, e) => {
      byte(b, 0);
      constantOffset(b, e.offset);
      unsigned(b, e.functions.length);
      for (const f of e.functions) unsigned(b, f);
    });
    this.encodeBranchHints(out);
    const codeStarts = this.encodeCode(out);
    vector(out, 11, this.data, (b, d) => {
      byte(b, 0);
      constantOffset(b, d.offset);
      unsigned(b, d.bytes.length);
      bytes(b, d.bytes);
    });
    this.encodeNames(out);
    return { bytes: finished(out), codeStarts };
  }

  /** The section of the branch hinting proposal; engines that do not know it skip it. */
  private encodeBranchHints(out: Buffer): void {
    const hinted = this.functions.filter((f) => f.body.unlikely.length > 0);
    if (hinted.length === 0) return;
    const b = buffer(1024);
    name(b, 'metadata.code.branch_hint');
    unsigned(b, hinted.length);
    for (const f of hinted) {
      const { start, declarations } = this.finish(f);
      unsigned(b, f.index);
      unsigned(b, f.body.unlikely.length);
      for (const offset of f.body.unlikely) {
        unsigned(b, start - declarations + offset);
        bytes(b, [1, 0]);
      }
    }
    section(out, 0, b);
  }

  private encodeCode(out: Buffer): number[] {
    if (this.functions.length === 0) return [];
    const entries = this.functions.map((f) => this.finish(f));
    const count = buffer(5);
    unsigned(count, entries.length);
    byte(out, 10);
    unsigned(out, count.length + this.code.length);
    append(out, count);
    return entries.map(({ from, to, start }) => {
      const at = out.length;
      bytes(out, this.code.bytes.subarray(from, to));
      return at + start - from;
    });
  }

  private encodeNames(out: Buffer): void {
    const b = buffer(1024);
    name(b, 'name');
    const moduleName = buffer();
    name(moduleName, this.name);
    subsection(b, 0, moduleName);
    const names = buffer(1024);
    unsigned(names, this.importedNames.length + this.functions.length);
    this.importedNames.forEach((n, i) => {
      unsigned(names, i);
      name(names, n);
    });
    for (const f of this.functions) {
      unsigned(names, f.index);
      name(names, harmless(f.name));
    }
    subsection(b, 1, names);
    section(out, 0, b);
  }
}

/** Of a module. */
const LONGEST_NAME = 64;

/** The engine writes names into stack traces, from which the kernel tells who called it: none must look like a part of a trace. */
function harmless(functionName: string): string {
  return functionName.replace(/[^\w $.'<>=+-]/g, '_');
}

function section(out: Buffer, id: number, content: Buffer): void {
  byte(out, id);
  unsigned(out, content.length);
  append(out, content);
}
const subsection = section;

function vector<E>(out: Buffer, id: number, items: readonly E[], each: (b: Buffer, item: E) => void): void {
  if (items.length === 0) return;
  const b = buffer(256);
  unsigned(b, items.length);
  for (const i of items) each(b, i);
  section(out, id, b);
}

function valTypes(b: Buffer, types: readonly ValType[]): void {
  unsigned(b, types.length);
  for (const t of types) byte(b, VALUE_TYPE[t]);
}

function limits(b: Buffer, l: Limits): void {
  byte(b, l.max === undefined ? 0 : 1);
  unsigned(b, l.min);
  if (l.max !== undefined) unsigned(b, l.max);
}

function constantOffset(b: Buffer, offset: number): void {
  byte(b, Op.i32_const);
  signed(b, offset);
  byte(b, Op.end);
}

function importDesc(b: Buffer, d: ImportDesc): void {
  byte(b, EXTERNAL[d.kind]);
  switch (d.kind) {
    case 'func':
      unsigned(b, d.type);
      break;
    case 'table':
      byte(b, VALUE_TYPE.funcref);
      limits(b, d.limits);
      break;
    case 'memory':
      limits(b, d.limits);
      break;
    case 'global':
      byte(b, VALUE_TYPE[d.type]);
      byte(b, d.mutable ? 1 : 0);
      break;
    case 'tag':
      byte(b, 0);
      unsigned(b, d.type);
      break;
  }
}
