/**
 * The parser's behaviour after an error.
 *
 * An error costs at most the innermost item of a list that it is in (statement, declaration, argument, …): it is caught where
 * the item was called for, and `recovery.ts` says how far to skip. A token that cannot stand where a list stops is skipped
 * likewise, and the list goes on. A missing operand or type is no reason to skip anything. Single tokens are inserted or
 * deleted by Chevrotain.
 */
import type { LangiumCoreServices } from 'langium';
import type { Method } from './grammar-compiler.ts';
import type { RecognitionError } from './problems.ts';
import {
  beginsStatement,
  distanceTo,
  distanceToBody,
  endsDeclarations,
  endsImports,
  endsMembers,
  endsSection,
  endsStatements,
  orphanBranch,
  skipsHead,
  tokensToSection,
  tokensToSkip,
} from './recovery.ts';
import { type IToken, Token } from './tree.ts';
import { type ParseRun, TreeParser } from './tree-parser.ts';

/** The lists that fragments of the grammar fill, where it is not that of the declarations. */
const LIST_OF: Readonly<Record<string, string>> = {
  Imports: 'imports',
  Fields: 'fields',
  Methods: 'methods',
  Overrides: 'overrides',
};

/** More errors than anyone is shown. */
const MOST_MISMATCHES = 300;

const SECTIONS = new Set(['Constants', 'Types', 'Variables', 'Exceptions', 'Reveals']);

export abstract class RecoveringParser extends TreeParser {
  private unexpected: RecognitionError[] = [];
  private mismatches = 0;
  /** In the current list of statements the ENDs still to come of statements whose first word is missing. */
  private orphans = 0;

  constructor(services: LangiumCoreServices) {
    super(services);
    // Skipping to whatever could end a repetition skips too much.
    this.recogniser.shouldInRepetitionRecoveryBeTried = () => false;
  }

  override run(text: string, tokens: readonly IToken[], hidden: readonly Token[]): ParseRun {
    this.unexpected = [];
    this.mismatches = 0;
    this.orphans = 0;
    const run = super.run(text, tokens, hidden);
    return { ...run, errors: [...run.errors, ...this.unexpected] };
  }

  /** A fragment; if it is a list, then one that goes on behind what does not belong into it. */
  protected override fragmentRule(name: string, body: Method): Method {
    const members = (): boolean => endsMembers(this.ahead);
    const section = (): boolean => endsSection(this.ahead);
    const atEnd = {
      Statements: () => endsStatements(this.ahead(1).tokenType.name, this.enclosing()),
      Declarations: () => endsDeclarations(this.ahead),
      Imports: () => endsImports(this.ahead),
      Constants: section,
      Types: section,
      Variables: section,
      Exceptions: section,
      Reveals: section,
      Fields: members,
      Methods: members,
      Overrides: members,
    }[name];
    if (atEnd === undefined) return body;
    return () => {
      const outer = this.orphans;
      this.orphans = 0;
      body();
      while (!this.recogniser.RECORDING_PHASE) {
        if (!this.skipOrphan()) {
          if (atEnd()) break;
          this.skipUnexpected(name);
        }
        body();
      }
      this.orphans = outer;
    };
  }

  /** Skips, in silence, what is left of a statement without its first word. */
  private skipOrphan(): boolean {
    const { ahead } = this;
    const end = this.orphans > 0 && ahead(1).tokenType.name === 'END';
    const count = end ? 1 : this.orphans > 0 || this.inLostBranches() ? orphanBranch(ahead) : 0;
    if (end) this.orphans--;
    if (count > 0) this.skip(count);
    return count > 0;
  }

  /** Whether this is a TRY whose EXCEPT was missed: its branches are among its statements. */
  private inLostBranches(): boolean {
    return this.frame!.broken && this.frame!.node.$type === 'TryStatement';
  }

  /** Whether an END will be left over when these tokens are skipped. A THEN further on in an IF more likely lacks its ELSIF. */
  private leavesEnd(count: number): boolean {
    if (!skipsHead(count, this.ahead)) return false;
    const { node } = this.frame!;
    const statements = node['statements'] as readonly unknown[] | undefined;
    return this.ahead(count).image !== 'THEN' || node.$type !== 'IfClause' || (statements?.length ?? 0) < 2;
  }

  private *enclosing(): Iterable<string> {
    for (let { frame } = this; frame !== undefined; frame = frame.outer) yield frame.node.$type;
  }

