/**
 * What a check or a compilation asked its provider of units. A job's result follows from the job and the answers: whoever gets the same answers again
 * has the same result again.
 */
import type { UnitProvider } from '../../language/check.ts';
import { sha256 } from '../sha256.ts';

type Asked = 'findInterface' | 'findModule' | 'findExporters' | 'findGenericInterface' | 'findGenericModule';

export interface Question {
  /** `interfaceNames` is about no name. */
  readonly what: Asked | 'interfaceNames';
  readonly name: string;
  /** A hash of the answer: paths, texts, whose they are. */
  readonly answer: string;
}

/** A provider that gives the same answers, and takes down what it was asked. */
export function takingDown(provider: UnitProvider): { provider: UnitProvider; questions(): readonly Question[] } {
  const asked = new Map<string, Question>();
  const note = (what: Question['what'], name: string, answer: unknown): void => {
    asked.set(`${what} ${name}`, { what, name, answer: digest(answer) });
  };
  const ask =
    <A>(what: Asked, find: ((name: string) => A) | undefined, none: A) =>
    (name: string): A => {
      const answer = find === undefined ? none : find.call(provider, name);
      if (!asked.has(`${what} ${name}`)) note(what, name, answer);
      return answer;
    };
  return {
    provider: {
      findInterface: ask('findInterface', provider.findInterface, undefined),
      findModule: ask('findModule', provider.findModule, undefined),
      findExporters: ask('findExporters', provider.findExporters, []),
      findGenericInterface: ask('findGenericInterface', provider.findGenericInterface, undefined),
      findGenericModule: ask('findGenericModule', provider.findGenericModule, undefined),
      interfaceNames() {
        const names = [...(provider.interfaceNames?.() ?? [])];
        if (!asked.has('interfaceNames ')) note('interfaceNames', '', names);
        return names;
      },
    },
    questions: () => [...asked.values()],
  };
}

/** Whether the provider says today what it said then. */
export function answersAgain(provider: UnitProvider, questions: readonly Question[]): boolean {
  return questions.every(({ what, name, answer }) => {
    const now =
      what === 'interfaceNames'
        ? [...(provider.interfaceNames?.() ?? [])]
        : what === 'findExporters'
          ? (provider.findExporters?.(name) ?? [])
          : provider[what]?.(name);
    return digest(now) === answer;
  });
}

function digest(answer: unknown): string {
  return sha256(JSON.stringify(answer ?? null), 'base64');
}
