/**
 * The same made-up program in several languages, as long as is wanted: procedures with a loop, choices, a record, and calls of the one before.
 */

export interface Text {
  /** The name of the file that it must stand in. */
  readonly file: string;
  readonly text: string;
}

type Writer = (procedures: readonly number[]) => Text;

const KINDS = 4;

const modula3: Writer = (procedures) => ({
  file: 'Program.m3',
  text: `MODULE Program EXPORTS Main;

TYPE Item = RECORD value, kind: INTEGER := 0 END;

PROCEDURE Step0(VAR item: Item; count: INTEGER): INTEGER =
  BEGIN
    RETURN item.value + count;
  END Step0;

${procedures
  .map(
    (k) => `PROCEDURE Step${k}(VAR item: Item; count: INTEGER): INTEGER =
  VAR sum := item.value;
  BEGIN
    FOR i := 0 TO count DO
      IF i MOD 3 = 0 THEN
        INC(sum, i * ${k});
      ELSIF item.kind = ${k % KINDS} THEN
        DEC(sum, Step${k - 1}(item, i DIV 2));
      ELSE
        item.value := sum MOD 1000;
      END;
    END;
    RETURN sum;
  END Step${k};
`,
  )
  .join('\n')}
VAR item: Item;

BEGIN
  item.value := Step${procedures.length}(item, 3);
END Program.
`,
});

const modula2: Writer = (procedures) => ({
  file: 'program.mod',
  text: `MODULE program;

TYPE Item = RECORD value, kind: INTEGER END;

PROCEDURE Step0(VAR item: Item; count: INTEGER): INTEGER;
BEGIN
  RETURN item.value + count
END Step0;

${procedures
  .map(
    (k) => `PROCEDURE Step${k}(VAR item: Item; count: INTEGER): INTEGER;
VAR i, sum: INTEGER;
BEGIN
  sum := item.value;
  FOR i := 0 TO count DO
    IF i MOD 3 = 0 THEN
      sum := sum + i * ${k}
    ELSIF item.kind = ${k % KINDS} THEN
      sum := sum - Step${k - 1}(item, i DIV 2)
    ELSE
      item.value := sum MOD 1000
    END
  END;
  RETURN sum
END Step${k};
`,
  )
  .join('\n')}
VAR item: Item;

BEGIN
  item.value := 0;
  item.kind := 0;
  item.value := Step${procedures.length}(item, 3)
END program.
`,
});

const c: Writer = (procedures) => ({
  file: 'program.c',
  text: `typedef struct {
  long value, kind;
} Item;

static long step0(Item *item, long count) {
  return item->value + count;
}

${procedures
  .map(
    (k) => `static long step${k}(Item *item, long count) {
  long sum = item->value;
  for (long i = 0; i <= count; i++) {
    if (i % 3 == 0) {
      sum += i * ${k};
    } else if (item->kind == ${k % KINDS}) {
      sum -= step${k - 1}(item, i / 2);
    } else {
      item->value = sum % 1000;
    }
  }
  return sum;
}
`,
  )
  .join('\n')}
int main(void) {
  Item item = {0, 0};
  item.value = step${procedures.length}(&item, 3);
  return (int)(item.value & 1);
}
`,
});

const script =
  (file: string, number: string): Writer =>
  (procedures) => ({
    file,
    text: `class Item {
  value: ${number} = 0;
  kind: ${number} = 0;
}

function step0(item: Item, count: ${number}): ${number} {
  return item.value + count;
}

${procedures
  .map(
    (k) => `function step${k}(item: Item, count: ${number}): ${number} {
  let sum = item.value;
  for (let i: ${number} = 0; i <= count; i++) {
    if (i % 3 == 0) {
      sum += i * ${k};
    } else if (item.kind == ${k % KINDS}) {
      sum -= step${k - 1}(item, i >> 1);
    } else {
      item.value = sum % 1000;
    }
  }
  return sum;
}
`,
  )
  .join('\n')}
export function main(): ${number} {
  const item = new Item();
  item.value = step${procedures.length}(item, 3);
  return item.value;
}
`,
  });

const WRITERS = {
  modula3,
  modula2,
  c,
  typescript: script('program.ts', 'number'),
  assemblyscript: script('program.as.ts', 'i32'),
} satisfies Readonly<Record<string, Writer>>;

const LINES_EACH = 15;

export const generateProgram = (language: keyof typeof WRITERS, lines: number): Text =>
  WRITERS[language](Array.from({ length: Math.ceil(lines / LINES_EACH) }, (_, k) => k + 1));
