/** The parser's services, to be merged under those of a language server. Nothing here knows about files or editors. */
import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
  type LangiumSharedCoreServices,
  type Module,
  type PartialLangiumCoreServices,
} from 'langium';
import { Modula3GeneratedModule, Modula3GeneratedSharedModule } from '../generated/module.ts';
import { Modula3Lexer } from './lexer.ts';
import { createModula3Parser } from './modula3-parser.ts';
import { ExpectationProvider } from './problems.ts';

export const Modula3ParserModule: Module<LangiumCoreServices, PartialLangiumCoreServices> = {
  parser: {
    // Predicting by few tokens keeps an error where it is; an unbounded look ahead would stumble over it from afar.
    ParserConfig: () => ({ maxLookahead: 3 }),
    Lexer: (services) => new Modula3Lexer(services),
    LangiumParser: (services) => createModula3Parser(services),
    ParserErrorMessageProvider: () => new ExpectationProvider(),
  },
};

export interface Modula3CoreServices {
  readonly shared: LangiumSharedCoreServices;
  readonly modula3: LangiumCoreServices;
}

export function createModula3CoreServices(): Modula3CoreServices {
  const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), Modula3GeneratedSharedModule);
  const modula3 = inject(createDefaultCoreModule({ shared }), Modula3GeneratedModule, Modula3ParserModule);
  shared.ServiceRegistry.register(modula3);
  return { shared, modula3 };
}
