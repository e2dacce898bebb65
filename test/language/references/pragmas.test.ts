/** Which pragmas stand before which declaration. */
import { describe, expect, it } from 'vitest';
import { collectPragmas, pragmasBefore } from '../../../src/language/references/pragmas.ts';

function marks(source: string): string[] {
  const offset = source.indexOf('@');
  return pragmasBefore(source, collectPragmas(source), offset).map((p) => `${p.name} ${p.text}`.trim());
}

describe('pragmas', () => {
  it('are found with their text, but not in comments or texts', () => {
    const source = 'a <*INLINE*> (* <*NO*> *) "<*NO*>" \'"\' <* LL = m *> <*ASSERT x > 3*> <*UNUSED*>';
    expect(collectPragmas(source).map((p) => [p.name, p.text])).toEqual([
      ['INLINE', ''],
      ['LL', '= m'],
      ['UNUSED', ''],
    ]);
  });

  it('survive broken ones', () => {
    for (const source of ['<*', '<*UNUSED', '(* <*UNUSED*>', '" <*UNUSED*>\n<*INLINE*>', "'<*", '<**>', '<*3*>']) {
      expect(collectPragmas(source).length).toBeLessThan(3);
    }
  });

  it('belong to what follows them directly', () => {
    expect(marks('<*EXTERNAL*> @')).toEqual(['EXTERNAL']);
    expect(marks('<*EXTERNAL Foo:C*>\n(* why *) <*UNUSED*> @')).toEqual(['EXTERNAL Foo:C', 'UNUSED']);
    expect(marks('<*IMPLICIT*> EXCEPTION @')).toEqual(['IMPLICIT']);
    expect(marks('<*IMPLICIT*> EXCEPTION A; @')).toEqual([]);
    expect(marks('<*UNUSED*> x @')).toEqual([]);
    expect(marks('@ <*UNUSED*>')).toEqual([]);
  });
});
