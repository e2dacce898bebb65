/** A large Modula-3 workspace made up: packages whose interfaces bear the same names, modules that call each other's, one long module. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface GeneratedWorkspace {
  readonly files: number;
  readonly lines: number;
  /** A module of about 3,000 lines. */
  readonly long: string;
  /** An interface that many modules of its package import. */
  readonly shared: string;
}

const UNITS = 12;
const PROCEDURES = 16;

/** Writes at least `lines` lines below `folder`. */
export function generateWorkspace(folder: string, lines: number): GeneratedWorkspace {
  let written = 0;
  let files = 0;
  const write = (path: string, text: string): string => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
    written += text.split('\n').length - 1;
    files++;
    return path;
  };
  const long = write('p0/Long.m3', moduleText('Long', 'Main', ['Common', 'Unit0', 'Unit1'], 170));
  const shared = 'p0/Common.i3';
  for (let p = 0; written < lines; p++) {
    write(`p${p}/Common.i3`, interfaceText('Common', [], p));
    write(`p${p}/Common.m3`, moduleText('Common', 'Common', [], PROCEDURES));
    for (let u = 0; u < UNITS && written < lines; u++) {
      const imports = ['Common', ...(u > 0 ? [`Unit${u - 1}`] : []), ...(u > 3 ? [`Unit${u - 4}`] : [])];
      write(`p${p}/Unit${u}.i3`, interfaceText(`Unit${u}`, ['Common'], p));
      write(`p${p}/Unit${u}.m3`, moduleText(`Unit${u}`, `Unit${u}`, imports, PROCEDURES));
    }
  }
  return { files, lines: written, long, shared };
}

function interfaceText(name: string, imports: readonly string[], seed: number): string {
  const head = imports.length > 0 ? `IMPORT ${imports.join(', ')};\n\n` : '';
  const other = imports[0] ? `${imports[0]}.Kind` : 'Kind';
  const procedures = Array.from(
    { length: PROCEDURES },
    (_, i) => `PROCEDURE Operation${i}(READONLY item: Item; count: CARDINAL := ${i}; kind: ${other}): INTEGER;
(* The ${i}th operation on an item; \`count\` says how often. *)
`,
  ).join('\n');
  return `INTERFACE ${name};

(* Unit ${name} of package ${seed}. *)

${head}CONST Limit = ${100 + seed};

TYPE
  Kind = {Small, Middle, Large, Huge};
  Item = RECORD value: INTEGER := 0; name: TEXT := ""; kind := Kind.Small END;
  T <: Public;
  Public = OBJECT
    first: INTEGER;
  METHODS
    add(READONLY item: Item): INTEGER;
    get(index: CARDINAL): Item;
  END;

EXCEPTION Full(TEXT);

${procedures}
END ${name}.
`;
}

function moduleText(name: string, exported: string, imports: readonly string[], count: number): string {
  const isMain = exported === 'Main';
  const kind = isMain || imports.length > 0 ? 'Common.Kind' : 'Kind';
  const item = isMain ? 'Common.Item' : 'Item';
  const called = imports.length > 0 ? imports : [];
  const procedures = Array.from({ length: count }, (_, i) => {
    const other = called[i % Math.max(1, called.length)];
    const call = other
      ? `${other}.Operation${i % PROCEDURES}(${other}.Item{value := sum, name := "x"}, ${i}, ${kind}.Large)`
      : `Local${i}(sum)`;
    return `PROCEDURE Operation${i}(READONLY item: ${item}; count: CARDINAL := ${i}; kind: ${kind}): INTEGER =
  VAR sum := item.value;
  BEGIN
    FOR i := 0 TO count DO
      IF i MOD 3 = 0 THEN
        INC(sum, i * ${i + 1});
      ELSIF kind = ${kind}.Large THEN
        DEC(sum, Local${i}(i));
      ELSE
        sum := sum + ${call};
      END;
    END;
    RETURN sum;
  END Operation${i};

PROCEDURE Local${i}(n: INTEGER): INTEGER =
  BEGIN
    RETURN n * n + ${i};
  END Local${i};
`;
  }).join('\n');
  const reveal = isMain
    ? ''
    : `REVEAL T = Public BRANDED OBJECT
    items: REF ARRAY OF Item := NIL;
  OVERRIDES
    add := Add;
    get := Get;
  END;

PROCEDURE Add(self: T; READONLY item: Item): INTEGER =
  BEGIN
    INC(self.first);
    RETURN self.first + item.value;
  END Add;

PROCEDURE Get(self: T; index: CARDINAL): Item =
  BEGIN
    RETURN self.items[index];
  END Get;

`;
  const head = imports.length > 0 ? `IMPORT ${imports.join(', ')};\n\n` : '';
  return `MODULE ${name}${isMain ? ' EXPORTS Main' : ''};\n\n${head}${reveal}${procedures}\nBEGIN\nEND ${name}.\n`;
}
