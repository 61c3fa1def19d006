/**
 * One VS Code with a browser that shows a folder in it.
 */
import { Browser } from './browser.js';
import { type ServerOptions, VsCodeServer } from './vsCodeServer.js';
import { Workbench } from './workbench.js';

export class Session {
  private constructor(
    readonly server: VsCodeServer,
    readonly browser: Browser,
    readonly workbench: Workbench,
  ) {}

  static async open(folder: string, options: ServerOptions): Promise<Session> {
    const [server, browser] = await Promise.all([VsCodeServer.start(options), Browser.open()]);
    const workbench = new Workbench(browser.page);
    const session = new Session(server, browser, workbench);
    try {
      await workbench.open(server.host, folder);
      return session;
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }
}
