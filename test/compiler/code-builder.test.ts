/** Structured code: labels as relative depths, and dropping what nothing reaches. */
import { expect, test } from 'vitest';
import { CodeBuilder } from '../../src/compiler/lower/code-builder.ts';

const names = (code: CodeBuilder): string[] => code.instructions.map((i) => [i.name, ...i.immediates].join(' '));

test('branches count the constructs between them and their target', () => {
  const code = new CodeBuilder();
  const outer = code.block();
  const loop = code.loop();
  const inner = code.if();
  code.br(outer);
  code.end(inner);
  code.brIf(loop);
  code.end(loop);
  code.end(outer);
  expect(names(code)).toEqual(['block 0', 'loop 0', 'if 0', 'br 2', 'end', 'br_if 0', 'end', 'end']);
});

test('what follows a branch is dropped with the blocks in it, and comes back at a label that was branched to', () => {
  const code = new CodeBuilder();
  const outer = code.block();
  code.br(outer);
  const dead = code.block();
  code.emit('drop');
  code.br(outer);
  code.end(dead);
  code.end(outer);
  expect(code.reachable).toBe(true);
  expect(names(code)).toEqual(['block 0', 'br 0', 'end']);
});

test('after a conditional of which both arms end, nothing is reached', () => {
  const code = new CodeBuilder();
  const label = code.if();
  code.emit('return');
  code.else(label);
  expect(code.reachable).toBe(true);
  code.emit('return');
  code.end(label);
  expect(code.reachable).toBe(false);
  code.emit('drop');
  expect(names(code)).toEqual(['if 0', 'return', 'else', 'return', 'end']);
});

test('after a loop without exit nothing is reached', () => {
  const code = new CodeBuilder();
  const exit = code.block();
  const top = code.loop();
  code.br(top);
  code.end(top);
  code.end(exit);
  expect(code.reachable).toBe(false);
});

test('inserted instructions go before what was there', () => {
  const code = new CodeBuilder();
  code.emit('nil');
  const at = code.position;
  code.emit('drop');
  code.insert(at, [{ name: 'dup', immediates: [] }]);
  expect(names(code)).toEqual(['nil', 'dup', 'drop']);
});

test('blocks must be closed in order', () => {
  const code = new CodeBuilder();
  const outer = code.block();
  code.block();
  expect(() => code.end(outer)).toThrow('out of order');
});
