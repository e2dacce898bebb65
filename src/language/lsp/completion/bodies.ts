/**
 * The bodies of procedures, found among the words of a text that need not parse. What is known at one place depends on no other procedure's body
 * (2.4.10: a body sees what is around it, and nothing sees into it), so that who asks about a place need not have the others parsed and checked.
 */
import {
  CHAR,
  commentEnd,
  isLetter,
  isWordPart,
  nextTokenStart,
  pragmaEnd,
  quotedEnd,
  wordEnd,
} from '../../parser/scan.ts';

/** From behind the `=` to the END that has the procedure's name. */
export interface BodyExtent {
  readonly start: number;
  readonly end: number;
}

type Landmark =
  | { readonly kind: 'procedure'; readonly name: string; body?: number }
  | { readonly kind: 'end'; readonly name: string; readonly at: number };

/** Of procedures that are not in others; what has no END of its name, or one that another procedure of the name may claim, is left out. */
export function procedureBodies(text: string): BodyExtent[] {
  const landmarks = landmarksOf(text);
  const next = nextOfName(landmarks);
  const found: BodyExtent[] = [];
  for (let i = 0; i < landmarks.length; i++) {
    const procedure = landmarks[i]!;
    if (procedure.kind !== 'procedure' || procedure.body === undefined) continue;
    const behind = landmarks[next[i]!];
    if (behind?.kind !== 'end') continue;
    found.push({ start: procedure.body, end: behind.at });
    i = next[i]!;
  }
  return found;
}

const EMPTY = ' BEGIN ';

/** The same text with nothing in the bodies but for the one around `offset`; everything stands where it stood. */
export function withoutOtherBodies(text: string, offset: number): string {
  let result = '';
  let at = 0;
  for (const { start, end } of procedureBodies(text)) {
    if ((start <= offset && offset <= end) || end - start < EMPTY.length) continue;
    result += text.slice(at, start) + EMPTY + ' '.repeat(end - start - EMPTY.length);
    at = end;
  }
  return result + text.slice(at);
}

/** For each landmark the next one that has its name; past the end if there is none. */
function nextOfName(landmarks: readonly Landmark[]): number[] {
  const next: number[] = Array(landmarks.length);
  const last = new Map<string, number>();
  for (let i = landmarks.length - 1; i >= 0; i--) {
    const { name } = landmarks[i]!;
    next[i] = last.get(name) ?? landmarks.length;
    last.set(name, i);
  }
  return next;
}

/** `PROCEDURE name` and `END name;`, in order. Comments, pragmas and literals do not count. */
function landmarksOf(text: string): Landmark[] {
  const found: Landmark[] = [];
  /** The procedure whose heading we are in, and how many brackets are open in it. */
  let heading: Extract<Landmark, { kind: 'procedure' }> | undefined;
  let open = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const beforeStar = text.charCodeAt(at + 1) === CHAR.star;
    if (isLetter(code)) {
      const end = wordEnd(text, at);
      const isEnd = code === 0x45 && end - at === 3 && text.startsWith('END', at);
      if (isEnd || (code === 0x50 && end - at === 9 && text.startsWith('PROCEDURE', at))) {
        const start = nextTokenStart(text, end);
        const nameEnd = isLetter(text.charCodeAt(start)) ? wordEnd(text, start) : start;
        const name = text.slice(start, nameEnd);
        if (isEnd && text[nextTokenStart(text, nameEnd)] === ';') found.push({ kind: 'end', name, at });
        else if (!isEnd && name !== '') {
          found.push((heading = { kind: 'procedure', name }));
          open = 0;
        }
      }
      at = end;
    } else if (code === CHAR.open && beforeStar) at = ended(commentEnd(text, at), text);
    else if (code === CHAR.less && beforeStar) at = ended(pragmaEnd(text, at), text);
    else if (code === CHAR.doubleQuote || code === CHAR.quote) {
      const end = quotedEnd(text, at);
      at = end < 0 ? at + 1 : end;
    } else if (isWordPart(code)) at = wordEnd(text, at);
    else if (heading === undefined) at++;
    else {
      const pair = text.slice(at, at + 2);
      const isPair = pair === ':=' || pair === '<=' || pair === '>=' || pair === '=>';
      const character = pair[0]!;
      if ('([{'.includes(character)) open++;
      else if (')]}'.includes(character)) open--;
      else if (!isPair && open <= 0 && (character === '=' || character === ';')) {
        if (character === '=') heading.body = at + 1;
        heading = undefined;
      }
      at += isPair ? 2 : 1;
    }
  }
  return found;
}

const ended = (end: number, text: string): number => (end < 0 ? text.length : end);
