/** Formatting of a document, of a range, and while typing: small edits, so that cursors and breakpoints stay where they are. */
import type { FormattingOptions, TextEdit } from 'vscode-languageserver';
import type { FormatEdit } from '../../format/edits.ts';
import { formatRange, formatText } from '../../format/format.ts';
import { DEFAULT_OPTIONS, type FormatOptions } from '../../format/options.ts';
import { TYPING_TRIGGERS, typingEdits } from '../../format/typing.ts';
import { parseUnit } from '../../parser/parse.ts';
import type { TextMap } from '../positions.ts';
import type { Feature, Session } from '../session.ts';

const [firstTrigger, ...otherTriggers] = TYPING_TRIGGERS;

export const formatting: Feature = {
  capabilities: {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: {
      firstTriggerCharacter: firstTrigger!,
      moreTriggerCharacter: [...otherTriggers],
    },
  },
  register(session) {
    const { connection } = session;
    connection.onDocumentFormatting(({ textDocument, options }) =>
      answer(session, textDocument.uri, ({ text }) => formatText(text, problems(text), chosen(options))),
    );
    connection.onDocumentRangeFormatting(({ textDocument, range, options }) =>
      answer(session, textDocument.uri, (map) => {
        const span = { start: map.offset(range.start), end: map.offset(range.end) };
        return formatRange(map.text, span, problems(map.text), chosen(options));
      }),
    );
    connection.onDocumentOnTypeFormatting(({ textDocument, position, ch, options }) =>
      answer(session, textDocument.uri, (map) => typingEdits(map.text, map.offset(position), ch, chosen(options))),
    );
  },
};

function answer(session: Session, uri: string, edits: (map: TextMap) => FormatEdit[]): TextEdit[] {
  const map = session.analysis.map(session.host.pathOf(uri));
  if (!map) return [];
  return edits(map).map((edit) => ({ range: map.range(edit), newText: edit.text }));
}

const problems = (text: string) => parseUnit(text, '').diagnostics.map(({ span }) => span);

function chosen({ tabSize, insertSpaces }: FormattingOptions): FormatOptions {
  const indent = Number.isInteger(tabSize) && tabSize >= 1 && tabSize <= 16 ? tabSize : DEFAULT_OPTIONS.indent;
  return { ...DEFAULT_OPTIONS, indent, tabs: !insertSpaces };
}
