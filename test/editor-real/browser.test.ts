/** The extension as a browser without a machine behind it has it (vscode.dev and the like): the server in a worker, files through the editor. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorkspace, programs, type Session } from './vscode/support.ts';

const found = programs();

describe.skipIf(!found)('VS Code with everything in the browser', () => {
  let session: Session;

  beforeAll(async () => {
    if (!found) return;
    session = await openWorkspace(found, {
      examples: ['console'],
      files: {
        'broken/Broken.m3': 'MODULE Broken EXPORTS Main;\nIMPORT Console;\nBEGIN\n  Console.Close(3);\nEND Broken.\n',
      },
      // The extension host in the browser is given the extension, not the one on the machine.
      settings: { 'remote.extensionKind': { 'spin-for-today.spin-modula3': ['web'] } },
    });
  });
  beforeEach(async ({ task }) => {
    if (task.result?.retryCount) await session.workbench.calm();
  });
  afterAll(() => session?.stop());

  it('checks a file with the others of the workspace', async () => {
    const { workbench } = session;
    await workbench.openFile('broken/Broken.m3');
    await workbench.editor.locator('.squiggly-error').first().waitFor();
    await workbench.command('View: Focus Problems');
    const entry = workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'M3610' });
    await entry.first().waitFor();
    await workbench.screenshot('20-in-the-browser');
    // It is the worker that did it.
    expect(workbench.page.workers().length).toBeGreaterThan(0);
  });

  it('offers no emulator', async () => {
    const { workbench } = session;
    await workbench.pressFor('F1', workbench.quickInputField);
    await workbench.quickInputField.fill('>SPIN: ');
    const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'SPIN: New extension' }).waitFor();
    expect(await rows.filter({ hasText: 'Run in emulator' }).count()).toBe(0);
  });
});
