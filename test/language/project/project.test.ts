/** `spin.json`: what is read, and what is said of a wrong one. */
import { describe, expect, it } from 'vitest';
import { LineMap } from '../../../src/diagnostics/lines.ts';
import { JsonError, parseJson } from '../../../src/language/project/json.ts';
import { NO_PROJECT, readProject } from '../../../src/language/project/project.ts';

/** `line:column code message` of each mistake. */
function mistakes(text: string): string[] {
  const map = new LineMap(text);
  return readProject(text, 'spin.json').diagnostics.map((d) => {
    const { line, column } = map.position(d.span.start);
    return `${line}:${column} ${d.code} ${d.message}`;
  });
}

describe('a project', () => {
  it('is read', () => {
    const text = `{
  "$schema": "https://example.org/spin.schema.json",
  "name": "console",
  "libraryPath": ["../lib"],
  "interfacePath": ["console", "net.spx"],
  "run": ["console", "client"],
  "warnings": { "off": ["w4401", "ALL"], "asErrors": true }
}
`;
    expect(readProject(text, 'spin.json')).toEqual({
      project: {
        name: 'console',
        libraryPath: ['../lib'],
        interfacePath: ['console', 'net.spx'],
        run: ['console', 'client'],
        warnings: { off: ['W4401', 'all'], asErrors: true },
      },
      diagnostics: [],
    });
    expect(readProject('{}', 'spin.json').project).toEqual(NO_PROJECT);
  });

  it('may be wrong in many ways, each told at its place', () => {
    expect(mistakes('{\n  "rum": ["a"]\n}')).toEqual([
      '2:3 P2002 spin.json has no "rum"; there are name, libraryPath, interfacePath, run, warnings, $schema',
    ]);
    expect(mistakes('{ "run": "a" }')).toEqual(['1:10 P2003 run must be a list of strings, not "a"']);
    expect(mistakes('{ "run": ["a", 3, ""] }')).toEqual([
      '1:16 P2003 run must be a list of strings; this is a number',
      '1:19 P2003 run must be a list of strings; this is an empty string',
    ]);
    expect(mistakes('{ "warnings": { "off": ["M3001"], "asErrors": "yes", "on": [] } }')).toEqual([
      '1:25 P2004 "M3001" is not the code of a warning',
      '1:47 P2003 asErrors must be true or false, not "yes"',
      '1:54 P2002 warnings has no "on"; there are off, asErrors',
    ]);
    expect(mistakes('[]')).toEqual(['1:1 P2003 spin.json must be an object, not a list']);
    expect(mistakes('{ "__proto__": 1 }')).toEqual([expect.stringContaining('P2002')]);
  });

  it('keeps what is right beside what is wrong', () => {
    expect(readProject('{ "name": 3, "run": ["a", 1] }', 'spin.json').project.run).toEqual(['a']);
  });

  it('that is no JSON has one mistake', () => {
    expect(mistakes('')).toEqual(['1:1 P2001 expected a value, found the end of the file']);
    expect(mistakes('{ "run": ["a",] }')).toEqual(['1:15 P2001 expected a value, found "]"']);
    expect(mistakes('{ "run": ["a" "b"] }')).toEqual(['1:15 P2001 expected "," or "]", found """']);
    expect(mistakes('{ run: [] }')).toEqual(['1:3 P2001 expected a name in quotes, found "r"']);
    expect(mistakes('{ "name": "a\n" }')).toEqual([
      '1:11 P2001 this string is not closed, or has an escape that JSON does not know',
    ]);
    expect(mistakes('{} // done')).toEqual(['1:4 P2001 expected the end of the file, found "/"']);
    expect(mistakes('{ "run": ')).toEqual(['1:10 P2001 expected a value, found the end of the file']);
    expect(mistakes('{ "run": [')).toEqual(['1:11 P2001 expected a value, found the end of the file']);
  });
});

describe('JSON', () => {
  /** The value without its places. */
  const plain = (value: ReturnType<typeof parseJson>): unknown => {
    switch (value.kind) {
      case 'array':
        return value.items.map(plain);
      case 'object':
        return Object.fromEntries(value.members.map((m) => [m.name.text, plain(m.value)]));
      case 'string':
        return value.text;
      case 'boolean':
        return value.value;
      default:
        return value.kind;
    }
  };

  it('is read as JSON.parse does', () => {
    const text = ' {"a": [true, false, "x\\u0041\\n\\"", {}], "b": {"c": []}} \r\n';
    expect(plain(parseJson(text))).toEqual(JSON.parse(text));
    expect(plain(parseJson('\uFEFF[-1.5e+3, 0, null]'))).toEqual(['number', 'number', 'null']);
  });

  it('is refused as by JSON.parse', () => {
    for (const text of ['01', '+1', '.5', '1.', 'tru', 'True', "'a'", '"\t"', '"\\x"', '[1,,2]', '{"a"}', '[1]]', '-'])
      expect(() => parseJson(text), text).toThrow(JsonError);
  });

  it('is refused when it nests without end, and takes no long time', () => {
    expect(() => parseJson('['.repeat(1e6))).toThrow('nested too deeply');
  });
});
