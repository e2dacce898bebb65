/**
 * VS Code's workbench as a person uses it: keys, commands by their titles, and what can be seen on the screen.
 * Every step waits for what it needs to see; nothing waits for time to pass.
 */
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Milliseconds that a step may take on a slow machine. */
const PATIENCE = 120_000;
/** Milliseconds after which a person would press a key again. */
const AGAIN = 5_000;

export class Workbench {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #shots: string;

  private constructor(browser: Browser, page: Page, shots: string) {
    this.#browser = browser;
    this.page = page;
    this.#shots = shots;
  }

  /** Opens a folder in a browser window; `shots` is the folder for screenshots. */
  static async open(chromiumPath: string, url: string, folder: string, shots: string): Promise<Workbench> {
    const browser = await chromium.launch({ executablePath: chromiumPath, args: FLAGS });
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(PATIENCE);
    const workbench = new Workbench(browser, page, shots);
    await page.goto(`${url}/?folder=${encodeURIComponent(folder)}`);
    await page.locator('.monaco-workbench .part.editor').waitFor();
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    return workbench;
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: `${this.#shots}/${name}.png` });
  }

  /** Closes what a step that failed has left open, before it is tried again. */
  async calm(): Promise<void> {
    for (let i = 0; i < 3; i++) await this.page.keyboard.press('Escape');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  get quickInputField(): Locator {
    return this.page.locator('.quick-input-widget .quick-input-filter input');
  }

  /** Chooses the entry whose label has the text in what a quick input offers for `typed`. */
  async quickInput(typed: string, label: string | RegExp): Promise<void> {
    await this.quickInputField.fill(typed);
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
    await row.waitFor();
    await row.click();
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Runs a command by its title, as the command palette shows it. */
  async command(title: string): Promise<void> {
    await this.pressFor('F1', this.quickInputField);
    await this.quickInputField.fill(`>${title}`);
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
    await row.waitFor();
    await row.click();
  }

  /** Opens a file by the end of its path and waits until it is shown. */
  async openFile(path: string): Promise<void> {
    const name = path.replace(/^.*\//, '');
    await this.pressFor('Control+p', this.quickInputField);
    await this.quickInput(path, name);
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.editor.locator('.view-line').first().waitFor();
  }

  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  /** Puts the cursor there, both counted from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.pressFor('Control+g', this.quickInputField);
    await this.quickInputField.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** Puts the cursor at the start of the `n`th occurrence of a text in the open file, whose whole text is given. */
  async goToText(content: string, text: string, n = 1, offset = 0): Promise<void> {
    let at = -1;
    for (let i = 0; i < n; i++) at = content.indexOf(text, at + 1);
    if (at < 0) throw new Error(`the file has no ${JSON.stringify(text)}`);
    const before = content.slice(0, at + offset).split('\n');
    await this.goTo(before.length, before.at(-1)!.length + 1);
  }

  /** Presses a key until it brings up what it should: a late lens or hint moves the text, and that closes menus. */
  pressFor(key: string, wanted: Locator): Promise<void> {
    return this.#untilShown(() => this.page.keyboard.press(key), wanted, AGAIN, `what ${key} brings up`);
  }

  /** Clicks until it has an effect: a late lens moves what is clicked from under the pointer. */
  clickFor(what: Locator, wanted: Locator, patience = AGAIN): Promise<void> {
    const click = () => what.click({ timeout: AGAIN }).catch(() => {});
    return this.#untilShown(click, wanted, patience, `what a click on ${what} brings up`);
  }

  async #untilShown(act: () => Promise<void>, wanted: Locator, patience: number, what: string): Promise<void> {
    await eventually(
      async () => {
        await act();
        return wanted.waitFor({ timeout: patience }).then(
          () => true,
          () => false,
        );
      },
      (shown) => shown,
      what,
    );
  }

  /** Shown text with the blanks that HTML keeps as others. */
  static async text(locator: Locator): Promise<string> {
    return (await locator.innerText()).replaceAll('\u00a0', ' ').replaceAll('\u200c', '');
  }

  /** Saves the file and waits until no tab says that it has changes. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+s');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  }

  async hideNotifications(): Promise<void> {
    await this.command('Notifications: Clear All Notifications');
  }
}

/** Asks until the answer satisfies; fails with the last one. */
export async function eventually<T>(
  ask: () => Promise<T> | T,
  satisfies: (answer: T) => boolean,
  what: string,
): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`waited for ${what}; last seen: ${JSON.stringify(answer, null, 1)}`);
    await new Promise((wake) => setTimeout(wake, 100));
  }
}
