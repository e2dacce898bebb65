/** Bounds of the format, and that what is large but allowed stays cheap. */
import { describe, expect, test } from 'vitest';
import { CodeWriter } from '../../../src/bytecode/code.ts';
import { LIMITS } from '../../../src/bytecode/limits.ts';
import type { SpxModule } from '../../../src/bytecode/module.ts';
import { BUILTIN_TYPES, type ParamDef, type ProcedureTypeDef, T, type TypeDef } from '../../../src/bytecode/types.ts';
import { verifyModule } from '../../../src/bytecode/verify/verify.ts';

const B = BUILTIN_TYPES.length;
const VOID: ProcedureTypeDef = { kind: 'procedure', params: [], raises: [], ephemeral: false, functional: false };

function moduleWith(types: readonly TypeDef[], write: (w: CodeWriter) => void = (w) => w.emit('end')): SpxModule {
  const w = new CodeWriter();
  write(w);
  const procedure = {
    name: 'P',
    unit: 0,
    type: B + types.length,
    native: false,
    locals: [],
    code: w.finish(),
    lines: [],
  };
  return {
    name: 'limits',
    types: [...types, VOID],
    texts: [],
    imports: [],
    interfaces: [],
    units: [{ kind: 'module', name: 'M', exports: [], revelations: [], sourcePath: '' }],
    globals: [],
    exceptions: [],
    procedures: [procedure],
  };
}

const codes = (m: SpxModule) => verifyModule(m).map((e) => e.code);

function timed<V>(f: () => V): V {
  const start = performance.now();
  const result = f();
  expect(performance.now() - start).toBeLessThan(10_000);
  return result;
}

