/**
 * The parser: Langium's interpretation of the grammar with a tree builder of our own.
 *
 * The rules and the prediction are Langium's and Chevrotain's. What is ours is how trees come about:
 * - a rule called without assignment shares its caller's concrete node, so an identifier costs one node, not three;
 * - containers are linked while parsing, in no separate pass;
 * - operator trees are built without recursion, and every operand has its exact extent;
 * - an AssignStatement without `:=` becomes a CallStatement;
 * - a `;` missing between the items of a list is noted, and parsing goes on as if it were there.
 * How to go on after an error is for a subclass to say (`recovering-parser.ts`).
 *
 * Invariant: below the root a hidden token is never the first child of a concrete node (unless tokens were skipped).
 */
import {
  AbstractLangiumParser,
  type AstReflection,
  type CstNode,
  GrammarAST,
  GrammarUtils,
  type LangiumCoreServices,
  RootCstNodeImpl,
} from 'langium';
import { bind, type Composite, type Draft, type Frame, link, push, wrap } from './frame.ts';
import type { Choice, DefinedRule, Method, RuleTarget } from './grammar-compiler.ts';
import { buildOperatorTree, type Precedences, precedencesOf } from './operators.ts';
import type { RecognitionError } from './problems.ts';
import type { Lookahead } from './recovery.ts';
import { type IToken, lastToken, Token, type TokenType, TreeNode } from './tree.ts';

/** What a token or a rule's result is assigned to: an Assignment of the grammar. */
interface Target {
  readonly feature: string;
  readonly operator: string;
}

export interface Missing {
  /** The token behind which it is missing. */
  readonly after: Token;
  readonly what: string;
  /** The list whose item it would end. */
  readonly list: string;
}

export interface ParseRun {
  readonly unit: Draft;
  readonly errors: readonly RecognitionError[];
  /** What the grammar lets pass and the language demands. */
  readonly missing: readonly Missing[];
  /** The token at which the stack was exhausted. */
  readonly tooDeepAt: Token | undefined;
}

/** Lists whose items are separated by `;`. */
const SEPARATED = new Set(['statements', 'fields', 'methods', 'overrides', 'formals']);
/** Nodes with a heading that ends in `;` or `=`. */
const HEADED = new Set(['InterfaceUnit', 'ModuleUnit', 'GenericInterfaceUnit', 'GenericModuleUnit']);
/** The list whose items are closed by `;`, the last one too. */
const CLOSED = 'declarations';
/** What a node is before its alternative is known, and stays if that never happens; no such node gets into a tree. */
const ABSTRACT = new Set(['Unit', 'Import', 'Declaration', 'Type', 'Statement', 'Expr']);
/** Rules that may find nothing: the recogniser has noted it, and their callers go on. */
const MAY_BE_MISSING = new Set(['Operand', 'TypeRule']);

/** What of Chevrotain's parser its declarations hide from us. */
interface Recogniser {
  readonly RECORDING_PHASE: boolean;
  LA(distance: number): IToken;
  consumeToken(): void;
  consume(index: number, type: TokenType): IToken;
  subrule(index: number, rule: DefinedRule): void;
  or(index: number, choice: Choice): void;
  option(index: number, body: Method): void;
  many(index: number, body: Method): void;
  shouldInRepetitionRecoveryBeTried(): boolean;
  readonly RULE_STACK: readonly number[];
  readonly RULE_STACK_IDX: number;
  readonly RULE_OCCURRENCE_STACK: readonly number[];
  readonly RULE_OCCURRENCE_STACK_IDX: number;
  shortRuleNameToFullName(rule: number): string;
  getHumanReadableRuleStack(): string[];
  getCurrentGrammarPath(type: TokenType, occurrence: number): unknown;
}

/** So many of the innermost rules decide what can follow an error; all of them would make each error cost the depth of the nesting. */
const PATH_LENGTH = 24;

function shortenPaths(recogniser: Recogniser): void {
  const first = (): number => Math.max(0, recogniser.RULE_STACK_IDX + 1 - PATH_LENGTH);
  recogniser.getHumanReadableRuleStack = () =>
    recogniser.RULE_STACK.slice(first(), recogniser.RULE_STACK_IDX + 1).map((rule) =>
      recogniser.shortRuleNameToFullName(rule),
    );
  recogniser.getCurrentGrammarPath = (lastTok, lastTokOccurrence) => ({
    ruleStack: recogniser.getHumanReadableRuleStack(),
    occurrenceStack: recogniser.RULE_OCCURRENCE_STACK.slice(first(), recogniser.RULE_OCCURRENCE_STACK_IDX + 1),
    lastTok,
    lastTokOccurrence,
  });
}

