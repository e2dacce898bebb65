/** A person's first hour in VS Code, in a real one: the packaged extension, a workspace, keys and screen. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorkspace, programs, type Session } from './vscode/support.ts';
import { eventually, Workbench } from './vscode/workbench.ts';

const BROKEN = `MODULE Broken EXPORTS Main;

IMPORT Console, Fmt, IO;

VAR total: INTEGER := "three";

BEGIN
  IO.Put("never\\n");
  Console.Close(NIL);
END Broken.
`;
const MESSY = `MODULE Messy EXPORTS Main;
IMPORT IO;
VAR   n:INTEGER:=3;
BEGIN
IF n>2 THEN
IO.Put( "many\\n" )
END
END Messy.
`;

/** What the command line says to the same text. */
const spinc = (args: readonly string[], input: string): string =>
  execFileSync(process.execPath, [join(import.meta.dirname, '../../dist/spinc.mjs'), ...args], {
    input,
    encoding: 'utf8',
  });

const found = programs();

describe.skipIf(!found)('VS Code', () => {
  let session: Session;
  let workbench: Workbench;
  const content = (path: string) => readFileSync(join(session.folder, path), 'utf8');

  beforeAll(async () => {
    if (!found) return;
    session = await openWorkspace(found, {
      examples: ['console'],
      files: {
        'broken/Broken.m3': BROKEN,
        'messy/Messy.m3': MESSY,
        'hello/Hello.m3': 'MODULE Hello EXPORTS Main;\nIMPORT IO;\nBEGIN\n  IO.Put("hello, kernel\\n");\nEND Hello.\n',
        'hello/Hello.expected': 'hello, kernel\n',
        'wrong/Wrong.m3': 'MODULE Wrong EXPORTS Main;\nIMPORT IO;\nBEGIN\n  IO.Put("this\\n");\nEND Wrong.\n',
        'wrong/expected.txt': 'that\n',
      },
    });
    workbench = session.workbench;
  });
  beforeEach(async ({ task }) => {
    if (task.result?.retryCount) await workbench.calm();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench?.screenshot(`failed-${task.name.replaceAll(/\W+/g, '-')}`);
  });
  afterAll(() => session?.stop());

  it('shows a mistake in the text and in the list of problems', async () => {
    await workbench.openFile('broken/Broken.m3');
    await workbench.editor.locator('.squiggly-error').first().waitFor();
    await workbench.command('View: Focus Problems');
    await workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'M3520' }).first().waitFor();
    await workbench.screenshot('01-squiggle-and-problems');
    expect(await workbench.page.locator('.markers-panel').innerText()).toContain('Broken.m3');
  });

  it('offers to run a main module above its heading', async () => {
    await workbench.openFile('client/Client.m3');
    await workbench.editor.locator('.codelens-decoration a', { hasText: 'Run in emulator' }).waitFor();
    await workbench.screenshot('02-run-lens');
  });

  it('tells on hover what a name is', async () => {
    await workbench.openFile('client/Client.m3');
    await workbench.goToText(content('client/Client.m3'), 'Console.Read', 1, 'Console.'.length);
    await workbench.command('Show or Focus Hover');
    const hover = workbench.page.locator('.monaco-hover:visible').first();
    await hover.waitFor();
    expect(await Workbench.text(hover)).toMatch(/PROCEDURE \S*Read\(t: \S*T; VAR msg: TEXT\)/);
    await workbench.screenshot('03-hover');
    await workbench.page.keyboard.press('Escape');
  });

  it('goes to the definition in another file, and into the library', async () => {
    await workbench.openFile('client/Client.m3');
    await workbench.goToText(content('client/Client.m3'), 'Console.Open', 1, 'Console.'.length);
    await workbench.page.keyboard.press('F12');
    await workbench.page.locator('.tab.active', { hasText: 'Console.i3' }).waitFor();
    await workbench.openFile('client/Client.m3');
    await workbench.goToText(content('client/Client.m3'), 'IO.Put', 1, 'IO.'.length);
    await workbench.page.keyboard.press('F12');
    await workbench.page.locator('.tab.active', { hasText: 'IO.i3' }).waitFor();
    await workbench.editor.locator('.view-line', { hasText: 'INTERFACE' }).first().waitFor();
    await workbench.screenshot('04-into-the-library');
  });

  it('shows the outline', async () => {
    await workbench.openFile('console/Console.m3');
    await workbench.command('Explorer: Focus on Outline View');
    const row = workbench.page.locator('.outline-tree .monaco-list-row', { hasText: 'Write' });
    await row.first().waitFor();
    await workbench.screenshot('05-outline');
  });

  it('completes the name after a qualifier', async () => {
    await workbench.openFile('client/Client.m3');
    await workbench.goToText(content('client/Client.m3'), '"too late"');
    for (const key of ['End', 'Enter']) await workbench.page.keyboard.press(key);
    await workbench.page.keyboard.type('Console.');
    const list = workbench.page.locator('.suggest-widget.visible .monaco-list-row');
    await list.filter({ hasText: 'Close' }).first().waitFor();
    await workbench.screenshot('06-completion');
    await workbench.page.keyboard.type('Cl');
    await workbench.page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: 'Close' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.editor
      .locator('.view-line', { hasText: /^\s*Console\.Close\(/ })
      .nth(1)
      .waitFor();
    await workbench.command('File: Revert File');
    await workbench.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  });

  it('runs an extension with what it needs, and shows its output', async () => {
    await workbench.openFile('client/Client.m3');
    await workbench.goTo(1, 1);
    const lens = workbench.editor.locator('.codelens-decoration a', { hasText: 'Run in emulator' });
    // Clicked twice it would run twice: the first terminal may take its time.
    await workbench.clickFor(lens, workbench.page.locator('.terminal-wrapper').first(), 30_000);
    const kernel = workbench.page.locator('.statusbar-item', { hasText: 'SPIN: exit 0' });
    await kernel.waitFor();
    const terminal = workbench.page.locator('.terminal-wrapper.active .xterm-rows');
    const lines = await eventually(
      () => Workbench.text(terminal),
      (text) => text.includes('console: (closed)'),
      'the output of the client',
    );
    expect(lines).toContain('client: you wrote 2 lines');
    await workbench.screenshot('07-run');
  });

  it('runs the tests that stand beside the programs, and shows what differs', async () => {
    await workbench.command('Testing: Focus on Test Explorer View');
    const row = (name: string) => workbench.page.locator('.test-explorer-tree .monaco-list-row', { hasText: name });
    await row('hello/Hello.m3').waitFor();
    await workbench.command('Test: Run All Tests');
    await row('hello/Hello.m3').locator('.codicon-testing-passed-icon').waitFor();
    await row('wrong').locator('.codicon-testing-failed-icon').waitFor();
    await workbench.screenshot('08-tests');
  });

  it('mends a mistake by a quick fix', async () => {
    await workbench.openFile('broken/Broken.m3');
    await workbench.goToText(BROKEN, 'Fmt');
    const menu = workbench.page.locator('.action-widget .monaco-list-row', { hasText: /import/i });
    await workbench.pressFor('Control+.', menu.first());
    await workbench.screenshot('09-quick-fix');
    await menu.first().click();
    await workbench.editor.locator('.view-line', { hasText: /IMPORT.Console,.IO;/ }).waitFor();
    await workbench.save();
    expect(content('broken/Broken.m3')).toBe(BROKEN.replace(' Fmt,', ''));
  });

  it('formats a file', async () => {
    await workbench.openFile('messy/Messy.m3');
    await workbench.command('Format Document');
    await workbench.page.locator('.tab.active.dirty').waitFor();
    await workbench.screenshot('10-formatted');
    await workbench.save();
    expect(content('messy/Messy.m3')).toBe(spinc(['fmt', '--stdin'], MESSY));
  });

  it('tells why a procedure is not FUNCTIONAL, with the calls that lead there', async () => {
    await workbench.openFile('console/Console.m3');
    await workbench.goToText(content('console/Console.m3'), 'Write(t: T');
    await workbench.command('SPIN: Why is this not FUNCTIONAL?');
    const title = workbench.page.locator('.quick-input-title', { hasText: 'cannot be FUNCTIONAL' });
    await title.waitFor();
    await workbench.screenshot('11-why-not');
    await workbench.page.keyboard.press('Escape');
  });

  it('finds tasks, and reads what the compiler reports in them', async () => {
    await workbench.command('Tasks: Run Task');
    const offered = workbench.page.locator('.quick-input-list');
    await offered.getByText('spin', { exact: true }).click();
    await offered.getByText('compile broken').first().click();
    const terminal = workbench.page.locator('.terminal-wrapper.active .xterm-rows');
    await eventually(
      async () => ((await terminal.count()) > 0 ? Workbench.text(terminal) : ''),
      (text) => text.includes('error[M3520]'),
      "the compiler's report",
    );
    await workbench.screenshot('12-task');
  });

  it('renames a procedure in the interface, its module and its clients', async () => {
    await workbench.openFile('client/Client.m3');
    await workbench.goToText(content('client/Client.m3'), 'Console.Write', 2, 'Console.'.length);
    const input = workbench.page.locator('.rename-box input');
    await workbench.pressFor('F2', input);
    await input.fill('PutLine');
    await workbench.screenshot('13-rename');
    await workbench.page.keyboard.press('Enter');
    for (const file of ['console/Console.i3', 'console/Console.m3', 'client/Client.m3', 'logger/ConsoleLogger.m3']) {
      await eventually(
        () => content(file),
        (text) => /\bPutLine\b/.test(text) && !/PROCEDURE Write|Console\.Write\(/.test(text),
        `the new name in ${file}`,
      );
    }
  });
});
