/** What editors without a screen are tried with: a program of two extensions with a mistake in it, and a script of steps in the editor's own language. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { expect } from 'vitest';

const SPINC = resolve(import.meta.dirname, '../../../dist/spinc.mjs');

/** An interface, its module, and a client with a mistake in line 7. */
const STACK = {
  'stack/Stack.i3': `INTERFACE Stack;

TYPE T <: REFANY;

PROCEDURE Push(VAR s: T; value: INTEGER);
(* Lays "value" on top. *)

END Stack.
`,
  'stack/Stack.m3': `MODULE Stack;

REVEAL T = BRANDED "Stack.T" REF RECORD top: INTEGER; below: T END;

PROCEDURE Push(VAR s: T; value: INTEGER) =
  BEGIN
    s := NEW(T, top := value, below := s);
  END Push;

BEGIN
END Stack.
`,
  'client/Client.m3': `MODULE Client EXPORTS Main;

IMPORT Stack;

VAR s: Stack.T;
BEGIN
  Stack.Push(s, "three");
  Stack.Push(s, 4);
END Client.
`,
  'spin.json': '{ "run": ["stack", "client"] }\n',
} as const;

/**
 * Runs the editor in the workspace, with `spinc` on its PATH. The script appends to the file that ANSWERS names, a line of JSON for each
 * step: `diagnostics` of client/Client.m3, `definition` of Push in its line 8, and `rename` of that to Put, saved.
 */
export function trial(
  editor: string,
  configuration: { readonly name: string; readonly text: string },
  argumentsFor: (configuration: string) => readonly string[],
): void {
  const base = mkdtempSync(join(tmpdir(), 'spin-editor-'));
  try {
    const [folder, bin, answers, init] = ['workspace', 'bin', 'answers', configuration.name].map((n) =>
      join(base, n),
    ) as [string, string, string, string];
    mkdirSync(bin);
    symlinkSync(SPINC, join(bin, 'spinc'));
    for (const [path, text] of Object.entries(STACK)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    writeFileSync(init, configuration.text);
    writeFileSync(answers, '');
    const { stdout, stderr, status, signal } = spawnSync(editor, argumentsFor(init), {
      cwd: folder,
      // Editors keep their state below the home folder.
      env: { ...process.env, HOME: base, PATH: [bin, process.env['PATH']].join(delimiter), ANSWERS: answers },
      encoding: 'utf8',
      timeout: 150_000,
    });
    const said = readFileSync(answers, 'utf8');
    expect({ status, signal }, `${stdout}${stderr}\n${said}`).toEqual({ status: 0, signal: null });
    const steps = said
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { step: string; value: unknown });
    const step = (name: string) => steps.find((s) => s.step === name)?.value;
    expect(step('diagnostics')).toEqual([
      expect.objectContaining({ line: 7, message: expect.stringContaining('cannot assign TEXT') }),
    ]);
    expect(step('definition')).toEqual({ file: 'Stack.i3', line: 5 });
    expect(step('rename')).toBe('done');
    const words = Object.keys(STACK).flatMap(
      (path) => readFileSync(join(folder, path), 'utf8').match(/\b(Push|Put)\b/g) ?? [],
    );
    // In the interface, twice in the module, and in both calls.
    expect(words).toEqual(Array(5).fill('Put'));
    expect(readdirSync(folder).sort()).toEqual(['client', 'spin.json', 'stack']);
  } finally {
    rmSync(base, { recursive: true, force: true, maxRetries: 5 });
  }
}
