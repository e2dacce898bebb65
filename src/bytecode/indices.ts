/** Every index in the tables of a module means an entry that exists. (Indices in code are checked with the code.) */
import { type BytecodeError, bytecodeError } from './errors.ts';
import type { Revelation, SpxModule } from './module.ts';
import { type Spaces, spacesOf } from './spaces.ts';
import type { ConstDef, TypeDef } from './types.ts';

type Space = 'type' | 'procedure' | 'global' | 'exception' | 'text' | 'unit';

/** Raised and caught in this file. */
class OutOfRange extends Error {
  readonly section: string;
  constructor(section: string, message: string) {
    super(message);
    this.section = section;
  }
}

class Checker {
  readonly #limits: Readonly<Record<Space, number>>;
  section = '';

  constructor(m: SpxModule, spaces: Spaces) {
    this.#limits = {
      type: spaces.types.length,
      procedure: spaces.procedures.length,
      global: spaces.globals.length,
      exception: spaces.exceptions.length,
      text: m.texts.length,
      unit: m.units.length,
    };
  }

  check(space: Space, index: number | undefined): void {
    if (index === undefined) return;
    if (Number.isInteger(index) && index >= 0 && index < this.#limits[space]) return;
    throw new OutOfRange(this.section, `there is no ${space} ${index}, only ${this.#limits[space]}`);
  }

  all(space: Space, indices: Iterable<number | undefined>): void {
    for (const index of indices) this.check(space, index);
  }

  constant(c: ConstDef | undefined): void {
    if (c?.kind === 'text') this.check('text', c.text);
    else if (c?.kind === 'proc') this.check('procedure', c.proc);
    else if (c?.kind === 'aggregate') for (const part of c.parts) this.constant(part);
  }

  revelations(list: readonly Revelation[]): void {
    for (const { opaque, type } of list) this.all('type', [opaque, type]);
  }

  type(def: TypeDef): void {
    switch (def.kind) {
      case 'subrange':
      case 'packed':
        this.check('type', def.base);
        return;
      case 'set':
      case 'openarray':
        this.check('type', def.element);
        return;
      case 'array':
        this.all('type', [def.index, def.element]);
        return;
      case 'ref':
        this.check('type', def.target);
        return;
      case 'opaque':
        this.check('type', def.super);
        return;
      case 'record':
        this.fields(def.fields);
        return;
      case 'object':
        this.check('type', def.super);
        this.fields(def.fields);
        for (const method of def.methods) {
          this.check('type', method.signature);
          this.check('procedure', method.default);
        }
        for (const override of def.overrides) this.check('procedure', override.proc);
        return;
      case 'procedure':
        for (const param of def.params) this.check('type', param.type);
        this.check('type', def.result);
        if (def.raises !== 'any') this.all('exception', def.raises);
    }
  }

  fields(fields: readonly { readonly type: number; readonly default?: ConstDef }[]): void {
    for (const field of fields) {
      this.check('type', field.type);
      this.constant(field.default);
    }
  }

  module(m: SpxModule): void {
    this.section = 'types';
    for (const def of m.types) this.type(def);
    this.section = 'imports';
    for (const from of m.imports) {
      for (const item of [...from.procedures, ...from.globals]) this.check('type', item.type);
      for (const item of from.exceptions) this.check('type', item.argument);
      this.all('type', from.opaques);
      this.revelations(from.revelations);
    }
    this.section = 'interfaces';
    for (const own of m.interfaces) {
      for (const { proc } of own.procedures) this.check('procedure', proc);
      for (const { global } of own.globals) this.check('global', global);
      for (const { exception } of own.exceptions) this.check('exception', exception);
      for (const { type } of own.types) this.check('type', type);
      this.revelations(own.revelations);
    }
    this.section = 'units';
    for (const unit of m.units) {
      this.check('procedure', unit.body);
      this.revelations(unit.revelations);
    }
    this.section = 'globals';
    for (const { unit, type } of m.globals) {
      this.check('unit', unit);
      this.check('type', type);
    }
    this.section = 'exceptions';
    for (const { unit, argument } of m.exceptions) {
      this.check('unit', unit);
      this.check('type', argument);
    }
    this.section = 'procedures';
    for (const p of m.procedures) {
      this.check('unit', p.unit);
      this.check('type', p.type);
      this.check('type', p.event);
      this.check('procedure', p.parent);
      for (const local of p.locals) this.check('type', local.type);
    }
  }
}

/** The first index that means nothing. */
export function checkIndices(m: SpxModule, spaces: Spaces = spacesOf(m)): BytecodeError | undefined {
  try {
    new Checker(m, spaces).module(m);
    return undefined;
  } catch (failure) {
    if (failure instanceof OutOfRange) return bytecodeError('B1201', failure.message, { section: failure.section });
    throw failure;
  }
}
