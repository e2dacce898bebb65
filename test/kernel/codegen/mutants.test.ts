/** What the verifier passes, the code generator turns into WebAssembly that the engine accepts: also code that no compiler would write. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodeWriter, instructions } from '../../../src/bytecode/code.ts';
import type { ImmediateValue } from '../../../src/bytecode/instruction.ts';
import type { SpxModule } from '../../../src/bytecode/module.ts';
import { OPCODES } from '../../../src/bytecode/opcodes.ts';
import { spacesOf } from '../../../src/bytecode/spaces.ts';
import { assemble } from '../../../src/bytecode/text/assemble.ts';
import { verifyModule } from '../../../src/bytecode/verify/verify.ts';
import { generate } from '../../../src/kernel/codegen/generate.ts';
import type { KernelImports, LinkedModule } from '../../../src/kernel/codegen/link.ts';
import { Heap } from '../../../src/kernel/heap/heap.ts';
import { Layouts } from '../../../src/kernel/types/layout.ts';
import { TypeRegistry } from '../../../src/kernel/types/registry.ts';
import { anyInstruction } from '../../bytecode/arbitrary.ts';
import { readCases } from '../../bytecode/verify/cases.ts';

type Line = readonly [name: string, ...immediates: ImmediateValue[]];

/** Modules of the verifier's cases that pass; not those whose opaque types only another file could reveal. */
const seeds: SpxModule[] = readCases()
  .filter((c) => c.expected === 'ok' && !c.trusted && c.file !== 'opaque.spxt' && !c.text.includes('opaque "I"'))
  .map((c) => {
    const result = assemble(c.text);
    if ('error' in result) throw new Error(result.error.message);
    return result.module;
  })
  .filter((m) => m.procedures.some((p) => p.code.length > 0));

/** Links against nothing that exists: the code is generated and compiled, not run. */
function bytesOf(module: SpxModule): Uint8Array<ArrayBuffer> {
  const heap = new Heap({});
  const registry = new TypeRegistry();
  let slot = 1;
  const layouts = new Layouts(registry, heap, () => slot++);
  const spaces = spacesOf(module);
  const slots = spaces.procedures.map(() => slot++);
  const types = registry.internTypes(module, {
    unitIdentity: () => 1,
    slotOf: (p) => slots[p]!,
    exceptionId: (e) => 100 + e,
  });
  const linked: LinkedModule = {
    module,
    domain: heap.createDomain(),
    types,
    slots,
    codeSlots: slots.slice(spaces.importedProcedures),
    exported: new Set(),
    globals: spaces.globals.map(() => 70_000),
    exceptions: spaces.exceptions.map((_, n) => 100 + n),
    exceptionArguments: spaces.exceptions.map((e) => (e.argument === undefined ? undefined : types[e.argument])),
    texts: module.texts.map(() => 80_000),
    moduleRefs: module.units.map(() => 0),
    interfaceRefs: new Map([...module.imports, ...module.interfaces].map((i) => [i.name, 90_000])),
  };
  return generate(linked, {} as KernelImports, layouts).bytes;
}

type Change =
  | { readonly kind: 'delete' | 'swap' | 'repeat'; readonly at: number; readonly other: number }
  | { readonly kind: 'insert'; readonly at: number; readonly line: Line }
  | { readonly kind: 'wrap'; readonly at: number; readonly other: number; readonly opener: Line };

const at = fc.nat({ max: 1000 });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constantFrom('delete', 'swap', 'repeat'), at, other: at }),
  fc.record({
    kind: fc.constant('insert' as const),
    at,
    line: fc
      .constantFrom(...OPCODES.map((o) => o.name))
      .chain(anyInstruction)
      .map(({ name, immediates }): Line => [name, ...immediates]),
  }),
  fc.record({
    kind: fc.constant('wrap' as const),
    at,
    other: at,
    opener: fc.constantFrom<Line>(['block', 0], ['loop', 0], ['try']),
  }),
);

function apply(lines: Line[], c: Change): void {
  const here = c.at % (lines.length + 1);
  if (c.kind === 'insert') lines.splice(here, 0, c.line);
  else if (c.kind === 'delete') lines.splice(here, 1);
  else if (c.kind === 'repeat')
    lines.splice(here, 0, ...lines.slice(c.other % lines.length, (c.other % lines.length) + 4));
  else if (c.kind === 'swap' && here < lines.length) {
    const there = c.other % lines.length;
    [lines[here], lines[there]] = [lines[there]!, lines[here]!];
  } else if (c.kind === 'wrap') {
    lines.splice(here, 0, c.opener);
    lines.splice(here + 1 + (c.other % (lines.length - here)), 0, ['end']);
  }
}

function mutate(code: Uint8Array, changes: readonly Change[]): Uint8Array {
  const lines = [...instructions(code)].map((i): Line => [OPCODES[i.op]!.name, ...i.immediates]);
  for (const c of changes) if (lines.length > 0) apply(lines, c);
  const writer = new CodeWriter();
  for (const line of lines) writer.emit(...line);
  return writer.finish();
}

test('the seeds become WebAssembly', () => {
  expect(seeds.length).toBeGreaterThan(20);
  for (const m of seeds) expect(WebAssembly.validate(bytesOf(m)), m.name).toBe(true);
});

test('so does every mutant that passes the verifier', () => {
  let passed = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...seeds),
      at,
      fc.array(change, { minLength: 1, maxLength: 3 }),
      (m, which, changes) => {
        const chosen = which % m.procedures.length;
        const procedures = m.procedures.map((p, i) =>
          i === chosen && p.code.length > 0 ? { ...p, code: mutate(p.code, changes) } : p,
        );
        const mutant = { ...m, procedures };
        if (verifyModule(mutant).length > 0) return;
        passed++;
        expect(WebAssembly.validate(bytesOf(mutant))).toBe(true);
      },
    ),
    { numRuns: 3000 },
  );
  expect(passed).toBeGreaterThan(100);
});
