/**
 * Packages of the library: loaded when something that is being loaded imports from them, once, together with what they import themselves.
 */
import { describe, expect, it } from 'vitest';
import { encodeModule } from '../../../src/bytecode/encode.ts';
import { packageFinder, packageSources } from '../../../src/cli/library.ts';
import { initialise } from '../../../src/kernel/control.ts';
import type { Kernel } from '../../../src/kernel/kernel.ts';
import { LinkError } from '../../../src/kernel/load/link-error.ts';
import type { PackageFinder } from '../../../src/kernel/load/packages.ts';
import { compile, sourceMachine } from '../source.ts';

type Files = Readonly<Record<string, string>>;

const POINT: Files = {
  'Point.i3': `INTERFACE Point;
TYPE T <: Public; Public = OBJECT METHODS init(x: INTEGER): T; x(): INTEGER END;
CONST Brand = "Point";
VAR made: INTEGER;
END Point.`,
  'Point.m3': `MODULE Point;
IMPORT IO;
REVEAL T = Public BRANDED "Point.T" OBJECT at: INTEGER OVERRIDES init := Init; x := X END;
PROCEDURE Init(self: T; x: INTEGER): T = BEGIN self.at := x; INC(made); RETURN self END Init;
PROCEDURE X(self: T): INTEGER = BEGIN RETURN self.at END X;
BEGIN IO.Put("point is there\\n") END Point.`,
  'PointRep.i3': 'INTERFACE PointRep; IMPORT Point; REVEAL Point.T <: Point.Public; END PointRep.',
};
const LINE: Files = {
  'Line.i3': 'INTERFACE Line; IMPORT Point; PROCEDURE Between(a, b: Point.T): INTEGER; END Line.',
  'Line.m3': `MODULE Line; IMPORT Circle, IO, Point;
PROCEDURE Between(a, b: Point.T): INTEGER = BEGIN RETURN b.x() - a.x() + Circle.Zero() END Between;
BEGIN IO.Put("line is there\\n") END Line.`,
};
/** Imports Line, which imports it. */
const CIRCLE: Files = {
  'Circle.i3': 'INTERFACE Circle; PROCEDURE Zero(): INTEGER; PROCEDURE One(): INTEGER; END Circle.',
  'Circle.m3': `MODULE Circle; IMPORT Line, Point;
PROCEDURE Zero(): INTEGER = BEGIN RETURN 0 END Zero;
PROCEDURE One(): INTEGER =
  BEGIN RETURN Line.Between(NEW(Point.T).init(1), NEW(Point.T).init(2)) END One;
BEGIN END Circle.`,
};
const LIBRARY = { point: POINT, line: LINE, circle: CIRCLE };

const sources = (files: Files) => Object.entries(files).map(([path, text]) => ({ path, text }));
const KNOWN = Object.values(LIBRARY).flatMap(sources);
const bytesOf = (name: string, files: Files) => encodeModule(compile(name, sources(files), KNOWN));

/** Packages from those sources, and which were read, in order. */
function library(changed: Readonly<Record<string, Uint8Array>> = {}): { find: PackageFinder; read: string[] } {
  const read: string[] = [];
  const find: PackageFinder = (interfaceName) => {
    for (const [name, files] of Object.entries(LIBRARY)) {
      if (!(`${interfaceName}.i3` in files)) continue;
      return {
        name: `lib/${name}`,
        read: () => {
          read.push(name);
          return changed[name] ?? bytesOf(`lib/${name}`, files);
        },
      };
    }
    return undefined;
  };
  return { find, read };
}

function machine(changed: Readonly<Record<string, Uint8Array>> = {}) {
  const { find, read } = library(changed);
  const m = sourceMachine({ packages: find });
  const start = (name: string, imports: string, body: string, more: Files = {}) => {
    const main = `MODULE Main; IMPORT IO, Fmt${imports && `, ${imports}`};\nBEGIN\n${body}\nEND Main.\n`;
    const own = sources({ ...more, 'Main.m3': main });
    return m.startModule(name, compile(name, own, [...KNOWN, ...m.known]));
  };
  return { m, read, start };
}

const names = (kernel: Kernel) => [...kernel.publicDomain.members].map((d) => d.name);

