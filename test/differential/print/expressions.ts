/** Types, designators and expressions as Modula-3. */
import {
  type Call,
  type Designator,
  type Expr,
  type Field,
  type Float,
  isDesignator,
  type Type,
  typeOf,
} from '../tree.ts';

export function typeName(t: Type): string {
  switch (t.k) {
    case 'int':
      return 'INTEGER';
    case 'bool':
      return 'BOOLEAN';
    case 'char':
      return 'CHAR';
    case 'wide':
      return 'WIDECHAR';
    case 'long':
      return 'LONGINT';
    case 'real':
      return t.size;
    case 'text':
      return 'TEXT';
    case 'function':
    case 'proc':
      return 'Function';
    case 'open':
      return `ARRAY OF ${typeName(t.element)}`;
    default:
      return t.name;
  }
}

const range = ({ lo, hi, over }: { lo: number; hi: number; over?: Type }): string =>
  over ? typeName(over) : `[${lo} .. ${hi}]`;
const packed = (bits: number | undefined): string => (bits ? `BITS ${bits} FOR ` : '');
const fieldList = (fields: readonly Field[]): string =>
  fields.map((f) => `${f.name}: ${packed(f.bits)}${typeName(f.type)};`).join(' ');

export function declaration(t: Type): string {
  switch (t.k) {
    case 'sub':
      return `[${number(t.lo)} .. ${number(t.hi)}]`;
    case 'enum':
      return `{${Array.from({ length: t.size }, (_, i) => `c${i}`).join(', ')}}`;
    case 'set':
      return `SET OF ${range(t)}`;
    case 'record':
      return `RECORD ${fieldList(t.fields)} END`;
    case 'array':
      return `ARRAY ${range(t)} OF ${packed(t.bits)}${typeName(t.element)}`;
    case 'ref':
      return `REF ${typeName(t.to)}`;
    case 'object': {
      const fields = fieldList(t.fields);
      if (!t.parent) return `OBJECT ${fields} METHODS m(x: INTEGER): INTEGER RAISES ANY := ${t.method!.proc}; END`;
      return `${t.parent.name} OBJECT ${fields}${t.method ? ` OVERRIDES m := ${t.method.proc};` : ''} END`;
    }
    default:
      throw new Error(`${t.k} has no declaration`);
  }
}

const number = (n: bigint): string => (n === -(2n ** 63n) ? 'FIRST(INTEGER)' : `${n}`);

export function designator(d: Designator): string {
  switch (d.d) {
    case 'var':
      return d.v.name;
    case 'field':
      return `${designator(d.of)}.f${d.field}`;
    case 'member':
      return `${designator(d.of)}.${d.field.name}`;
    case 'index':
      return `${designator(d.of)}[${expression(d.at)}]`;
    case 'part':
      return `SUBARRAY(${designator(d.of)}, ${expression(d.start)}, ${expression(d.n)})`;
    case 'deref':
      return `${designator(d.of)}^`;
  }
}

const letters: Readonly<Record<Float, string>> = { REAL: 'e', LONGREAL: 'd', EXTENDED: 'x' };

function real(x: number, size: Float): string {
  const [digits, exponent] = Math.abs(x).toExponential().split('e') as [string, string];
  const text = `${digits.includes('.') ? digits : `${digits}.0`}${letters[size]}${Number(exponent)}`;
  return x < 0 ? `(-${text})` : text;
}

function character(n: bigint, prefix: string): string {
  const plain = n >= 32n && n < 127n && n !== 39n && n !== 92n;
  return plain ? `${prefix}'${String.fromCharCode(Number(n))}'` : `VAL(${n}, ${prefix ? 'WIDECHAR' : 'CHAR'})`;
}

/** With escapes, and as a wide literal if there is need. */
function literal(t: string): string {
  const codes = Array.from(t, (c) => c.codePointAt(0)!);
  const wide = codes.some((c) => c > 255);
  const escaped = (c: number) =>
    c < 127
      ? String.fromCharCode(c)
      : c > 0xffff
        ? `\\U${c.toString(16).padStart(6, '0')}`
        : `\\x${c.toString(16).padStart(wide ? 4 : 2, '0')}`;
  return `${wide ? 'W' : ''}"${codes.map(escaped).join('')}"`;
}

