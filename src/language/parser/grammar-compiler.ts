/**
 * From the grammar to a parser's rules: each element becomes a function that is made once.
 *
 * Langium's own compiler makes new functions and objects at every choice and call, for parameters of rules and guards that our
 * grammar has not; that is half of all memory a parse would take. What the grammar does not use is refused here.
 */
import { GrammarAST, type LangiumCoreServices } from 'langium';
import type { TokenType } from './tree.ts';

export type Method = () => void;
export type Choice = readonly { readonly ALT: Method }[];
/** A rule as the recogniser has defined it. */
export type DefinedRule = object;

export interface RuleTarget {
  defineRule(rule: GrammarAST.ParserRule | GrammarAST.InfixRule, body: Method): DefinedRule;
  /** `to` is the assignment that the token or the rule's result is for. */
  token(
    index: number,
    type: TokenType,
    element: GrammarAST.AbstractElement,
    to: GrammarAST.Assignment | undefined,
  ): void;
  call(
    index: number,
    rule: DefinedRule,
    element: GrammarAST.AbstractElement,
    to: GrammarAST.Assignment | undefined,
  ): void;
  callFragment(index: number, rule: DefinedRule): void;
  act(type: string, action: GrammarAST.Action): void;
  choose(index: number, choice: Choice): void;
  option(index: number, body: Method): void;
  repeat(index: number, body: Method): void;
}

export function compileGrammar(services: LangiumCoreServices, target: RuleTarget): void {
  const { rules } = services.Grammar;
  const defined = new Map<GrammarAST.AbstractRule, DefinedRule>();
  const tokens = services.parser.Lexer.definition;
  // Infix rules last, as Langium does it: their operands' rules must be known.
  for (const rule of rules.filter(GrammarAST.isParserRule)) {
    const body = new RuleCompiler(target, tokens, defined).compile(rule.definition);
    defined.set(rule, target.defineRule(rule, body));
  }
  for (const rule of rules.filter(GrammarAST.isInfixRule)) {
    defined.set(rule, target.defineRule(rule, new RuleCompiler(target, tokens, defined).infix(rule)));
  }
}

/** Compiles one rule; the recogniser tells the elements of a rule apart by number. */
class RuleCompiler {
  private readonly target: RuleTarget;
  private readonly tokens: Readonly<Record<string, TokenType>>;
  private readonly defined: ReadonlyMap<GrammarAST.AbstractRule, DefinedRule>;
  private count = 1;

  constructor(
    target: RuleTarget,
    tokens: Readonly<Record<string, TokenType>>,
    defined: ReadonlyMap<GrammarAST.AbstractRule, DefinedRule>,
  ) {
    this.target = target;
    this.tokens = tokens;
    this.defined = defined;
  }

  compile(element: GrammarAST.AbstractElement, to?: GrammarAST.Assignment): Method {
    const body = this.once(element, to);
    const target = this.target;
    switch (element.cardinality) {
      case undefined:
        return body;
      case '?': {
        const index = this.count++;
        return () => target.option(index, body);
      }
      case '*': {
        const index = this.count++;
        return () => target.repeat(index, body);
      }
      default:
        throw new Error(`The grammar compiler has no "${element.cardinality}".`);
    }
  }

  private once(element: GrammarAST.AbstractElement, to: GrammarAST.Assignment | undefined): Method {
    const target = this.target;
    if (GrammarAST.isKeyword(element)) return this.token(element.value, element, to);
    if (GrammarAST.isRuleCall(element)) return this.ruleCall(element, to);
    if (GrammarAST.isAssignment(element)) return this.compile(element.terminal, element);
    if (GrammarAST.isGroup(element)) return sequence(element.elements.map((part) => this.compile(part)));
    if (GrammarAST.isAlternatives(element)) {
      const choice = element.elements.map((part) => ({ ALT: this.compile(part, to) }));
      const index = this.count++;
      return () => target.choose(index, choice);
    }
    if (GrammarAST.isAction(element)) {
      const type = element.type?.$refText ?? element.inferredType?.name ?? '';
      return () => target.act(type, element);
    }
    throw new Error(`The grammar compiler has no "${element.$type}".`);
  }

  private token(name: string, element: GrammarAST.AbstractElement, to: GrammarAST.Assignment | undefined): Method {
    const target = this.target;
    const type = this.tokens[name];
    if (type === undefined) throw new Error(`There is no token "${name}".`);
    const index = this.count++;
    return () => target.token(index, type, element, to);
  }

  private ruleCall(element: GrammarAST.RuleCall, to: GrammarAST.Assignment | undefined): Method {
    const rule = element.rule.ref;
    if (rule === undefined) throw new Error(`There is no rule "${element.rule.$refText}".`);
    return GrammarAST.isTerminalRule(rule) ? this.token(rule.name, element, to) : this.call(rule, element, to);
  }

  private call(
    rule: GrammarAST.AbstractRule,
    element: GrammarAST.AbstractElement,
    to: GrammarAST.Assignment | undefined,
  ): Method {
    const target = this.target;
    const defined = this.defined;
    const index = this.count++;
    const fragment = GrammarAST.isParserRule(rule) && rule.fragment;
    let callee: DefinedRule | undefined;
    return () => {
      callee ??= defined.get(rule)!;
      if (fragment) target.callFragment(index, callee);
      else target.call(index, callee, element, to);
    };
  }

  /** `operand (operator operand)*`, assigned to `parts` and `operators`. */
  infix(rule: GrammarAST.InfixRule): Method {
    const target = this.target;
    const operand = rule.call.rule.ref!;
    const part = {
      $type: 'Assignment',
      feature: 'parts',
      operator: '+=',
      terminal: rule.call,
    } as GrammarAST.Assignment;
    const operators = { $type: 'Assignment', feature: 'operators', operator: '+=' } as GrammarAST.Assignment;
    const keywords = rule.operators.precedences.flatMap((level) => level.operators);
    const choice = keywords.map((keyword) => ({ ALT: this.token(keyword.value, operators, operators) }));
    const choiceIndex = this.count++;
    const first = this.call(operand, part, part);
    const next = this.call(operand, part, part);
    const loopIndex = this.count++;
    const more: Method = () => {
      target.choose(choiceIndex, choice);
      next();
    };
    return () => {
      first();
      target.repeat(loopIndex, more);
    };
  }
}

function sequence(parts: readonly Method[]): Method {
  const [a, b] = parts;
  if (parts.length === 1) return a!;
  if (parts.length === 2) {
    return () => {
      a!();
      b!();
    };
  }
  return () => {
    for (const part of parts) part();
  };
}
