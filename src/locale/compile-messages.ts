import { compileMessage } from "@lingui/message-utils/compileMessage";

/** ICU messages as the arrays that the page understands without a parser. Throws on a message that is not ICU. */
export function compileMessages(messages: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(messages).map(([id, message]) => [id, compileMessage(message)]));
}
