/**
 * The examples of the pages: one that gives the diagnostic, and how it is written right.
 *
 * An example that begins with INTERFACE, MODULE, GENERIC or UNSAFE consists of whole units, each with a blank line before it. Every other one is
 * part of a module `Main`: declarations and, behind a line `BEGIN`, statements; what it declares need not be used. A test compiles them all.
 */
export interface Example {
  readonly wrong: string;
  readonly right: string;
}

export interface ExampleFile {
  readonly path: string;
  readonly text: string;
}

const HEAD = /^(?:UNSAFE )?(?:GENERIC )?(INTERFACE|MODULE) (\w+)/;

/** The files that an example stands for. */
export function filesOf(example: string): ExampleFile[] {
  const text = example.trim();
  if (!/^(?:UNSAFE |GENERIC )?(?:INTERFACE|MODULE|PROGRAM)\b/.test(text)) {
    const begin = /^BEGIN$/m.test(text) ? '' : 'BEGIN\n';
    return [{ path: 'Main.m3', text: `MODULE Main;\n${text}\n${begin}END Main.\n` }];
  }
  const units = text.split(/\n\n(?=(?:UNSAFE |GENERIC )?(?:INTERFACE|MODULE) )/);
  return units.map((unit, i) => {
    const [, kind = 'MODULE', name = 'Main'] = HEAD.exec(unit) ?? [];
    const suffix = `${kind === 'MODULE' ? 'm' : 'i'}${unit.startsWith('GENERIC') ? 'g' : '3'}`;
    // Two units of one name are two files.
    const again = units.slice(0, i).some((other) => HEAD.exec(other)?.[0] === HEAD.exec(unit)?.[0]);
    return { path: `${again ? `again/${i}/` : ''}${name}.${suffix}`, text: `${unit}\n` };
  });
}
