import { URI } from 'langium';
import { describe, expect, it } from 'vitest';
import { createModula3CoreServices } from '../../../src/language/parser/services.ts';

const { modula3, shared } = createModula3CoreServices();

describe("Langium's services on top of the parser", () => {
  it('have no errors in the definition of the grammar', () => {
    expect(modula3.parser.LangiumParser.definitionErrors).toEqual([]);
  });

  it('show the syntax problems of a document where they are, also those of no length', async () => {
    const text = 'MODULE M;\nBEGIN\n  x := ;\n  y := 1 z() "\nEND M.\n';
    const document = shared.workspace.LangiumDocumentFactory.fromString(text, URI.parse('memory:///M.m3'));
    await shared.workspace.DocumentBuilder.build([document], { validation: true });
    expect(document.diagnostics?.map(({ range, message }) => [range.start, range.end, message])).toEqual([
      [{ line: 2, character: 7 }, { line: 2, character: 8 }, 'expected an expression, found `;`'],
      [{ line: 3, character: 8 }, { line: 3, character: 8 }, 'expected `;` here, found `z`'],
      [{ line: 3, character: 13 }, { line: 3, character: 14 }, 'this text literal is not closed on its line'],
    ]);
  });

  it('complete from the same grammar', () => {
    const { elementStack } = modula3.parser.CompletionParser.parse('MODULE M; BEGIN x := a');
    expect(elementStack.length).toBeGreaterThan(0);
  });
});
