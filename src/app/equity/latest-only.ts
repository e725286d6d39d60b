/** A way to ask of which only the newest counts. */
export interface LatestOnly<Ask, Answer> {
  ask(ask: Ask): void;
  /** To be called with each answer, in the order of the asks that were sent. */
  answered(answer: Answer): void;
}

/**
 * Sends one ask at a time. What is asked meanwhile waits, and only the newest of it is ever sent; an answer that has
 * been overtaken is not heard. So a person who changes their mind ten times waits for two answers at most.
 */
export function latestOnly<Ask, Answer>(
  send: (ask: Ask) => void,
  hear: (answer: Answer, ask: Ask) => void,
): LatestOnly<Ask, Answer> {
  let sent: { readonly ask: Ask } | null = null;
  let waiting: { readonly ask: Ask } | null = null;
  const begin = (next: { readonly ask: Ask }): void => {
    sent = next;
    send(next.ask);
  };
  return {
    ask(ask) {
      if (sent === null) begin({ ask });
      else waiting = { ask };
    },
    answered(answer) {
      const done = sent;
      const next = waiting;
      sent = null;
      waiting = null;
      if (next !== null) begin(next);
      else if (done !== null) hear(answer, done.ask);
    },
  };
}
