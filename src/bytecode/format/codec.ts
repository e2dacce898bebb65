/**
 * Codecs: one description of an item's layout from which it is written, read and documented.
 *
 * Inside: the means. What a `.spx` file holds is in `schema.ts`.
 */
import { type ByteReader, ByteWriter, Malformed } from '../leb.ts';
import { LIMITS } from '../limits.ts';

/** Where a module is written to: bytes, and the pool of strings that they refer to. */
export interface Sink {
  readonly out: ByteWriter;
  readonly pool: StringPool;
}

/** Where it is read from. */
export interface Source {
  readonly input: ByteReader;
  readonly strings: readonly string[];
  /** How deep in nested constants the reader is. */
  depth: number;
}

export interface Codec<V> {
  write(to: Sink, value: V): void;
  read(from: Source): V;
  /** Layout, for `docs/bytecode.md`. */
  readonly layout: string;
}

/** Strings in order of first use. */
export class StringPool {
  readonly strings: string[] = [];
  readonly #indices = new Map<string, number>();

  index(text: string): number {
    const known = this.#indices.get(text);
    if (known !== undefined) return known;
    if (!text.isWellFormed())
      throw new RangeError(`a string with lone surrogates cannot be written: ${JSON.stringify(text)}`);
    this.#indices.set(text, this.strings.length);
    return this.strings.push(text) - 1;
  }
}

export const index: Codec<number> = {
  write: ({ out }, value) => out.unsigned(value),
  read: ({ input }) => input.unsigned(),
  layout: 'u32',
};

export const signed: Codec<bigint> = {
  write: ({ out }, value) => out.signed64(value),
  read: ({ input }) => input.signed64(),
  layout: 's64',
};

/** A word of 64 bits without a sign, written as the signed one with the same bits. */
export const word: Codec<bigint> = {
  write: ({ out }, value) => {
    if (BigInt.asUintN(64, value) !== value) throw new RangeError(`not an unsigned 64-bit word: ${value}`);
    out.signed64(BigInt.asIntN(64, value));
  },
  read: ({ input }) => BigInt.asUintN(64, input.signed64()),
  layout: 's64',
};

export const float: Codec<number> = {
  write: ({ out }, value) => out.float64(value),
  read: ({ input }) => input.float64(),
  layout: 'f64',
};

export const flag: Codec<boolean> = {
  write: ({ out }, value) => out.byte(value ? 1 : 0),
  read: ({ input }) => {
    const byte = input.byte();
    if (byte > 1) throw new Malformed('B1106', `a flag is 0 or 1, not ${byte}`, input.position - 1);
    return byte === 1;
  },
  layout: 'flag',
};

export const string: Codec<string> = {
  write: ({ out, pool }, value) => out.unsigned(pool.index(value)),
  read: ({ input, strings }) => {
    const at = input.position;
    const text = strings[input.unsigned()];
    if (text === undefined) throw new Malformed('B1201', `there is no such string; there are ${strings.length}`, at);
    return text;
  },
  layout: 'string',
};

export const bytes: Codec<Uint8Array> = {
  write: ({ out }, value) => {
    out.unsigned(value.length);
    out.bytes(value);
  },
  // A copy, so that a module does not keep the file it came from.
  read: ({ input }) => input.bytes(input.unsigned()).slice(),
  layout: 'bytes',
};

export function choice<V extends string>(values: readonly V[]): Codec<V> {
  return {
    write: ({ out }, value) => {
      const tag = values.indexOf(value);
      if (tag < 0) throw new RangeError(`${value} is none of ${values.join(', ')}`);
      out.byte(tag);
    },
    read: ({ input }) => {
      const tag = input.byte();
      const value = values[tag];
      if (value === undefined)
        throw new Malformed('B1106', `the tag ${tag} is none of ${values.join(', ')}`, input.position - 1);
      return value;
    },
    layout: values.map((v, i) => `${i} ${v}`).join(' / '),
  };
}