describe('packages', () => {
  it('cost nothing when nobody imports from them', async () => {
    const { m, read, start } = machine();
    await start('plain', '', 'IO.Put("plain\\n")');
    expect(m.shown()).toBe('plain\n');
    expect(read).toEqual([]);
    expect(names(m.kernel)).toEqual([]);
  });

  it('are loaded on demand, once, and their bodies run before those that import them', async () => {
    const { m, read, start } = machine();
    const use = 'IO.Put(Fmt.Int(NEW(Point.T).init(7).x()) & "\\n")';
    await start('first', 'Point', use);
    await start('second', 'Point', `${use}; IO.Put(Fmt.Int(Point.made) & " made\\n")`);
    expect(m.shown()).toBe('point is there\n7\n7\n2 made\n');
    expect(read).toEqual(['point']);
    expect(names(m.kernel)).toEqual(['lib/point']);
  });

  it('bring what they import, also in a circle', async () => {
    const { m, read, start } = machine();
    await start('user', 'Circle', 'IO.Put(Fmt.Int(Circle.One()) & "\\n")');
    expect(m.shown()).toBe('point is there\nline is there\n1\n');
    expect(new Set(read)).toEqual(new Set(['circle', 'line', 'point']));
    expect(read).toHaveLength(3);
  });

  it('have the same types for all who use them', async () => {
    const { m, start } = machine();
    const shared = {
      'Shared.i3': 'INTERFACE Shared; VAR any: REFANY; END Shared.',
      'Shared.m3': 'MODULE Shared; IMPORT Point; BEGIN any := NEW(Point.T).init(5) END Shared.',
    };
    await start('maker', 'Shared', 'EVAL Shared.any', shared);
    m.known.push(...sources(shared));
    await start(
      'taker',
      'Point, Shared',
      'IO.Put(Fmt.Bool(ISTYPE(Shared.any, Point.T)) & Fmt.Int(NARROW(Shared.any, Point.T).x()) & "\\n")',
    );
    expect(m.shown()).toBe('point is there\nTRUE5\n');
  });

  it('show every interface they export, however it is called', async () => {
    const { m, start } = machine();
    await start('user', 'Point, PointRep', 'IO.Put(Fmt.Int(NEW(Point.T).init(1).x()) & "\\n")');
    expect(m.shown()).toBe('point is there\n1\n');
  });

  it('are not looked for when a domain that was given exports the interface', async () => {
    const { m, read, start } = machine();
    const own = {
      'Line.i3': 'INTERFACE Line; PROCEDURE Mine(): INTEGER; END Line.',
      'Line.m3': 'MODULE Line; PROCEDURE Mine(): INTEGER = BEGIN RETURN 42 END Mine; BEGIN END Line.',
    };
    await start('mine', 'Line', 'IO.Put(Fmt.Int(Line.Mine()) & "\\n")', own);
    m.known.unshift(...sources(own));
    const main = { 'Main.m3': 'MODULE Main; IMPORT IO, Fmt, Line; BEGIN IO.Put(Fmt.Int(Line.Mine())) END Main.' };
    const known = [...KNOWN.filter((f) => f.path !== 'Line.i3'), ...sources(own)];
    await m.startModule('client', compile('client', sources(main), known), 'latest first');
    expect(m.shown()).toBe('42\n42');
    expect(read).toEqual([]);
  });

  it('are found by Domain.Resolve against SpinPublic, too, and nobody may change them', async () => {
    const guest = bytesOf('guest', {
      'Main.m3': `MODULE Main; IMPORT IO, Fmt, Point;
BEGIN IO.Put("guest has " & Fmt.Int(NEW(Point.T).init(3).x()) & "\\n") END Main.`,
    });
    const code = [...guest].map((b) => `VAL(${b}, CHAR)`).join(', ');
    const m = sourceMachine({ packages: library().find });
    await m.start('loader', {
      'Main.m3': `MODULE Main; IMPORT Domain, IO, SpinPublic;
TYPE Closure = Domain.Closure OBJECT OVERRIDES apply := Look END;
PROCEDURE Look(<*UNUSED*> self: Closure; d: Domain.T): BOOLEAN =
  VAR modify, import: BOOLEAN;
  BEGIN
    Domain.GetRights(d, modify, import);
    IO.Put("in it: " & Domain.Name(d)); IF modify THEN IO.Put(" (may be changed)") END; IO.Put("\\n");
    RETURN TRUE;
  END Look;
VAR code := NEW(REF ARRAY OF CHAR, ${guest.length}); d: Domain.T;
CONST Bytes = ARRAY OF CHAR {${code}};
BEGIN
  code^ := Bytes;
  d := Domain.Create("guest", code);
  Domain.Resolve(SpinPublic.GetDomain(), d);
  EVAL Domain.Initialize(d);
  EVAL Domain.Apply(SpinPublic.GetDomain(), NEW(Closure));
END Main.`,
    });
    expect(m.shown()).toBe('point is there\nguest has 3\nin it: SpinPublic\nin it: lib/point\n');
  });

  it('say who is who when an interface is not the one that was compiled against', async () => {
    const { 'Point.i3': text, ...rest } = POINT;
    const other = { ...rest, 'Point.i3': text!.replace('VAR made', 'VAR ready: BOOLEAN; made') };
    const point = encodeModule(compile('lib/point', sources(other), []));
    const { start } = machine({ point });
    await expect(start('user', 'Point', 'INC(Point.made)')).rejects.toThrow(
      /interface Point was changed since user was compiled: lib\/point exports it with fingerprint \w+…, user was compiled against/,
    );
  });

  it('are verified like everything else', async () => {
    const bytes = bytesOf('lib/point', POINT);
    const { start } = machine({ point: bytes.slice(0, bytes.length - 9) });
    await expect(start('user', 'Point', 'INC(Point.made)')).rejects.toThrow(LinkError);
    const trusted = encodeModule(
      compile(
        'lib/point',
        sources({ 'Point.i3': 'INTERFACE Point; <*EXTERNAL*> PROCEDURE Reach(); END Point.' }),
        [],
        true,
      ),
    );
    const second = machine({ point: trusted });
    await expect(second.start('user', 'Point', 'INC(Point.made)')).rejects.toThrow(/K1001|native/);
  });
});

