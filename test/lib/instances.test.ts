/** Generic units of the library with elements of a program's own: records, arrays, packed bytes, references with other equality. */
import { describe, expect, it } from 'vitest';
import { shows } from './support.ts';

/** All generic units, instantiated with `Elem`. */
function instances(elem: string): Record<string, string> {
  const units: Record<string, string> = {};
  const make = (name: string, intf: string, impl: string) => {
    units[`${name}.i3`] = `INTERFACE ${name} = ${intf} END ${name}.`;
    if (impl) units[`${name}.m3`] = `MODULE ${name} = ${impl} END ${name}.`;
  };
  make('ETbl', `Table(${elem}, ${elem})`, `Table(${elem}, ${elem})`);
  make('ERefTbl', `Table(${elem}, Refany)`, `Table(${elem}, Refany)`);
  make('SortedETbl', `SortedTable(${elem}, ETbl)`, `SortedTable(${elem}, ${elem}, ETbl)`);
  make('ESeq', `Sequence(${elem})`, `Sequence(${elem}, ESeq, ESeqRep)`);
  make('ESeqRep', `SequenceRep(${elem}, ESeq)`, '');
  make('EList', `List(${elem})`, `List(${elem})`);
  make('EListSort', `ListSort(${elem}, EList)`, `ListSort(${elem})`);
  make('EArraySort', `ArraySort(${elem})`, `ArraySort(${elem})`);
  make('ESet', `Set(${elem})`, `Set(${elem})`);
  make('ESetDef', 'SetDef(ESet)', `SetDef(${elem}, ESet, ERefTbl)`);
  make('ESetList', 'SetList(ESet)', `SetList(${elem}, ESet, EList)`);
  make('EPQ', `PQueue(${elem})`, `PQueue(${elem}, EPQ, EPQRep)`);
  make('EPQRep', 'PQueueRep(EPQ)', '');
  return units;
}

/** `READONLY` or not: both are allowed of Equal, Hash and Compare. */
function element(type: string, mode: string, key: string, more = '', help = ''): Record<string, string> {
  const heading = `
PROCEDURE Equal(${mode} a, b: T): BOOLEAN`;
  return {
    'Elem.i3': `INTERFACE Elem; IMPORT Word; TYPE ${more} T = ${type}; CONST Brand = "Elem";${heading};
PROCEDURE Hash(${mode} a: T): Word.T;
PROCEDURE Compare(${mode} a, b: T): [-1 .. 1];
END Elem.`,
    'Elem.m3': `MODULE Elem; IMPORT Word; ${heading} = BEGIN RETURN Key(a) = Key(b) END Equal;
PROCEDURE Key(READONLY a: T): INTEGER = BEGIN RETURN ${key} END Key;
PROCEDURE Hash(${mode} a: T): Word.T = BEGIN RETURN Key(a) END Hash;
PROCEDURE Compare(${mode} a, b: T): [-1 .. 1] = BEGIN RETURN MAX(-1, MIN(1, Key(a) - Key(b))) END Compare;
${help}
BEGIN END Elem.`,
  };
}

const LEAST = `PROCEDURE Least(READONLY a: Elem.T): INTEGER =
  BEGIN FOR i := 0 TO 70 DO IF i IN a THEN RETURN i END END; RETURN 71 END Least;`;