export abstract class TreeParser extends AbstractLangiumParser implements RuleTarget {
  private readonly defaults = new Map<string, readonly [name: string, list: boolean][]>();
  private readonly reflection: AstReflection;
  protected readonly recogniser: Recogniser;
  protected readonly ahead: Lookahead;
  protected frame: Frame | undefined;
  private hidden: readonly Token[] = [];
  private nextHidden = 0;
  private missing: Missing[] = [];
  /** Where the rule that is about to start puts its tokens. */
  private startCst: Composite = new TreeNode();
  private startAt = 0;
  /** What the rule just finished has built. */
  private result: Draft | undefined;

  constructor(services: LangiumCoreServices) {
    super(services, false);
    this.reflection = services.shared.AstReflection;
    this.recogniser = this.wrapper as unknown as Recogniser;
    shortenPaths(this.recogniser);
    this.ahead = (distance) => this.recogniser.LA(distance);
  }

  /** The grammar is compiled by `compileGrammar`, which calls what follows, not by Langium, which would call these. */
  override rule(): never {
    throw new Error('This parser compiles its grammar itself.');
  }
  override readonly consume = this.rule;
  override readonly subrule = this.rule;
  override readonly action = this.rule;

  /** A fragment of the grammar: the chance to go on behind what does not belong into its list. */
  protected abstract fragmentRule(name: string, body: Method): Method;

  /** Skips to where a list can go on behind a broken item; false if that is for an outer list to do. */
  protected abstract recover(list: string, error: RecognitionError): boolean;

  /** Before a token of this type is demanded. */
  protected abstract beforeToken(type: TokenType): void;

  /** Behind the value of a property. */
  protected abstract afterProperty(name: string): void;

  /** Parses tokens that may have been repaired; `hidden` are the comments and pragmas among them. */
  run(text: string, tokens: readonly IToken[], hidden: readonly Token[]): ParseRun {
    const root = new RootCstNodeImpl(text) as Composite;
    this.frame = undefined;
    this.hidden = hidden;
    this.nextHidden = 0;
    this.missing = [];
    this.result = undefined;
    this.startCst = root;
    this.wrapper.input = tokens.slice();
    this.flushHidden(root);
    this.startAt = root.content.length;
    let tooDeepAt: Token | undefined;
    try {
      this.wrapper.rule(this.mainRule);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const at = this.ahead(1);
      tooDeepAt = at instanceof Token ? at : (tokens.at(-1) as Token);
    }
    const unit = this.unitOf(this.result);
    for (const token of this.hidden.slice(this.nextHidden)) push(root, token);
    bind(unit, root);
    return { unit, errors: this.wrapper.errors as readonly RecognitionError[], missing: this.missing, tooDeepAt };
  }

  /** Even what could not be told to be a unit is one, with empty lists. */
  private unitOf(result: Draft | undefined): Draft {
    if (result !== undefined && !ABSTRACT.has(result.$type)) return result;
    const unit: Draft = { $type: 'InterfaceUnit' };
    for (const [name, list] of this.defaultsOf(unit.$type)) unit[name] = list ? [] : false;
    return unit;
  }

  defineRule(rule: GrammarAST.ParserRule | GrammarAST.InfixRule, body: Method): DefinedRule {
    const infix = GrammarAST.isInfixRule(rule);
    const build = infix || !rule.fragment ? this.treeRule(rule, body) : this.fragmentRule(rule.name, body);
    // Errors go up to the next list, where `recover` knows how to go on.
    const defined = this.wrapper.DEFINE_RULE(rule.name, build, { resyncEnabled: false });
    if (!infix && rule.entry) this.mainRule = defined;
    return defined;
  }

  choose(index: number, choice: Choice): void {
    this.recogniser.or(index, choice);
  }

  option(index: number, body: Method): void {
    this.recogniser.option(index, body);
  }

  repeat(index: number, body: Method): void {
    this.recogniser.many(index, body);
  }

