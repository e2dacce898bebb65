/**
 * Sends diagnostics: of files whose text or whose imports have changed, soon and open ones first; and of the rest of the workspace when there is
 * nothing else to do. It checks one file at a time and lets requests be answered in between.
 */
import type { Session } from './session.ts';

/** Milliseconds without a keystroke before files are checked again: enough to take a burst of keys as one. */
const PAUSE = 20;
/** Milliseconds of work after which requests get their turn. */
const TURN = 25;
/** Milliseconds that belong to requests alone between two turns of the sweep: one takes several rounds of the event loop, from its bytes to its answer. */
const REST = 10;

export class Publisher {
  readonly #session: Session;
  /** Changed, or importing what has changed. */
  readonly #waiting = new Set<string>();
  /** Never looked at. */
  readonly #sweep = new Set<string>();
  /** Open files whose diagnostics are out, and whose names are to be gathered for searches: nobody waits for that. */
  readonly #ungathered = new Set<string>();
  readonly #shown = new Set<string>();
  /** What editors show of open files may be other than they think, though these have not changed themselves. */
  #isStale = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #progress: Progress | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Files to be checked soon; the first is the one that has changed. */
  touch(paths: Iterable<string>): void {
    let isFirst = true;
    for (const path of paths) {
      this.#isStale ||= !isFirst && this.#session.workspace.isOpen(path);
      isFirst = false;
      this.#waiting.add(path);
      this.#sweep.delete(path);
    }
    this.#soon(PAUSE);
  }

  /** Everything that the user sees diagnostics of. */
  touchShown(): void {
    const { documents, host } = this.#session;
    this.touch([...this.#shown, ...documents.keys()].map((uri) => host.pathOf(uri)));
  }

  /** Files to be checked when nothing else is to do. */
  sweep(paths: Iterable<string>): void {
    for (const path of paths) if (!this.#waiting.has(path)) this.#sweep.add(path);
    if (this.#timer === undefined) this.#soon(PAUSE);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting.clear();
    this.#ungathered.clear();
    this.#sweep.clear();
  }

  #soon(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#work(), pause);
  }

  #work(): void {
    this.#timer = undefined;
    const until = Date.now() + TURN;
    if (this.#waiting.size === 0) this.#gatherOpen();
    for (let path = this.#next(); path !== undefined; path = this.#next()) {
      this.#waiting.delete(path);
      this.#sweep.delete(path);
      this.#publish(path);
      if (this.#session.workspace.isOpen(path)) this.#ungathered.add(path);
      else this.#gather(path);
      // What has been sent goes out when the turn is over.
      if (Date.now() > until || (this.#waiting.size === 0 && this.#ungathered.size > 0)) break;
    }
    this.#report();
    if (this.#isStale && this.#waiting.size === 0) {
      this.#isStale = false;
      this.#session.refreshViews();
    }
    const isSoon = this.#waiting.size + this.#ungathered.size > 0;
    if (isSoon || this.#sweep.size > 0) this.#soon(isSoon ? 0 : REST);
  }

  /** While the checked unit is at hand: who searches then need not check it again. */
  #gather(path: string): void {
    const { workspace, names, symbols } = this.#session;
    if (workspace.text(path) !== undefined) names.occurrences(path);
    if (workspace.head(path)?.kind === 'interface') symbols.of(path);
  }

  #gatherOpen(): void {
    for (const path of this.#ungathered) {
      this.#ungathered.delete(path);
      this.#gather(path);
    }
  }

  #next(): string | undefined {
    const { workspace } = this.#session;
    for (const path of this.#waiting) if (workspace.isOpen(path)) return path;
    for (const path of this.#waiting) return path;
    for (const path of this.#sweep) return path;
    return undefined;
  }

  #publish(path: string): void {
    const { connection, host, workspace, analysis, documents } = this.#session;
    const uri = host.uriOf(path);
    if (workspace.text(path) === undefined) {
      if (this.#shown.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
      return;
    }
    if (analysis.isLibrary(path)) return;
    const diagnostics = this.#session.diagnostics(path);
    const document = documents.get(uri);
    if (diagnostics.length === 0 && !document && !this.#shown.has(uri)) return;
    this.#shown.add(uri);
    void connection.sendDiagnostics({ uri, diagnostics, ...(document ? { version: document.version } : {}) });
  }

  #report(): void {
    const left = this.#sweep.size;
    if (left > 0) this.#progress ??= new Progress(this.#session, left);
    this.#progress?.report(left);
    if (left === 0) this.#progress = undefined;
  }
}

/** "Checking the workspace 40 %", where the client shows such things. */
class Progress {
  readonly #session: Session;
  readonly #total: number;
  #shown = -1;
  #reporter: { report(percentage: number): void; done(): void } | undefined;
  #isOver = false;

  constructor(session: Session, total: number) {
    this.#session = session;
    this.#total = total;
    if (session.client.window?.workDoneProgress) void this.#begin();
  }

  async #begin(): Promise<void> {
    const reporter = await this.#session.connection.window.createWorkDoneProgress();
    reporter.begin('Checking the workspace', 0);
    if (this.#isOver) reporter.done();
    else this.#reporter = reporter;
  }

  report(left: number): void {
    const percentage = Math.floor((100 * (this.#total - left)) / Math.max(1, this.#total));
    if (left === 0) {
      this.#isOver = true;
      this.#reporter?.done();
    } else if (percentage > this.#shown) {
      this.#shown = percentage;
      this.#reporter?.report(percentage);
    }
  }
}