const BODY = `
  FOR i := 0 TO 9 DO a[i] := Make((i * 7) MOD 10); EVAL t.put(a[i], Make(i)); EVAL s.put(a[i], Make(i)) END;
  FOR i := 0 TO 9 DO <*ASSERT t.get(a[i], v) AND Key(v) = i AND s.get(a[i], v) AND Key(v) = i*> END;
  WITH it = s.iterateOrdered(FALSE) DO it.seek(Make(4)); WHILE it.next(k, v) DO IO.Put(Fmt.Int(Key(k)) & Fmt.Int(Key(v)) & " ") END END;
  q := NEW(ESeq.T).fromArray(a); q := ESeq.Cat(q, q); IO.Put(Fmt.Int(q.size()) & Fmt.Int(Key(q.remlo())) & Fmt.Int(Key(q.remhi())) & " ");
  l := EListSort.Sort(EList.FromArray(a)); IO.Put(Fmt.Int(Key(EList.Nth(l, 3))) & " ");
  EVAL set.fromArray(a); EVAL set.delete(Make(2)); EVAL list.fromArray(a); EVAL list.delete(Make(3));
  IO.Put(Fmt.Int(set.union(list).size()) & Fmt.Int(list.intersection(set).size()) & Fmt.Int(set.diff(list).size()) & " ");
  FOR i := 0 TO 9 DO p.insert(NEW(EPQ.Elt, priority := a[i])) END;
  FOR i := 0 TO 9 DO <*ASSERT Key(p.deleteMin().priority) = i*> END;
  EArraySort.Sort(a); FOR i := 0 TO 9 DO IO.Put(Fmt.Int(Key(a[i]))) END;
  FOR i := 0 TO 9 DO <*ASSERT t.delete(a[i], v) AND s.delete(a[i], v)*> END;
  Number(t.size() + s.size());`;

const declarations = (make: string, key: string, more = '') => `${more}
PROCEDURE Make(n: INTEGER): Elem.T = ${make} Make;
PROCEDURE Key(READONLY e: Elem.T): INTEGER = BEGIN RETURN ${key} END Key;
VAR
  a: ARRAY [0 .. 9] OF Elem.T; t := NEW(ETbl.Default).init(); s := NEW(SortedETbl.Default).init(); k, v: Elem.T; q: ESeq.T; l: EList.T;
  set := NEW(ESetDef.T).init(); list := NEW(ESetList.T).init(); p := NEW(EPQ.Default).init();`;

const IMPORTS = 'Elem, ETbl, SortedETbl, ESeq, EList, EListSort, EArraySort, ESetDef, ESetList, EPQ';
const EXPECTED = '42 39 26 13 00 2003 3 1081 01234567890\n';

describe('instances with elements of one’s own', () => {
  const cases: Record<string, [Record<string, string>, string]> = {
    'packed bytes': [
      element('BITS 8 FOR [0 .. 255]', '', 'a'),
      declarations('VAR e: Elem.T := n; BEGIN RETURN e END', 'e'),
    ],
    'records, READONLY': [
      element('RECORD key: INTEGER; name: TEXT := NIL; big: ARRAY [0 .. 20] OF INTEGER END', 'READONLY', 'a.key'),
      declarations('VAR e: Elem.T; BEGIN e.key := n; e.big[20] := n; RETURN e END', 'e.key'),
    ],
    arrays: [
      element('ARRAY [1 .. 3] OF CHAR', 'READONLY', 'ORD(a[2])'),
      declarations(`VAR e: Elem.T; BEGIN e[2] := VAL(n, CHAR); RETURN e END`, 'ORD(e[2])'),
    ],
    'references that are equal when what they refer to is': [
      element('REF INTEGER', '', 'a^'),
      declarations('VAR e := NEW(Elem.T); BEGIN e^ := n; RETURN e END', 'e^'),
    ],
    enumerations: [
      element('Colour', '', 'ORD(a)', 'Colour = {A, B, C, D, E, F, G, H, I, J};'),
      declarations('BEGIN RETURN VAL(n, Elem.T) END', 'ORD(e)'),
    ],
    sets: [
      element('SET OF [0 .. 70]', 'READONLY', 'Least(a)', '', LEAST.replaceAll('Elem.T', 'T')),
      declarations('BEGIN RETURN Elem.T {n, 70} END', 'Least(e)', LEAST),
    ],
  };
  for (const [name, [units, text]] of Object.entries(cases)) {
    it(name, async () => {
      const out = await shows({ imports: IMPORTS, declarations: text, body: BODY }, '', {
        ...instances('Elem'),
        ...units,
      });
      expect(out).toBe(EXPECTED);
    });
  }
});