  private treeRule(rule: GrammarAST.ParserRule | GrammarAST.InfixRule, body: Method): Method {
    const $type = GrammarUtils.getTypeName(rule);
    const precedences = GrammarAST.isInfixRule(rule) ? precedencesOf(rule) : undefined;
    const mayBeMissing = MAY_BE_MISSING.has(rule.name);
    return () => {
      if (this.recogniser.RECORDING_PHASE) {
        body();
        return;
      }
      const outer = this.frame;
      const frame: Frame = {
        node: { $type },
        adopted: false,
        cst: this.startCst,
        start: this.startAt,
        parts: precedences ? [] : undefined,
        operators: precedences ? [] : undefined,
        outer,
        broken: false,
        lastItem: undefined,
      };
      this.frame = frame;
      try {
        body();
      } catch (error) {
        if (!mayBeMissing || frame.cst.content.length > frame.start || !isRecognitionError(error)) throw error;
      } finally {
        this.frame = outer;
        this.result = precedences ? operation(frame, precedences) : this.complete(frame);
      }
    };
  }

  callFragment(index: number, rule: DefinedRule): void {
    this.recogniser.subrule(index, rule);
  }

  call(index: number, rule: DefinedRule, feature: GrammarAST.AbstractElement, target: Target | undefined): void {
    if (this.recogniser.RECORDING_PHASE) {
      this.recogniser.subrule(index, rule);
      return;
    }
    const frame = this.frame!;
    this.flushHidden(frame.cst);
    const shared = target === undefined || (frame.parts !== undefined && frame.parts.length === 0);
    let cst = frame.cst;
    if (!shared) {
      cst = new TreeNode();
      cst.grammarSource = feature;
      push(frame.cst, cst as TreeNode);
    }
    const start = cst.content.length;
    this.startCst = cst;
    this.startAt = start;
    try {
      this.recogniser.subrule(index, rule);
    } catch (error) {
      if (target === undefined || !isRecognitionError(error) || !this.recover(target.feature, error)) throw error;
    } finally {
      const node = this.result;
      this.result = undefined;
      if (cst.content.length > start) this.attach(frame, target, node, shared ? undefined : (cst as TreeNode));
      else if (!shared) frame.cst.content.pop();
    }
    if (target !== undefined) this.afterProperty(target.feature);
  }

  /** Gives the caller what a rule has built; `cst` is its concrete node unless that is shared. */
  private attach(frame: Frame, target: Target | undefined, node: Draft | undefined, cst: TreeNode | undefined): void {
    if (cst !== undefined) {
      cst.content = cst.content.slice(); // to exact capacity
      cst.close();
    }
    if (node === undefined || ABSTRACT.has(node.$type)) return;
    if (cst !== undefined) bind(node, cst);
    if (frame.parts !== undefined) {
      frame.parts.push(node);
    } else if (target === undefined) {
      frame.node = node;
      frame.adopted = true;
    } else {
      if (target.operator === '+=') this.noteItem(frame, target.feature, node, cst);
      assign(frame.node, target, node);
    }
  }

  token(index: number, type: TokenType, feature: GrammarAST.AbstractElement, target: Target | undefined): void {
    if (this.recogniser.RECORDING_PHASE) {
      this.recogniser.consume(index, type);
      return;
    }
    this.beforeToken(type);
    const token = this.recogniser.consume(index, type);
    // A token that recovery has invented is no Token.
    if (!(token instanceof Token)) return;
    const frame = this.frame!;
    if (frame.lastItem !== undefined) {
      if (frame.lastItem === CLOSED && token.image !== ';') this.noteMissing('`;`', frame.cst.content.at(-1), CLOSED);
      frame.lastItem = undefined;
    }
    // An operator whose left operand could not be recognised joins nothing.
    const operator = frame.operators !== undefined && frame.parts!.length > 0;
    // With the first operator the first operand gets a concrete node of its own.
    if (operator && frame.operators!.length === 0) bind(frame.parts![0]!, wrap(frame.cst, frame.start, undefined));
    if (this.nextHidden < this.hidden.length) this.takeHidden(frame.cst, token.startOffset);
    token.grammarSource = feature;
    push(frame.cst, token);
    if (operator) frame.operators!.push(token);
    else if (target !== undefined) assign(frame.node, target, token.image);
  }

  act($type: string, action: GrammarAST.Action): void {
    if (this.recogniser.RECORDING_PHASE) return;
    const frame = this.frame!;
    if (action.feature === undefined || action.operator === undefined) {
      frame.node.$type = $type;
      return;
    }
    const child = this.complete(frame);
    const cst = wrap(frame.cst, frame.start, action);
    frame.node = { $type };
    frame.adopted = false;
    if (ABSTRACT.has(child.$type)) return;
    bind(child, cst);
    assign(frame.node, { feature: action.feature, operator: action.operator }, child);
  }