describe('bounds', () => {
  test('builtin types are not stored', () => expect(codes(moduleWith([{ kind: 'char' }]))).toEqual(['B2001']));

  test('blocks within blocks', () => {
    const nested = (n: number) =>
      moduleWith([], (w) => {
        for (let i = 0; i < n; i++) w.emit('block', 0);
        for (let i = 0; i <= n; i++) w.emit('end');
      });
    expect(codes(nested(LIMITS.blockNesting))).toEqual([]);
    expect(codes(nested(LIMITS.blockNesting + 1))).toEqual(['B2204']);
    expect(codes(nested(200_000))).toEqual(['B2204']);
  });

  test('exceptions that a handler of all raises again', () => {
    const caught = (n: number): SpxModule => ({
      ...moduleWith([], (w) => {
        const all = Array.from({ length: n }, (_, k) => k);
        w.emit('try');
        w.emit('try');
        for (const k of all) {
          w.emit('block', 0);
          w.emit('bool.const', 1);
          w.emit('br_if', 0);
          w.emit('raise', k);
          w.emit('end');
        }
        w.emit('catch_all');
        w.emit('rethrow');
        w.emit('end');
        for (const k of all) w.emit('catch', k);
        w.emit('end');
        w.emit('end');
      }),
      exceptions: Array.from({ length: n }, (_, k) => ({ name: `E${k}`, unit: 0, implicit: false })),
    });
    expect(codes(caught(LIMITS.raises))).toEqual([]);
    // Any exception is more than all that are caught.
    expect(codes(caught(LIMITS.raises + 1))).toEqual(['B2604']);
  });

  test('operands on the stack', () => {
    const high = (n: number) =>
      moduleWith([], (w) => {
        for (let i = 0; i < n; i++) w.emit('nil');
        for (let i = 0; i < n; i++) w.emit('drop');
        w.emit('end');
      });
    expect(codes(high(LIMITS.stackHeight))).toEqual([]);
    expect(codes(high(LIMITS.stackHeight + 1))).toEqual(['B2209']);
  });

  test('types within types', () => {
    const nest = (n: number): TypeDef[] =>
      Array.from({ length: n }, (_, i) => ({
        kind: 'record',
        fields: i === 0 ? [] : [{ name: 'x', type: B + i - 1 }],
      }));
    expect(codes(moduleWith(nest(LIMITS.typeNesting)))).toEqual([]);
    expect(codes(moduleWith(nest(LIMITS.typeNesting + 1)))).toEqual(['B2003']);
    const reversed = nest(20_000).map(
      (_, i, all): TypeDef => ({
        kind: 'record',
        fields: [{ name: 'x', type: i + 1 < all.length ? B + i + 1 : T.INTEGER }],
      }),
    );
    expect(codes(moduleWith(reversed))).toEqual(['B2003']);
  });

  test('records that double in size', () => {
    const doubling: TypeDef[] = Array.from({ length: 60 }, (_, i) => {
      const type = i === 0 ? T.INTEGER : B + i - 1;
      return {
        kind: 'record',
        fields: [
          { name: 'x', type },
          { name: 'y', type },
        ],
      };
    });
    expect(timed(() => codes(moduleWith(doubling)))).toEqual(['B2003']);
  });

  test('supertypes', () => {
    const chain = (n: number): TypeDef[] =>
      Array.from({ length: n }, (_, i) => ({
        kind: 'object',
        super: i === 0 ? T.ROOT : B + i - 1,
        fields: [],
        methods: [],
        overrides: [],
      }));
    expect(codes(moduleWith(chain(LIMITS.objectDepth - 2)))).toEqual([]);
    expect(codes(moduleWith(chain(LIMITS.objectDepth + 1)))).toEqual(['B2008']);
    expect(
      codes(
        moduleWith(
          chain(50_000)
            .reverse()
            .map((t, i, all): TypeDef => ({ ...t, super: i + 1 < all.length ? B + i + 1 : T.ROOT }) as TypeDef),
        ),
      ),
    ).toEqual(['B2008']);
  });

  test('parameters', () => {
    const params = (n: number): ParamDef[] => Array.from({ length: n }, () => ({ mode: 'value', type: T.INTEGER }));
    expect(codes(moduleWith([{ ...VOID, params: params(LIMITS.parameters) }]))).toEqual([]);
    expect(codes(moduleWith([{ ...VOID, params: params(LIMITS.parameters + 1) }]))).toEqual(['B2014']);
  });

  test('code', () => {
    const m = moduleWith([]);
    const large = { ...m.procedures[0]!, code: new Uint8Array(LIMITS.code + 1) };
    expect(codes({ ...m, procedures: [large] })).toEqual(['B2108']);
  });

  test('names', () => {
    const m = moduleWith([]);
    expect(codes({ ...m, procedures: [{ ...m.procedures[0]!, name: 'x'.repeat(LIMITS.name + 1) }] })).toEqual([
      'B2013',
    ]);
  });
});

describe('large files', () => {
  test('a procedure of a megabyte', () => {
    const m = moduleWith([], (w) => {
      while (w.offset < LIMITS.code - 10) {
        w.emit('int.const', 1n);
        w.emit('drop');
      }
      w.emit('end');
    });
    expect(timed(() => codes(m))).toEqual([]);
  });

  test('many types that hold each other', () => {
    const types: TypeDef[] = Array.from({ length: 30_000 }, (_, i) => ({
      kind: 'ref',
      target: B + ((i * 7919 + 1) % 30_000),
      ...(i % 100 === 0 ? { brand: { unitKind: 'module' as const, unit: 'M', text: `${i}` } } : {}),
    }));
    expect(timed(() => codes(moduleWith(types)))).toEqual([]);
  });

  test('many calls within many handlers', () => {
    const m = moduleWith([], (w) => {
      for (let i = 0; i < 900; i++) w.emit('try');
      for (let i = 0; i < 100_000; i++) w.emit('call', 0);
      for (let i = 0; i < 900; i++) {
        w.emit('catch_all');
        w.emit('drop');
        w.emit('end');
      }
      w.emit('end');
    });
    expect(timed(() => codes(m))).toEqual([]);
  });
});