/** Absent is 0, present is one more than the value. */
export const optionalIndex: Codec<number | undefined> = {
  write: ({ out }, value) => out.unsigned(value === undefined ? 0 : value + 1),
  read: ({ input }) => {
    const value = input.unsigned();
    return value === 0 ? undefined : value - 1;
  },
  layout: 'u32?',
};

export function optional<V>(codec: Codec<V>): Codec<V | undefined> {
  return {
    write: (to, value) => {
      flag.write(to, value !== undefined);
      if (value !== undefined) codec.write(to, value);
    },
    read: (from) => (flag.read(from) ? codec.read(from) : undefined),
    layout: `flag (${codec.layout})`,
  };
}

export function list<V>(codec: Codec<V>): Codec<readonly V[]> {
  return {
    write: (to, values) => {
      to.out.unsigned(values.length);
      for (const value of values) codec.write(to, value);
    },
    read: (from) => {
      const at = from.input.position;
      const count = from.input.unsigned();
      // Every item takes a byte at least, so memory stays linear in the size of the file.
      if (count > from.input.remaining)
        throw new Malformed('B1103', `${count} items in ${from.input.remaining} bytes`, at);
      const values: V[] = [];
      for (let i = 0; i < count; i++) values.push(codec.read(from));
      return values;
    },
    layout: `{ ${codec.layout} }*`,
  };
}

/** Fields one after the other, in the order of the description. */
export function struct<V extends object>(fields: { readonly [K in keyof V]-?: Codec<V[K]> }): Codec<V> {
  const entries = Object.entries(fields) as [keyof V & string, Codec<unknown>][];
  return {
    write: (to, value) => {
      for (const [name, codec] of entries) codec.write(to, value[name]);
    },
    read: (from) => {
      const value: Record<string, unknown> = {};
      for (let i = 0; i < entries.length; i++) {
        const [name, codec] = entries[i]!;
        const part = codec.read(from);
        if (part !== undefined) value[name] = part;
      }
      return value as V;
    },
    layout: entries.map(([name, codec]) => `${name}: ${codec.layout}`).join(', '),
  };
}

/** A tag byte for `kind`, then the fields of that kind. */
export function tagged<V extends { readonly kind: string }>(
  kinds: {
    readonly [K in V['kind']]?: Codec<Omit<Extract<V, { kind: K }>, 'kind'>>;
  },
): Codec<V> & { readonly cases: readonly { readonly kind: string; readonly layout: string }[] } {
  const names = Object.keys(kinds) as V['kind'][];
  const codecs = Object.values(kinds) as Codec<object>[];
  return {
    write: (to, value) => {
      const tag = names.indexOf(value.kind);
      if (tag < 0) throw new RangeError(`the kind ${value.kind} is not stored`);
      to.out.byte(tag);
      codecs[tag]!.write(to, value);
    },
    read: (from) => {
      const tag = from.input.byte();
      const codec = codecs[tag];
      if (!codec)
        throw new Malformed('B1106', `the tag ${tag} is none of ${names.join(', ')}`, from.input.position - 1);
      return { kind: names[tag]!, ...codec.read(from) } as V;
    },
    layout: names.join(' / '),
    cases: names.map((kind, i) => ({ kind, layout: codecs[i]!.layout })),
  };
}

/** A codec that mentions itself; how often is bounded. */
export function nested<V>(codec: () => Codec<V>, layout: string): Codec<V> {
  return {
    write: (to, value) => codec().write(to, value),
    read: (from) => {
      if (from.depth >= LIMITS.constantNesting) {
        throw new Malformed('B1107', `constants nest more than ${LIMITS.constantNesting} deep`, from.input.position);
      }
      from.depth++;
      const value = codec().read(from);
      from.depth--;
      return value;
    },
    layout,
  };
}

export function newSink(pool: StringPool): Sink {
  return { out: new ByteWriter(), pool };
}