describe('memory', () => {
  const FILL = `MODULE Main; IMPORT IO, IntSeq, SpinException, TextWr, Wr;
<*FATAL ANY*>
VAR s := NEW(IntSeq.T).init(); w := TextWr.New();
BEGIN
  TRY LOOP s.addhi(1) END EXCEPT SpinException.Exception => IO.Put("full ") END;
  s := NEW(IntSeq.T).init();
  TRY LOOP Wr.PutText(w, "aaaaaaaaaaaaaaaaaaaa") END EXCEPT SpinException.Exception => IO.Put("full again\\n") END;
END Main.`;

  it('that library code takes is paid by who calls it, kernel and packages alike', async () => {
    const m = sourceMachine();
    const domain = await m.load('greedy', { 'Main.m3': FILL });
    const [greedy] = domain.extensions;
    m.kernel.heap.setLimit(greedy!.account, 4 * 2 ** 20);
    await initialise(m.kernel, domain);
    expect(m.shown()).toMatch(/greedy is at its limit: it may have 4 MB of memory\nfull full again\n$/);
    const used = (account: number) => m.kernel.heap.usage(account).heapBytes;
    const [sequence] = [...m.kernel.publicDomain.members].find((d) => d.name === 'lib/sequence')!.extensions;
    expect(used(sequence!.account) + used(m.kernel.core!.account)).toBeLessThan(2 ** 17);
    // A package does not share the limits of whoever was the first to use it.
    await m.start('next', {
      'Main.m3': `MODULE Main; IMPORT IO, IntSeq; VAR s := NEW(IntSeq.T).init();
BEGIN FOR i := 1 TO 2000000 DO s.addhi(i) END; IO.PutInt(s.size()) END Main.`,
    });
    expect(m.shown()).toMatch(/full again\n2000000$/);
  });
});

describe('the packages of the library', () => {
  it('have files that are named like their units, so that interfaces are found', () => {
    for (const files of packageSources().values()) {
      for (const { path, text } of files) {
        const name = path.replace(/^.*\/|\.[im]3$/g, '');
        expect(text, path).toMatch(new RegExp(`^(INTERFACE|MODULE|UNSAFE MODULE) ${name}\\b`, 'm'));
        expect(packageFinder()(name), path).toBeDefined();
      }
    }
  });
});
