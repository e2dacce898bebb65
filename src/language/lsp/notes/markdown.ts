/**
 * Comments as Markdown. Modula-3 programmers write paragraphs, program text between double quotes or indented, and *emphasis*; everything else in
 * a comment is to be read as it stands.
 */

/** `comment` is what stands between the delimiters, without its common indentation. */
export function commentMarkdown(comment: string): string {
  const out: string[] = [];
  let code: string[] = [];
  const flush = (): void => {
    while (code.at(-1) === '') code.pop();
    if (code.length > 0) {
      if (out.length > 0 && out.at(-1) !== '') out.push('');
      out.push(`\`\`\`${isProgram(code) ? 'modula3' : 'text'}`, ...undented(code), '```', '');
    }
    code = [];
  };
  let before = '';
  for (const line of comment.split('\n')) {
    const isIndented = /^(?: {2,}|\t)\S/.test(line);
    // The second line of an item of a list is no program.
    const continues = isIndented && code.length === 0 && before !== '' && isItem(out.at(-1) ?? '');
    if (isIndented && !continues) code.push(line);
    else if (line.trim() === '' && code.length > 0) code.push('');
    else {
      flush();
      out.push(prose(line.trim()));
    }
    before = line.trim();
  }
  flush();
  return out
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const isItem = (line: string): boolean => /^(?:[-*+•]|\d+[.)]) /.test(line);

const isProgram = (lines: readonly string[]): boolean =>
  lines.some((line) => /:=|;\s*$|\b(?:BEGIN|END|IF|PROCEDURE|TYPE|VAR|IMPORT|WITH|TRY|LOCK|RETURN|NEW)\b/.test(line));

function undented(lines: readonly string[]): string[] {
  const indent = Math.min(...lines.filter((l) => l !== '').map((l) => l.length - l.trimStart().length));
  return lines.map((l) => l.slice(indent));
}

/** Quoted and back-quoted program text apart, characters that Markdown would take for its own are escaped. */
function prose(line: string): string {
  return line
    .split(/("[^"\n]{1,80}"|`[^`\n]+`)/)
    .map((part, i) => {
      if (i % 2 === 0) return part.replace(/[\\<[\]_]/g, '\\$&').replace(/^(#+|>|=+|~{3,})/, '\\$1');
      const text = part.slice(1, -1);
      return text.includes('`') ? part : `\`${text}\``;
    })
    .join('');
}