/** A value of an ordinal type, as a label. */
export function label(n: bigint, t: Type): string {
  return t.k === 'enum' ? `${t.name}.c${n}` : t.k === 'char' ? character(n, '') : number(n);
}

const list = (items: readonly Expr[]): string => items.map(expression).join(', ');

export function expression(x: Expr): string {
  switch (x.e) {
    case 'int':
      return number(x.n);
    case 'long':
      return `${x.n}L`;
    case 'bool':
      return x.b ? 'TRUE' : 'FALSE';
    case 'char':
      return character(x.n, '');
    case 'wide':
      return character(x.n, 'W');
    case 'constant':
      return expression(x.x);
    case 'enum':
      return `${x.type.name}.c${x.n}`;
    case 'real':
      return real(x.x, x.size);
    case 'float':
      return `FLOAT(${expression(x.x)}, ${x.size})`;
    case 'text':
      return literal(x.t);
    case 'nil':
      return 'NIL';
    case 'get':
      return designator(x.from);
    case 'unary':
      return /[A-Z]{3}/.test(x.op) && x.op !== 'NOT' ? `${x.op}(${expression(x.x)})` : `(${x.op} ${expression(x.x)})`;
    case 'binary':
      return `(${expression(x.x)} ${x.op} ${expression(x.y)})`;
    case 'apply':
      return `${x.f}(${list(x.args)})`;
    case 'val':
      return `VAL(${expression(x.x)}, ${typeName(x.type)})`;
    case 'number': {
      const text = `${x.what}(${designator(x.of)})`;
      const t = typeOf(x.of);
      return t.k === 'array' && t.over && x.what !== 'NUMBER' ? `ORD(${text})` : text;
    }
    case 'set':
      return `${x.type.name} {${x.parts.map((p) => (Array.isArray(p) ? `${expression(p[0])} .. ${expression(p[1])}` : expression(p as Expr))).join(', ')}}`;
    case 'record':
      return `${x.type.name} {${(x.keyed ? x.fields.map((f, i) => `f${i} := ${expression(f)}`).reverse() : x.fields.map(expression)).join(', ')}}`;
    case 'array':
      return `${typeName(x.type)} {${list(x.items)}${x.dots ? ', ..' : ''}}`;
    case 'new':
      return `NEW(${typeName(x.type)}${x.sizes.map((n) => `, ${expression(n)}`).join('')}${x.fields.map(([f, v]) => `, ${f.name} := ${expression(v)}`).join('')})`;
    case 'istype':
      return `ISTYPE(${expression(x.x)}, ${x.type.name})`;
    case 'narrow':
      return `NARROW(${expression(x.x)}, ${x.type.name})`;
    case 'method':
      return `${designator(x.of)}.m(${expression(x.x)})`;
    case 'call':
      return call(x.call);
    case 'static':
      return `${x.type.name}.m(${designator(x.of)}, ${expression(x.x)})`;
    case 'through':
      return `${designator(x.of)}(${expression(x.x)})`;
    case 'proc':
      return x.proc.name;
  }
}

export function call({ proc, args, keyed }: Call): string {
  const defaulted = args.indexOf(undefined);
  const texts = args.flatMap((a, i) => {
    if (a === undefined) return [];
    const text = isDesignator(a) ? designator(a) : expression(a);
    return keyed || (defaulted >= 0 && i > defaulted) ? `${proc.formals[i]!.v.name} := ${text}` : text;
  });
  return `${proc.name}(${texts.join(', ')})`;
}

export function traceCall(type: Type, x: string): string {
  switch (type.k) {
    case 'int':
    case 'sub':
      return `TI(${x})`;
    case 'long':
    case 'bool':
    case 'char':
    case 'wide':
    case 'enum':
      return `TI(ORD(${x}))`;
    case 'real':
      return `${{ REAL: 'TR', LONGREAL: 'TD', EXTENDED: 'TX' }[type.size]}(${x})`;
    case 'text':
      return `TT(${x})`;
    default:
      throw new Error(`no trace of ${type.k}`);
  }
}
