/** Files as a client sends them to a server that has no disk. */

export interface SentFile {
  readonly uri: string;
  /** Null when the file is gone. */
  readonly text: string | null;
}

export class SentFiles {
  readonly #texts = new Map<string, string>();

  put({ uri, text }: SentFile): void {
    if (text === null) this.#texts.delete(uri);
    else this.#texts.set(uri, text);
  }

  text(uri: string): string | undefined {
    return this.#texts.get(uri);
  }

  below(folder: string): string[] {
    const prefix = folder.endsWith('/') ? folder : `${folder}/`;
    return [...this.#texts.keys()].filter((uri) => uri.startsWith(prefix)).sort();
  }
}

/** The files that come with a message of the protocol: many with `initialize`, one with `spin/file`; none, or nonsense, with others. */
export function filesOf(message: unknown): SentFile[] {
  const { method, params } = message as { method?: unknown; params?: Record<string, unknown> };
  const sent =
    method === 'initialize'
      ? (params?.['initializationOptions'] as { files?: unknown } | undefined)?.files
      : method === 'spin/file'
        ? [params]
        : [];
  return Array.isArray(sent) ? sent.filter(isSentFile) : [];
}

function isSentFile(value: unknown): value is SentFile {
  const { uri, text } = (value ?? {}) as Record<string, unknown>;
  return typeof uri === 'string' && (typeof text === 'string' || text === null);
}
