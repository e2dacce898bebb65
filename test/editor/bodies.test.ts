/** Completion and signature help check a text in which only one procedure has a body: it must be the same program but for that. */
import { describe, expect, it } from 'vitest';
import type * as ast from '../../src/language/generated/ast.ts';
import { procedureBodies, withoutOtherBodies } from '../../src/language/lsp/completion/bodies.ts';
import { parseUnit } from '../../src/language/parser/parse.ts';
import { spanOf } from '../../src/language/parser/spans.ts';
import { corpus, isRight } from '../language/format/corpus.ts';

const bodiesOf = (text: string): string[] =>
  procedureBodies(text).map(({ start, end }) => text.slice(start, end).trim());

describe('bodies of procedures', () => {
  it('end with the procedure, not with what it contains', () =>
    expect(
      bodiesOf(`MODULE M;
PROCEDURE Outer(a := b = c; p: PROCEDURE (x: INTEGER)) RAISES {E} =
  PROCEDURE Inner() = BEGIN END Inner;
  BEGIN (* END Outer; *) Inner() END Outer;
PROCEDURE Heading(x: INTEGER);
PROCEDURE Last() = BEGIN END Last;
BEGIN
END M.`),
    ).toEqual(['PROCEDURE Inner() = BEGIN END Inner;\n  BEGIN (* END Outer; *) Inner()', 'BEGIN']));

  it('are not found where the end is missing, or another procedure of the name may claim it', () => {
    expect(bodiesOf('PROCEDURE A() = BEGIN IF x THEN PROCEDURE B() = BEGIN END B;')).toEqual(['BEGIN']);
    expect(bodiesOf('PROCEDURE A() = PROCEDURE A() = BEGIN END A; BEGIN END A;')).toEqual(['BEGIN']);
    expect(bodiesOf('PROCEDURE A() = (* BEGIN END A;')).toEqual([]);
  });

  it('go, and leave a program with the same declarations at the same places', () => {
    const shapes = (unit: ast.Unit): unknown[] => {
      const { declarations } = 'body' in unit && unit.body ? unit.body : (unit as ast.InterfaceUnit);
      return [...(declarations ?? [])].map((d) => [d.$type, spanOf(d), 'name' in d ? d.name : '']);
    };
    let emptied = 0;
    for (const { name, text } of corpus()) {
      if (!isRight(text)) continue;
      const extents = procedureBodies(text);
      const kept = extents[extents.length >> 1];
      const brief = withoutOtherBodies(text, kept?.start ?? 0);
      if (kept) expect(brief.slice(kept.start, kept.end), name).toBe(text.slice(kept.start, kept.end));
      if (brief === text) continue;
      emptied++;
      const [before, after] = [parseUnit(text, ''), parseUnit(brief, '')];
      expect({ name, problems: after.diagnostics }).toEqual({ name, problems: [] });
      expect({ name, shapes: shapes(after.unit) }).toEqual({ name, shapes: shapes(before.unit) });
    }
    expect(emptied).toBeGreaterThan(100);
  });
});
