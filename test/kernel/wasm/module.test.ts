import { describe, expect, it } from 'vitest';
import { buffer, finished, signed, signed64, unsigned } from '../../../src/kernel/wasm/buffer.ts';
import { FunctionBody } from '../../../src/kernel/wasm/function.ts';
import { ModuleBuilder } from '../../../src/kernel/wasm/module.ts';
import { Op } from '../../../src/kernel/wasm/opcodes.ts';

function instance(m: ModuleBuilder, imports: WebAssembly.Imports = {}): Record<string, never> {
  return new WebAssembly.Instance(new WebAssembly.Module(m.encode().bytes), imports).exports as Record<string, never>;
}
const encoded = (write: (b: ReturnType<typeof buffer>) => void): number[] => {
  const b = buffer(1);
  write(b);
  return [...finished(b)];
};

describe('numbers', () => {
  it('are written as LEB128, as short as possible', () => {
    expect(encoded((b) => unsigned(b, 624485))).toEqual([0xe5, 0x8e, 0x26]);
    expect(encoded((b) => unsigned(b, 0xffffffff))).toEqual([0xff, 0xff, 0xff, 0xff, 0x0f]);
    expect(encoded((b) => signed(b, -123456))).toEqual([0xc0, 0xbb, 0x78]);
    expect(encoded((b) => signed(b, 64))).toEqual([0xc0, 0x00]);
    expect(encoded((b) => signed64(b, -(2n ** 63n)))).toEqual([...Array.from({ length: 9 }, () => 0x80), 0x7f]);
    expect(encoded((b) => signed64(b, -1n))).toEqual([0x7f]);
  });
  it('come out of constants as they went in', () => {
    const integers = [0, 1, -1, 63, 64, -64, -65, 2 ** 31 - 1, -(2 ** 31), 0xffffffff, 0x80000000];
    const longs = [0n, -1n, 2n ** 62n, -(2n ** 63n), 2n ** 63n - 1n, 128n, -129n];
    const m = new ModuleBuilder('numbers');
    integers.forEach((n, i) => {
      const f = m.function(`i${i}`, { params: [], results: ['i32'] });
      f.body.i32(n);
      m.export(f.name, 'func', f.index);
      const later = m.function(`p${i}`, { params: [], results: ['i32'] });
      later.body.patch(later.body.i32Later(), n);
      m.export(later.name, 'func', later.index);
    });
    longs.forEach((n, i) => {
      const f = m.function(`l${i}`, { params: [], results: ['i64'] });
      f.body.i64(n);
      m.export(f.name, 'func', f.index);
    });
    const e = instance(m) as unknown as Record<string, () => number | bigint>;
    integers.forEach((n, i) => {
      expect([e[`i${i}`]!(), e[`p${i}`]!()]).toEqual([n | 0, n | 0]);
    });
    longs.forEach((n, i) => {
      expect(e[`l${i}`]!()).toBe(n);
    });
  });
});

