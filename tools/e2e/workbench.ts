/**
 * VS Code's window as a user meets it. All selectors of the workbench are here.
 */
import type { FrameLocator, Locator, Page } from 'playwright-core';

/** Which squiggle VS Code draws for a severity. */
export type Squiggle = 'error' | 'warning' | 'info';

const SECONDS = 1000;
/** For what VS Code does by itself; the first page has to load megabytes. */
const PATIENCE = 30 * SECONDS;

export class Workbench {
  constructor(readonly page: Page) {}

  /** @param host of the VS Code server, or of what stands in front of it. */
  async open(host: string, folder: string): Promise<void> {
    const address = `http://${host}/?folder=${encodeURIComponent(folder)}`;
    await this.page.goto(address, { waitUntil: 'domcontentloaded' });
    await this.page.locator('.monaco-workbench').waitFor({ timeout: 2 * PATIENCE });
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: PATIENCE });
  }

  /** Opens a file by its name, as one types it. */
  async openFile(name: string): Promise<void> {
    await this.#quickInput('Control+P', name, name);
    await this.page.locator('.tab.active', { hasText: name }).waitFor({ timeout: PATIENCE });
    await this.editor.locator('.view-line').first().waitFor({ timeout: PATIENCE });
  }

  /** Runs a command of the palette by its whole title. */
  async runCommand(title: string): Promise<void> {
    await this.#quickInput('F1', `>${title}`, title);
  }

  /** Puts the cursor into a name; the line counts from one, as VS Code's users do. */
  async goToName(line: number, name: string): Promise<void> {
    await this.page.keyboard.press('Control+G');
    await this.#input.fill(`:${line}`);
    await this.page.keyboard.press('Enter');
    await this.cursor.filter({ hasText: `Ln ${line},` }).waitFor({ timeout: PATIENCE });
    await this.editor
      .locator('.view-line')
      .getByText(name, { exact: true })
      .and(this.page.locator('span:not(:has(span))'))
      .first()
      .click();
    await this.cursor.filter({ hasText: `Ln ${line},` }).waitFor({ timeout: PATIENCE });
  }

  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  squiggles(kind: Squiggle): Locator {
    return this.page.locator(`.monaco-editor .squiggly-${kind}`);
  }

  get codeLenses(): Locator {
    return this.editor.locator('.codelens-decoration');
  }

  async showProblems(): Promise<void> {
    await this.runCommand('Problems: Focus on Problems View');
    await this.page.locator('.markers-panel').waitFor({ timeout: PATIENCE });
  }

  /** Rows of the Problems panel with all of these texts. */
  problem(...texts: readonly string[]): Locator {
    return withTexts(this.page.locator('.markers-panel .monaco-list-row'), texts);
  }

  /** Shows the hover at the cursor. */
  async hover(text: string): Promise<Locator> {
    await this.runCommand('Show or Focus Hover');
    const hover = this.page.locator('.monaco-hover:visible', { hasText: text });
    await hover.first().waitFor({ timeout: PATIENCE });
    return hover.first();
  }

  /** Opens the menu of quick fixes at the cursor. */
  async openQuickFixes(): Promise<Locator> {
    await this.page.keyboard.press('Control+.');
    const rows = this.page.locator('.action-widget .monaco-list-row');
    await rows.first().waitFor({ timeout: PATIENCE });
    return rows;
  }

  /** Chooses the first entry of a quick pick that an extension has opened, once it has the text. */
  async answer(text: string): Promise<void> {
    await this.#input.waitFor({ timeout: PATIENCE });
    await this.#input.fill(text);
    const row = this.page.locator('.quick-input-widget .monaco-list-row').first();
    await row.filter({ hasText: text }).click({ timeout: PATIENCE });
  }

  get quickPick(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  /** Inside of the webview that is shown. */
  get webview(): FrameLocator {
    return this.page
      .frameLocator('iframe.webview.ready:not([style*="hidden"])')
      .frameLocator('iframe#active-frame');
  }

  /** Opens the view container whose title this is. */
  viewRows(view: string): Locator {
    return this.page
      .locator(`.pane[aria-label^="${view}"], .pane:has([aria-label^="${view}"])`)
      .locator('.monaco-list-row');
  }

  /** The braces beside the name of the language. */
  get languageStatus(): Locator {
    return this.page.locator('[id="status.languageStatus"]');
  }

  /** What a language status shows when it is pointed at. */
  languageStatusRow(text: string): Locator {
    return this.page.locator('.hover-language-status', { hasText: text });
  }

  tab(title: string): Locator {
    return this.page.locator('.tab', { hasText: title });
  }

  get cursor(): Locator {
    return this.page.locator('.statusbar-item', { hasText: /^Ln \d+, Col \d+/ });
  }

  /** @param theme the name of a color theme, in whole. */
  async setTheme(theme: string): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    await this.answer(theme);
    await this.quickPick.waitFor({ state: 'hidden', timeout: PATIENCE });
  }

  get #input(): Locator {
    return this.page.locator('.quick-input-widget:visible input[type="text"]');
  }

  /** Opens the quick input by a key, types, and takes the row of exactly this name. */
  async #quickInput(key: string, text: string, name: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.#input.waitFor({ timeout: PATIENCE });
    await this.#input.fill(text);
    const row = this.page
      .locator('.quick-input-widget .monaco-list-row')
      .filter({ has: this.page.getByText(name, { exact: true }) })
      .first();
    await row.click({ timeout: PATIENCE });
    // What was chosen may open the quick input again.
    await row.waitFor({ state: 'hidden', timeout: PATIENCE });
  }
}

function withTexts(rows: Locator, texts: readonly string[]): Locator {
  return texts.reduce((found, hasText) => found.filter({ hasText }), rows);
}
