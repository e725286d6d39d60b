import type { BrowserContext, CDPSession, Page } from "playwright-core";

/** What must never happen on a page of ours. */
export interface Problem {
  readonly kind: "console-error" | "page-error" | "policy-violation" | "foreign-request" | "outside-folder";
  readonly text: string;
}

export interface SeenRequest {
  readonly url: string;
  readonly method: string;
  /** "document", "script", "stylesheet", "fetch", "font", "image" …, as the browser calls it. */
  readonly type: string;
  readonly body: string;
}

export interface Recorder {
  /** Every request so far, oldest first. */
  readonly requests: readonly SeenRequest[];
  /** Every console message so far, as `type: text`. */
  readonly messages: readonly string[];
  /** Problems so far, without those that were announced. Waits for what is still on its way from the browser. */
  problems(): Promise<readonly Problem[]>;
  /** Announces a problem that this journey brings about on purpose; `because` is for whoever reads the test. */
  announce(pattern: RegExp, because: string): void;
  /** Follows a page of the context for violations of its Content-Security-Policy; before its first address. */
  follow(page: Page): Promise<void>;
}

/** Whether the request stays with the page itself: its own origin, or bytes that the page made. */
function isOwn(url: string, origin: string): boolean {
  const { protocol, origin: itsOrigin } = new URL(url);
  return protocol === "data:" || protocol === "about:" || itsOrigin === origin;
}

/** Records all that the pages and workers of a context ask for and complain of. `site` is the folder they live in. */
export function record(context: BrowserContext, site: string): Recorder {
  const { origin, pathname } = new URL(site);
  const requests: SeenRequest[] = [];
  const messages: string[] = [];
  const found: Problem[] = [];
  const announced: RegExp[] = [];
  const sessions: { readonly page: Page; readonly session: CDPSession }[] = [];

  context.on("request", (request) => {
    const url = request.url();
    requests.push({ url, method: request.method(), type: request.resourceType(), body: request.postData() ?? "" });
    if (!isOwn(url, origin)) found.push({ kind: "foreign-request", text: url });
    else if (url.startsWith(origin) && !new URL(url).pathname.startsWith(pathname)) {
      found.push({ kind: "outside-folder", text: url });
    }
  });
  context.on("console", (message) => {
    messages.push(`${message.type()}: ${message.text()}`);
    // Browsers look for this file by themselves, at a time of their own, where a page such as the report names no icon.
    const ownWish = message.location().url.endsWith("/favicon.ico");
    if (message.type() === "error" && !ownWish) {
      found.push({ kind: "console-error", text: `${message.text()} (${message.location().url})` });
    }
  });
  context.on("weberror", (problem) => {
    found.push({ kind: "page-error", text: problem.error().message });
  });

  return {
    requests,
    messages,
    announce: (pattern, _because) => {
      announced.push(pattern);
    },
    follow: async (page) => {
      const session = await context.newCDPSession(page);
      session.on("Audits.issueAdded", ({ issue }) => {
        const details = issue.details.contentSecurityPolicyIssueDetails;
        if (details === undefined) return;
        found.push({
          kind: "policy-violation",
          text: `${details.violatedDirective} turned away ${details.blockedURL ?? "code in the page"}`,
        });
      });
      await session.send("Audits.enable");
      sessions.push({ page, session });
    },
    problems: async () => {
      for (const { page, session } of sessions) {
        if (page.isClosed()) continue;
        // Events come in order: an answer to this means that all earlier ones have arrived.
        await session.send("Runtime.evaluate", { expression: "0" });
      }
      return found.filter(({ text }) => !announced.some((pattern) => pattern.test(text)));
    },
  };
}
