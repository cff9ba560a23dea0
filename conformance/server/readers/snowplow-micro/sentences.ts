/**
 * The sentences in the errors of a bad event: its first error is one, the others are documents of bad rows, whose
 * shape differs by kind and version. Each fault that such a document lists is one sentence.
 */
export function sentencesOf(errors: readonly string[]): string[] {
  const documents = errors.flatMap((error) => faultsOf(error) ?? []);
  return documents.length > 0 ? documents : [...errors];
}

interface Message {
  message?: unknown;
  error?: { dataReports?: readonly { path?: unknown; message?: unknown }[]; error?: unknown };
}

function faultsOf(text: string): string[] | undefined {
  try {
    const { data } = JSON.parse(text) as { data?: { failure?: { messages?: readonly Message[] } } };
    const messages = data?.failure?.messages;
    return Array.isArray(messages) ? messages.flatMap(sentences) : [text];
  } catch {
    return undefined;
  }
}

function sentences(message: Message): string[] {
  const reports = message.error?.dataReports;
  if (!Array.isArray(reports) || reports.length === 0) return [JSON.stringify(message)];
  return reports.map((report) => (report.path == null ? String(report.message) : `${report.path}: ${report.message}`));
}
