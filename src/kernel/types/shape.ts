/**
 * One entry of a file's type table as a node of a graph: a label that says all but the component types, and the component types in order.
 *
 * Two entries with equal labels and the same components are the same type (Modula-3, "Types": structural equivalence). What the definition
 * counts is in the label: names of fields and their defaults, names of enumeration values, modes, brands with the unit that made them, method defaults and
 * overrides by table slot (the type whose method is overridden is a component), RAISES sets by kernel-wide number. What it does not count is not: names of parameters, for instance.
 */
import {
  type BrandDef,
  type ConstDef,
  type ExceptionIndex,
  type ProcIndex,
  T,
  type TypeDef,
  type TypeIndex,
} from '../../bytecode/types.ts';

/** What only the linker knows of the file whose types are interned. */
export interface TypeEnv {
  /** Kernel-wide identity of a unit: of an own one, or of the instance of an interface that an imported name is resolved to. */
  unitIdentity(kind: 'interface' | 'module', name: string): number;
  /** Table slot by which the procedure is called. */
  slotOf(proc: ProcIndex): number;
  /** Kernel-wide number of an exception. */
  exceptionId(exception: ExceptionIndex): number;
}

/**
 * The object type whose method of that name an override in the object type means. Another method of the same name may hide behind an opaque supertype:
 * so this is the verifier's to say, who knows what the file sees (`overridden` in `bytecode/verify/relations.ts`), and part of what the type is.
 */
export type DeclarerOf = (object: TypeIndex, name: string) => TypeIndex;

/** Components of entry `index`, whose definition is `def`. */
export function componentsOf(index: TypeIndex, def: TypeDef, declarerOf: DeclarerOf): readonly TypeIndex[] {
  switch (def.kind) {
    case 'subrange':
    case 'packed':
      return [def.base];
    case 'set':
    case 'openarray':
      return [def.element];
    case 'array':
      return [def.index, def.element];
    case 'ref':
      return [def.target];
    case 'record':
      return def.fields.map((f) => f.type);
    case 'object':
      return [
        def.super,
        ...def.fields.map((f) => f.type),
        ...def.methods.map((m) => m.signature),
        ...def.overrides.map((o) => declarerOf(index, o.name)),
      ];
    case 'mutex':
      return [T.ROOT];
    case 'procedure':
      return [...def.params.map((p) => p.type), ...(def.result === undefined ? [] : [def.result])];
    default:
      // Opaque types are named, not structural: their bound is not part of what they are.
      return [];
  }
}

export function labelOf(def: TypeDef, texts: readonly string[], env: TypeEnv): string {
  switch (def.kind) {
    case 'enum':
      return label(def.kind, def.names);
    case 'subrange':
      return label(def.kind, `${def.lo}..${def.hi}`);
    case 'packed':
      return label(def.kind, def.bits);
    case 'ref':
      return label(def.kind, brand(def.brand, env));
    case 'record':
      return label(
        def.kind,
        def.fields.map((f) => [f.name, constant(f.default, texts, env)]),
      );
    case 'object':
      return label(
        def.kind,
        brand(def.brand, env),
        def.fields.map((f) => [f.name, constant(f.default, texts, env)]),
        def.methods.map((m) => [m.name, slot(m.default, env)]),
        def.overrides.map((o) => [o.name, slot(o.proc, env)]),
      );
    case 'opaque':
      return label(def.kind, env.unitIdentity('interface', def.unit), def.name);
    case 'procedure':
      return label(
        def.kind,
        def.params.map((p) => p.mode),
        def.result !== undefined,
        raisesOf(def.raises, env),
        def.functional ? 'functional' : def.ephemeral ? 'ephemeral' : '',
      );
    default:
      return label(def.kind);
  }
}

/** A RAISES set as the kernel numbers exceptions: ascending, each once. */
export function raisesOf(raises: readonly ExceptionIndex[] | 'any', env: TypeEnv): readonly number[] | 'any' {
  if (raises === 'any') return 'any';
  return [...new Set(raises.map((e) => env.exceptionId(e)))].sort((a, b) => a - b);
}

/** JSON keeps parts apart whatever characters the names contain. */
function label(...parts: unknown[]): string {
  return JSON.stringify(parts);
}

function brand(b: BrandDef | undefined, env: TypeEnv): unknown {
  return b ? [b.unitKind, env.unitIdentity(b.unitKind, b.unit), b.text] : null;
}

function slot(proc: ProcIndex | undefined, env: TypeEnv): number | null {
  return proc === undefined ? null : env.slotOf(proc);
}

/** A default value, written without recursion: aggregates nest as deep as a file likes. */
function constant(value: ConstDef | undefined, texts: readonly string[], env: TypeEnv): string | null {
  if (value === undefined) return null;
  const out: string[] = [];
  const todo: (ConstDef | string)[] = [value];
  while (todo.length > 0) {
    const item = todo.pop()!;
    if (typeof item === 'string') {
      out.push(item);
      continue;
    }
    switch (item.kind) {
      case 'int':
        out.push(`i${item.value}`);
        break;
      case 'real':
        out.push(`r${realBits(item.value)}`);
        break;
      case 'text':
        out.push(JSON.stringify(texts[item.text] ?? ''));
        break;
      case 'nil':
        out.push('nil');
        break;
      case 'proc':
        out.push(`p${env.slotOf(item.proc)}`);
        break;
      case 'set':
        out.push(`s${item.words.map((w) => BigInt.asUintN(64, w)).join(',')}`);
        break;
      case 'aggregate':
        out.push('(');
        todo.push(')');
        for (let i = item.parts.length - 1; i >= 0; i--) todo.push(';', item.parts[i]!);
        break;
    }
  }
  return out.join('');
}

/** True when the constant's representation is nothing but zero bits. */
export function isZeroConstant(value: ConstDef): boolean {
  const todo: ConstDef[] = [value];
  while (todo.length > 0) {
    const item = todo.pop()!;
    switch (item.kind) {
      case 'int':
        if (item.value !== 0n) return false;
        break;
      case 'real':
        if (!Object.is(item.value, 0)) return false;
        break;
      case 'set':
        if (item.words.some((w) => w !== 0n)) return false;
        break;
      case 'aggregate':
        for (const part of item.parts) todo.push(part);
        break;
      case 'nil':
        break;
      default:
        return false;
    }
  }
  return true;
}

const bits = new DataView(new ArrayBuffer(8));
function realBits(value: number): string {
  bits.setFloat64(0, value);
  return bits.getBigUint64(0).toString(16);
}