  /** Gives a finished node the properties that every node of its type has. */
  private complete(frame: Frame): Draft {
    let { node } = frame;
    if (frame.adopted) return node;
    if (node.$type === 'AssignStatement' && node['value'] === undefined && !assigns(frame.cst, frame.start)) {
      const call = node['target'] as Draft | undefined;
      node = { $type: 'CallStatement', call };
      if (call !== undefined) link(call, node, 'call', undefined);
    }
    if ((node.$type === 'TryStatement' && !frame.broken) || frame.outer?.outer === undefined)
      this.demand(node, frame.cst);
    for (const [name, list] of this.defaultsOf(node.$type)) {
      const value = node[name];
      if (value === undefined) node[name] = list ? [] : false;
      else if (list) node[name] = (value as unknown[]).slice(); // to exact capacity
    }
    return node;
  }

  private defaultsOf($type: string): readonly [name: string, list: boolean][] {
    let defaults = this.defaults.get($type);
    if (defaults === undefined) {
      defaults = Object.values(this.reflection.getTypeMetaData($type).properties)
        .filter((property) => property.defaultValue !== undefined)
        .map((property) => [property.name, Array.isArray(property.defaultValue)]);
      this.defaults.set($type, defaults);
    }
    return defaults;
  }

  private noteItem(frame: Frame, feature: string, node: Draft, cst: TreeNode | undefined): void {
    if (feature !== CLOSED && !SEPARATED.has(feature)) return;
    if (node.$type === 'AssertStatement') {
      frame.lastItem = undefined;
      return;
    }
    // The item before is the nearest composite before this one.
    if (frame.lastItem !== undefined) {
      const { content } = frame.cst;
      let before = content.length - 2;
      while (content[before]?.hidden) before--;
      if (content[content.length - 1] === cst) this.noteMissing('`;`', content[before], feature);
    }
    frame.lastItem = feature;
  }

  private noteMissing(what: string, item: CstNode | undefined, list = ''): void {
    const after = lastToken(item);
    if (after !== undefined) this.missing.push({ what, after, list });
  }

  /** What the grammar leaves optional so that parsing can go on without it. */
  private demand(node: Draft, { content }: Composite): void {
    const has = (...images: string[]): boolean =>
      content.some((child) => child instanceof Token && images.includes(child.image));
    if (node.$type === 'TryStatement') {
      if (!has('EXCEPT') && !('finallyClause' in node)) this.noteMissing('EXCEPT or FINALLY', content.at(-2));
    } else if (HEADED.has(node.$type) && !has(';', '=')) {
      const tokens = content.findIndex((child, i) => i > 0 && !child.hidden && endsHeading(child));
      this.noteMissing('`;`', content[tokens - 1]);
    }
  }

  /** Puts the hidden tokens before the next token into `cst`. */
  private flushHidden(cst: Composite): void {
    if (this.nextHidden < this.hidden.length) this.takeHidden(cst, this.ahead(1).startOffset);
  }

  private takeHidden(cst: Composite, before: number): void {
    let token = this.hidden[this.nextHidden];
    while (token !== undefined && token.startOffset < before) {
      push(cst, token);
      token = this.hidden[++this.nextHidden];
    }
  }
}

/** What can follow the heading of a unit, or stands behind it in any case. */
function endsHeading(child: CstNode): boolean {
  return !(child instanceof Token) || /^(BEGIN|END|CONST|TYPE|VAR|EXCEPTION|REVEAL)$/.test(child.image);
}

function isRecognitionError(error: unknown): error is RecognitionError {
  return error instanceof Error && 'resyncedTokens' in error;
}

function operation(frame: Frame, precedences: Precedences): Draft | undefined {
  const parts = frame.parts!;
  if (parts.length < 2) return parts[0];
  return buildOperatorTree(parts, frame.operators!, frame.cst, frame.start, precedences);
}

function assign(node: Draft, target: Target, value: unknown): void {
  const { feature, operator } = target;
  if (operator === '?=') {
    node[feature] = true;
    return;
  }
  let index: number | undefined;
  if (operator === '+=') {
    const list = (node[feature] ??= []) as unknown[];
    index = list.push(value) - 1;
  } else {
    node[feature] = value;
  }
  if (typeof value === 'object') link(value as Draft, node, feature, index);
}

/** Whether the statement whose tokens start there has a `:=`. */
function assigns(cst: Composite, start: number): boolean {
  for (let i = start; i < cst.content.length; i++) {
    const child = cst.content[i];
    if (child instanceof Token && child.image === ':=') return true;
  }
  return false;
}
