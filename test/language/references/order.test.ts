/** The order of initialisation, and the graph of imports. */
import { describe, expect, it } from 'vitest';
import { checkProgram } from '../../../src/language/check.ts';
import { orderInterfaces } from '../../../src/language/references/order.ts';

function order(texts: readonly string[]): string[] {
  const files = texts.map((text, i) => ({ path: `${i}.m3`, text }));
  const { program, diagnostics } = checkProgram({ files });
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  return program.own.filter((u) => u.entity.unitKind === 'module').map((u) => u.entity.name);
}

const I = (name: string, imports = '') => `INTERFACE ${name}; ${imports} PROCEDURE P${name}(); END ${name}.`;
const M = (name: string, imports = '', exports = '') =>
  `MODULE ${name} ${exports}; ${imports} PROCEDURE P${name}() = BEGIN END P${name}; BEGIN END ${name}.`;

describe('initialisation', () => {
  it('runs a module after those that implement what it imports', () => {
    expect(
      order(['MODULE Main; IMPORT A; BEGIN A.PA() END Main.', M('A', 'IMPORT B;'), I('A'), M('B'), I('B')]),
    ).toEqual(['B', 'A', 'Main']);
  });

  it('follows imports of interfaces, too', () => {
    expect(
      order(['MODULE Main; IMPORT A; BEGIN A.PA() END Main.', M('A'), I('A', 'IMPORT B;'), M('B'), I('B')]),
    ).toEqual(['B', 'A', 'Main']);
  });

  it('puts the module that exports Main last', () => {
    expect(order(['MODULE First EXPORTS Main; BEGIN END First.', 'MODULE Other; BEGIN END Other.'])).toEqual([
      'Other',
      'First',
    ]);
  });

  it('keeps the given order where nothing decides, and survives modules that need each other', () => {
    expect(order([M('A', 'IMPORT B;'), I('A'), M('B', 'IMPORT A;'), I('B')])).toEqual(['B', 'A']);
    expect(order(['MODULE Z; BEGIN END Z.', 'MODULE Y; BEGIN END Y.'])).toEqual(['Z', 'Y']);
  });

  it('runs what one of several modules needs that need each other before all of them', () => {
    const files = [
      'MODULE Main; IMPORT A; BEGIN A.PA() END Main.',
      ...[M('A', 'IMPORT B, D;'), I('A'), M('B', 'IMPORT C, A;'), I('B'), M('C', 'IMPORT A, B;'), I('C')],
      ...[M('D'), I('D')],
    ];
    expect(order(files)).toEqual(['D', 'C', 'B', 'A', 'Main']);
  });

  it('agrees with the definition on any graph of imports', () => {
    let state = 1;
    const below = (n: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * n);
    };
    for (let round = 0; round < 60; round++) {
      const names = Array.from({ length: 2 + below(9) }, (_, i) => `U${i}`);
      const imports = names.map((n) => names.filter((other) => other !== n && below(100) < 10 + 3 * (round % 8)));
      const texts = names.flatMap((n, i) => [
        M(n, imports[i]!.length ? `IMPORT ${imports[i]!.join(', ')};` : ''),
        I(n),
      ]);
      const found = order(texts);
      expect(found.toSorted()).toEqual(names.toSorted());
      const uses = names.map((n, i) => new Set([n, ...imports[i]!]));
      for (const middle of names.keys()) {
        for (const set of uses) if (set.has(names[middle]!)) for (const n of uses[middle]!) set.add(n);
      }
      for (const [i, a] of names.entries()) {
        for (const [j, b] of names.entries()) {
          if (uses[i]!.has(b) && !uses[j]!.has(a))
            expect(found.indexOf(b), `${a} uses ${b}`).toBeLessThan(found.indexOf(a));
        }
      }
    }
  });

  it('puts interfaces before the modules that use them', () => {
    const files = [M('A', 'IMPORT B;'), I('A'), M('B'), I('B')].map((text, i) => ({ path: `${i}.m3`, text }));
    const names = checkProgram({ files }).program.own.map((u) => `${u.entity.unitKind} ${u.entity.name}`);
    expect(names).toEqual(['interface A', 'interface B', 'module B', 'module A']);
  });
});

describe('the graph of imports', () => {
  it('takes a chain of any length', () => {
    const names = Array.from({ length: 50_000 }, (_, i) => `${i}`);
    const { order: result, circles } = orderInterfaces(names, (n) =>
      Number(n) + 1 < names.length ? [`${Number(n) + 1}`] : [],
    );
    expect(result[0]).toBe('49999');
    expect(circles.size).toBe(0);
  });

  it('names each circle once', () => {
    const imports: Record<string, string[]> = { A: ['B'], B: ['C'], C: ['A', 'C'], D: ['A'] };
    const { order: result, circles } = orderInterfaces(Object.keys(imports), (n) => imports[n]!);
    expect(result).toEqual(['C', 'B', 'A', 'D']);
    expect(circles).toEqual(
      new Map([
        [
          'C',
          new Map([
            ['A', ['A', 'B', 'C']],
            ['C', ['C']],
          ]),
        ],
      ]),
    );
  });
});
