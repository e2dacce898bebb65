/**
 * The command `spin.explainEffects`: why is this procedure not EPHEMERAL (or FUNCTIONAL)? Arguments: URI, position, the effect. The answer has a sentence,
 * and the steps from the procedure to the place that forbids it.
 */
import type { Location, Position } from 'vscode-languageserver';
import { whyNot } from '../actions/effects.ts';
import { couldBe, type Effect, isDeclared } from '../effects.ts';
import { bodiesOf } from '../names/related.ts';
import type { Feature, Session } from '../session.ts';

export const COMMAND = 'spin.explainEffects';

export interface EffectExplanation {
  readonly procedure: string;
  readonly effect: Effect;
  readonly text: string;
  /** From the procedure to the place at the end of the calls; empty when nothing forbids it. */
  readonly path: readonly { readonly procedure: string; readonly message: string; readonly location: Location }[];
}

export const explainEffects: Feature = {
  capabilities: { executeCommandProvider: { commands: [COMMAND] } },
  register(session) {
    session.commands.set(COMMAND, (args) => {
      const [uri, position, effect = 'EPHEMERAL'] = args as [string, Position, Effect?];
      return explain(session, uri, position, effect);
    });
  },
};

function explain(session: Session, uri: string, position: Position, effect: Effect): EffectExplanation | null {
  const used = session.at(uri, position)?.name.used;
  if (!used || !('kind' in used) || used.kind !== 'procedure') return null;
  const body = used.form === 'body' ? used : bodiesOf(session, used)[0];
  const answer = (text: string, path: EffectExplanation['path'] = []): EffectExplanation => ({
    procedure: used.name,
    effect,
    text,
    path,
  });
  if (isDeclared(used.type, effect)) return answer(`${used.name} is ${effect}.`);
  if (!body) return answer(`The body of ${used.name} is not in this workspace.`);
  const verdict = couldBe(session, body, effect);
  if (verdict.possible) {
    const also = verdict.also.map((p) => p.name).join(', ');
    return answer(`${used.name} could be ${effect}${also ? `, together with ${also}` : ''}; it is not declared so.`);
  }
  const path = verdict.path.flatMap((step) => {
    const location = session.location(step.span);
    return location ? [{ procedure: step.procedure.name, message: whyNot([step], effect), location }] : [];
  });
  return answer(`${used.name} cannot be ${effect}: ${whyNot(verdict.path, effect)}.`, path);
}