  /** Notes the next token as one that does not belong there, and skips to where the list can go on. */
  private skipUnexpected(list: string): void {
    if (++this.mismatches > MOST_MISMATCHES) this.giveUp();
    const { ahead } = this;
    const token = ahead(1);
    const previousToken = ahead(0);
    const lostBegin = SECTIONS.has(list) && previousToken.tokenType.name === 'ID' && beginsStatement(ahead);
    const count = list === 'Statements' ? this.unexpectedInStatements() : this.unexpectedInDeclarations(list);
    this.frame!.broken = true;
    const resyncedTokens = this.skip(count);
    // What looks like a variable is a statement; the missing BEGIN will be noticed.
    if (lostBegin) return;
    const what = list === 'Statements' && token.image === '|' && this.inLostBranches() ? 'Branches' : list;
    this.unexpected.push({ name: 'Unexpected', message: `! ${what}`, token, previousToken, resyncedTokens });
  }

  private unexpectedInStatements(): number {
    const { ahead } = this;
    const branch = orphanBranch(ahead);
    if (branch > 0) {
      if (this.frame!.node.$type !== 'TryStatement') this.orphans++;
      return branch;
    }
    const count = tokensToSkip('statements', ahead)!;
    if (this.leavesEnd(count)) this.orphans++;
    return count > 0 ? count : 1 + tokensToSkip('statements', (distance) => ahead(distance + 1))!;
  }

  private unexpectedInDeclarations(list: string): number {
    const { ahead } = this;
    if (list === 'Declarations' && ahead(1).tokenType.name === 'ID') return tokensToSection(ahead);
    const count = Math.max(1, tokensToSkip(LIST_OF[list] ?? 'declarations', ahead)!);
    return list === 'Imports' && ahead(count + 1).image === ';' ? count + 1 : count;
  }

  /** Skips to where a list can go on behind a broken item; false if that is for an outer list to do. */
  protected override recover(list: string, error: RecognitionError): boolean {
    const heading = list === 'signature' && this.frame!.node.$type === 'ProcedureDecl';
    const count = heading ? distanceBefore(distanceToBody(this.ahead)) : tokensToSkip(list, this.ahead);
    if (count === undefined) return false;
    if (list === 'statements' && this.leavesEnd(count)) this.orphans++;
    (error as { resyncedTokens: readonly IToken[] }).resyncedTokens = this.skip(count);
    return true;
  }

  /** The rest of a text with so many errors is not worth the time that errors take. */
  private giveUp(): void {
    while (this.ahead(1) instanceof Token) this.recogniser.consumeToken();
  }

  /** Returns the tokens skipped and the one where parsing goes on, at which another error would be an echo. */
  private skip(count: number): IToken[] {
    const skipped: IToken[] = [];
    if (count > 0 && this.frame !== undefined) this.frame.lastItem = undefined;
    for (let i = 0; i < count; i++) {
      skipped.push(this.ahead(1));
      this.recogniser.consumeToken();
    }
    if (this.ahead(1) instanceof Token) skipped.push(this.ahead(1));
    return skipped;
  }

  /** If the expected token stands a little further on, notes what is in the way and skips it. */
  protected override beforeToken(tokenType: Token['tokenType']): void {
    const token = this.ahead(1);
    if (token.tokenType === tokenType) return;
    if (++this.mismatches > MOST_MISMATCHES) this.giveUp();
    const inSignature = this.frame!.node.$type === 'Signature';
    this.skipTo(tokenType.name, distanceTo(tokenType.name, inSignature, this.ahead));
  }

  private skipTo(expected: string, distance: number | undefined): void {
    if (distance === undefined) return;
    const token = this.ahead(1);
    const previousToken = this.ahead(0);
    const resyncedTokens = this.skip(distance - 1);
    this.unexpected.push({ name: 'Unexpected', message: `${expected} ?`, token, previousToken, resyncedTokens });
  }

  /** Behind a procedure's signature there is nothing but its body or the end of its declaration. */
  protected override afterProperty(name: string): void {
    if (name !== 'signature' || this.frame!.node.$type !== 'ProcedureDecl') return;
    const { image } = this.ahead(1);
    if (image === '=' || image === ';') return;
    const distance = distanceToBody(this.ahead);
    if (distance !== undefined && this.ahead(distance).image === '=') this.skipTo('=', distance);
  }
}

function distanceBefore(distance: number | undefined): number | undefined {
  return distance === undefined ? undefined : distance - 1;
}
