/** The engine of examples/programs/regex against JavaScript's own: where the whole match lies, for random patterns and texts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import { agrees, Random } from '../lib/support.ts';

const ENGINE = join(import.meta.dirname, '../../examples/programs/regex/regex');

function pattern(random: Random, depth: number): string {
  const part = (): string => pattern(random, depth - 1);
  if (depth === 0) return random.pick(['a', 'b', 'c', '.', '[ab]', '[^a]', '\\w', '[b-c]']);
  switch (random.below(7)) {
    case 0: {
      // How often a body that matches nothing is repeated is a matter of taste.
      const body = part();
      return `(${body})${new RegExp(`^(?:${body})$`).test('') ? '' : random.pick(['*', '+', '?', '*?', '+?', '??'])}`;
    }
    case 1:
      return `(?:${part()}|${part()})`;
    case 2:
      return random.pick(['a*', 'b+', 'c?', 'a*?', 'b??']);
    case 3:
      return `(${part()})`;
    case 4:
      return random.pick([`^${part()}`, `${part()}$`, '']);
    default:
      return part() + part();
  }
}

it('finds what RegExp finds', async () => {
  const units = Object.fromEntries(readdirSync(ENGINE).map((f) => [f, readFileSync(join(ENGINE, f), 'utf8')]));
  const random = new Random(99);
  const script: string[] = [];
  const expected: string[] = [];
  for (let i = 0; i < 1500; i++) {
    const re = pattern(random, 1 + random.below(4));
    const text = Array.from({ length: random.below(8) }, () => random.pick(['a', 'b', 'c', ' '])).join('');
    const found = new RegExp(re, 's').exec(text);
    script.push(re, text);
    expected.push(found ? `${found.index} ${found.index + found[0].length}` : 'none');
  }
  const program = {
    imports: 'Regex',
    declarations: 'VAR re: Regex.T; m: Regex.Match;',
    body: `
  WHILE NOT IO.EOF() DO
    re := Regex.Compile(IO.GetLine());
    m := re.match(IO.GetLine());
    IF m = NIL THEN Line("none") ELSE Line(Fmt.Int(m[0].from) & " " & Fmt.Int(m[0].to)) END;
  END;`,
  };
  await agrees(program, script, expected, `seed ${random.seed}`, units);
});