describe('a module', () => {
  it('has imports, tables, memories, globals, tags, elements and data of its own', () => {
    const m = new ModuleBuilder('everything');
    const sink = m.importFunction('env', 'sink', { params: ['i32'], results: [] });
    const memory = m.memory({ min: 1, max: 2 });
    m.table({ min: 4 });
    const counter = m.global('i32', true, 41);
    const tag = m.tag(['i32', 'i64']);
    const double = m.function('double', { params: ['i32'], results: ['i32'] });
    double.body.get(0).get(0).op(Op.i32_add);
    m.element(2, [double.index]);
    m.dataSegment(8, Uint8Array.of(7, 8, 9));
    const main = m.function('main', { params: [], results: ['i32'] });
    const b = main.body;
    b.globalGet(counter).i32(1).op(Op.i32_add).globalSet(counter);
    b.globalGet(counter).call(sink);
    // catch (double(data[1])), as exception argument
    const pair = m.type({ params: [], results: ['i32', 'i64'] });
    b.block(pair).tryTable(undefined, [{ kind: 'catch', tag, label: 0 }]);
    b.i32(0).memory(Op.i32_load8_u, 9).i32(2).callIndirect(double.type).i64(5n).throw(tag);
    b.end().op(Op.unreachable).end().op(Op.drop);
    m.export('main', 'func', main.index);
    m.export('memory', 'memory', memory);
    const seen: number[] = [];
    const e = instance(m, { env: { sink: (n: number) => seen.push(n) } }) as unknown as { main(): number };
    expect(e.main()).toBe(16);
    expect(seen).toEqual([42]);
  });

  it('uses one index for equal signatures and refuses imports after definitions', () => {
    const m = new ModuleBuilder('types');
    const a = m.type({ params: ['i32'], results: ['i64'] });
    expect(m.type({ params: ['i32'], results: ['i64'] })).toBe(a);
    expect(m.type({ params: ['i32', 'i64'], results: [] })).not.toBe(a);
    m.function('f', { params: [], results: [] });
    expect(() => m.importFunction('x', 'y', { params: [], results: [] })).toThrow();
  });

  it('says where the code of each function begins, and stack traces name it', () => {
    const m = new ModuleBuilder('traces');
    const stop = m.importFunction('env', 'stop', { params: [], results: [] });
    const f = m.function('Unit.Proc', { params: [], results: [] });
    for (const type of ['i64', 'i32', 'i32', 'f64'] as const) f.body.local(type);
    f.body.op(Op.nop);
    const offset = f.body.offset;
    f.body.call(stop);
    m.export('run', 'func', f.index);
    const { bytes, codeStarts } = m.encode();
    let stack = '';
    const imports = {
      env: {
        stop: () => {
          stack = new Error('here').stack ?? '';
        },
      },
    };
    (new WebAssembly.Instance(new WebAssembly.Module(bytes), imports).exports['run'] as () => void)();
    expect(stack).toContain('Unit.Proc');
    expect(stack).toContain(`wasm-function[${f.index}]:0x${(codeStarts[0]! + offset).toString(16)}`);
  });

  it('has its functions in their order, in whichever order they were finished', () => {
    const m = new ModuleBuilder('order');
    const [first, second, third] = [1, 2, 3].map((n) => {
      const f = m.function(`f${n}`, { params: ['i32'], results: ['i32'] });
      f.body
        .get(0)
        .ifUnlikely()
        .i32(10 * n)
        .return()
        .end();
      m.export(f.name, 'func', f.index);
      return f;
    });
    second!.body.i32(2);
    m.finish(second!);
    expect(() => second!.body.i32(0)).toThrow(TypeError);
    third!.body.local('i64');
    third!.body.i32(3);
    m.finish(third!);
    first!.body.i32(1);
    const e = instance(m) as unknown as Record<string, (taken: number) => number>;
    expect(['f1', 'f2', 'f3'].map((f) => [e[f]!(0), e[f]!(1)])).toEqual([1, 2, 3].map((n) => [n, 10 * n]));
    expect(m.encode().bytes).toEqual(m.encode().bytes);
  });

  it('moves code behind what is inserted', () => {
    const m = new ModuleBuilder('insertion');
    const f = m.function('f', { params: ['i32'], results: ['i32'] });
    f.body.i32(1).i32(2);
    const at = f.body.offset;
    f.body.get(0).ifUnlikely().i32(7).return().end().op(Op.i32_add);
    const inserted = new FunctionBody(f.body.params);
    inserted.i32(40).op(Op.i32_add).get(0).i32(1).op(Op.i32_and).set(0);
    const size = inserted.offset;
    expect(f.body.insert(at, inserted)).toBe(size);
    m.export('f', 'func', f.index);
    const e = instance(m) as unknown as { f(n: number): number };
    expect([e.f(1), e.f(2)]).toEqual([7, 43]);
  });

  it('with branch hints is valid, and hints do not change what code does', () => {
    const m = new ModuleBuilder('hints');
    const f = m.function('f', { params: ['i32'], results: ['i32'] });
    f.body.local('i64');
    f.body.get(0).ifUnlikely('i32').i32(1).else().i32(2).end();
    m.export('f', 'func', f.index);
    const e = instance(m) as unknown as { f(n: number): number };
    expect([e.f(1), e.f(0)]).toEqual([1, 2]);
  });
});
