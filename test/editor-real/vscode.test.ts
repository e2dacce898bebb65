/** A person's first hour in VS Code, in a real one: the packaged extension, a workspace, keys and screen. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace, programs, type Session } from './vscode/support.ts';

const BROKEN = `MODULE Broken EXPORTS Main;

IMPORT Console, IO;

VAR total: INTEGER := "three";

BEGIN
  IO.Put("never\\n");
  Console.Close(NIL);
END Broken.
`;

const found = programs();

describe.skipIf(typeof found === 'string')('VS Code', () => {
  let session: Session;

  beforeAll(async () => {
    if (typeof found === 'string') return;
    session = await openWorkspace(found, { examples: ['console'], files: { 'broken/Broken.m3': BROKEN } });
  });
  afterAll(() => session?.stop());

  it('shows a mistake in the text and in the list of problems', async () => {
    const { workbench } = session;
    await workbench.openFile('broken/Broken.m3');
    await workbench.editor.locator('.squiggly-error').first().waitFor();
    await workbench.command('View: Focus Problems');
    const entry = workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'M3' }).first();
    await entry.waitFor();
    await workbench.screenshot('01-squiggle-and-problems');
    expect(await workbench.page.locator('.markers-panel').innerText()).toContain('Broken.m3');
  });
});
