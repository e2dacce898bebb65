/**
 * All of the tools that needs the language. It is loaded with `import()`, when there is something to do: the built tools have it as a program of its own
 * (`scripts/programs.ts`), so that nobody waits for it who runs a compiled extension. Classes of errors do not go across: results say what is wrong.
 */
export { perform } from './perform.ts';

export async function serveLanguage(): Promise<number> {
  const server = await import('./language-server.ts');
  return server.serveLanguage();
}
