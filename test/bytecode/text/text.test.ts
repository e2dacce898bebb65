import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../../src/bytecode/text/assemble.ts';
import { printModule } from '../../../src/bytecode/text/print.ts';
import { quote, readLines } from '../../../src/bytecode/text/tokens.ts';
import { anyModule } from '../arbitrary.ts';
import { SAMPLE, sample } from '../sample.ts';

function assembled(text: string) {
  const result = assemble(text);
  if ('error' in result)
    throw new Error(`${result.error.line}:${result.error.column}: ${result.error.message}\n${text}`);
  return result.module;
}

function errorOf(text: string): string {
  const result = assemble(text);
  return 'error' in result ? `${result.error.code} ${result.error.line}:${result.error.column}` : 'fine';
}

describe('round trip', () => {
  test('any module is printed so that it is read back equal', () => {
    fc.assert(
      fc.property(anyModule, (m) => {
        expect(assembled(printModule(m))).toStrictEqual(m);
      }),
      { numRuns: 150 },
    );
  });

  test('strings of any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [line] = readLines(quote(text));
        expect(line!.tokens.map((t) => t.text)).toEqual([text]);
      }),
    );
  });

  test('indices that mean nothing are shown as they are', () => {
    const m = { ...sample(), types: [{ kind: 'ref' as const, target: 999 }] };
    expect(assembled(printModule(m)).types).toEqual(m.types);
  });
});

test('printed code is indented and names what indices mean', () => {
  const lines = printModule(sample()).split('\n');
  expect(lines).toContain('procedure p1 "Find" u0 t22 {');
  expect(lines).toContain('  local l0 value t17 "head"');
  const at = lines.indexOf('      loop void');
  expect(lines.slice(at, at + 8)).toEqual([
    '      loop void',
    '        local.get l0  ; head',
    '        nil',
    '        ref.eq',
    '        if void',
    '          local.get l1  ; digit',
    '          raise e1  ; Missing',
    '        end',
  ]);
  expect(lines).toContain('      text.const x0  ; "Hello, é\\n"');
  expect(lines).toContain('      call p0  ; Wr.PutText');
});

test('bytes that are no instructions are kept', () => {
  const text =
    'extension "x"\nunit u module "M" {\n}\ntype V = procedure {\n}\nprocedure p "P" u V {\n code {\n nil\n .bytes "ff00"\n .line 3 4\n }\n}\n';
  const m = assembled(text);
  expect([...m.procedures[0]!.code].slice(1)).toEqual([0xff, 0]);
  expect(m.procedures[0]!.lines).toEqual([{ offset: 3, line: 3, column: 4 }]);
  expect(assembled(printModule(m))).toStrictEqual(m);
});

describe('errors have a place', () => {
  const inCode = (line: string) => `${SAMPLE}procedure q "Q" sample Void {\n  code {\n    ${line}\n  }\n}\n`;
  const row = SAMPLE.split('\n').length + 2;
  test.each([
    ['frob l0', `B3001 ${row}:5`],
    ['local.get nowhere', `B3002 ${row}:15`],
    ['int.const', `B3004 ${row}:5`],
    ['int.const 9223372036854775808', `B3004 ${row}:15`],
    ['real.const 0.1', `B3004 ${row}:16`],
    ['nil 1', `B3004 ${row}:9`],
    ['fault Nothing', `B3004 ${row}:11`],
    ['block maybe', `B3004 ${row}:11`],
    ['br_table 0 []', `B3004 ${row}:17`],
    ['.line 1', `B3001 ${row}:11`],
    ['.bytes "0"', `B3001 ${row}:12`],
    ['local.get 4294967296', `B3001 ${row}:15`],
  ])('%s', (line, expected) => expect(errorOf(inCode(line))).toBe(expected));

  test.each([
    ['extension "x', 'B3001 1:11'],
    ['extension "x" more', 'B3001 1:15'],
    ['extension "\\q"', 'B3001 1:12'],
    ['nonsense', 'B3001 1:1'],
    ['"text"', 'B3001 1:1'],
    ['type a = blob', 'B3001 1:10'],
    ['type a = set a\ntype a = set a', 'B3003 2:6'],
    ['type INTEGER = set CHAR', 'B3003 1:6'],
    ['type 1 = set CHAR', 'B3001 1:6'],
    ['type a = ref b', 'B3002 1:14'],
    ['type a = record {', 'B3001 1:17'],
    ['type a = record {\n method "x" a\n}', 'B3001 2:2'],
    ['text x = "\u{d800}"', 'B3001 1:10'],
    ['unit u thing "x" {\n}', 'B3001 1:8'],
    [`type a = record {\n field "x" INTEGER = ${'('.repeat(200)}\n}`, 'B3001 2:87'],
  ])('%s', (text, expected) => expect(errorOf(text)).toBe(expected));

  test('no text makes it throw', () => {
    const words = fc.constantFrom(
      'type',
      'constructor',
      '__proto__',
      'reveal',
      'extension',
      '"a"',
      'procedure',
      '{',
      '}',
      '=',
      '(',
      '[',
      '"a"',
      'x',
      '1',
      '-1',
      'code',
      'import',
      'end',
      '.line',
      '.bytes',
      '\n',
      'call',
      'local',
      ';',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30, minLength: 1 }), (list) => {
        assemble(list.join(' '));
      }),
    );
    fc.assert(
      fc.property(fc.nat({ max: SAMPLE.length }), fc.nat({ max: 30 }), (at, length) => {
        assemble(SAMPLE.slice(0, at) + SAMPLE.slice(at + length));
      }),
    );
  });
});
