/** A workspace that is not trusted: checking works, running waits. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorkspace, programs, type Session } from './vscode/support.ts';

const found = programs();

describe.skipIf(!found)('VS Code with a workspace that is not trusted', () => {
  let session: Session;

  beforeAll(async () => {
    if (!found) return;
    session = await openWorkspace(found, {
      examples: ['console'],
      files: { 'broken/Broken.m3': 'MODULE Broken EXPORTS Main;\nBEGIN\n  x := 1;\nEND Broken.\n' },
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
      trusted: false,
    });
  });
  beforeEach(async ({ task }) => {
    if (task.result?.retryCount) await session.workbench.calm();
  });
  afterAll(() => session?.stop());

  it('checks, and offers nothing that runs', async () => {
    const { workbench } = session;
    await workbench.openFile('broken/Broken.m3');
    await workbench.editor.locator('.squiggly-error').first().waitFor();
    await workbench.pressFor('F1', workbench.quickInputField);
    await workbench.quickInputField.fill('>SPIN: ');
    const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'SPIN: New extension' }).waitFor();
    expect(await rows.filter({ hasText: 'Run in emulator' }).count()).toBe(0);
    await workbench.page.keyboard.press('Escape');
    expect(await workbench.editor.locator('.codelens-decoration a', { hasText: 'Run in emulator' }).count()).toBe(0);
    await workbench.screenshot('30-not-trusted');
  });

  it('offers it when the workspace is trusted', async () => {
    const { workbench } = session;
    await workbench.command('Workspaces: Manage Workspace Trust');
    const trust = workbench.page.locator('.workspace-trust-editor a', { hasText: /^Trust$/ }).first();
    const isTrusted = workbench.page.locator('.workspace-trust-editor', { hasText: 'You trust this folder' });
    await workbench.clickFor(trust, isTrusted);
    await workbench.openFile('broken/Broken.m3');
    await workbench.editor.locator('.codelens-decoration a', { hasText: 'Run in emulator' }).waitFor();
  });
});
