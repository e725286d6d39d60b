import { expect, test } from "vitest";
import { latestOnly } from "../../src/app/equity/latest-only.ts";

function line() {
  const sent: string[] = [];
  const heard: string[] = [];
  const only = latestOnly<string, string>(
    (ask) => sent.push(ask),
    (answer, ask) => heard.push(`${ask}: ${answer}`),
  );
  return { sent, heard, only };
}

test("one ask is sent and its answer heard", () => {
  const { sent, heard, only } = line();
  only.ask("a");
  only.answered("1");
  expect(sent).toEqual(["a"]);
  expect(heard).toEqual(["a: 1"]);
});

test("of many asks made meanwhile only the last is sent, and only its answer heard", () => {
  const { sent, heard, only } = line();
  for (const ask of ["a", "b", "c", "d"]) only.ask(ask);
  expect(sent).toEqual(["a"]);
  only.answered("1");
  expect(heard).toEqual([]);
  expect(sent).toEqual(["a", "d"]);
  only.answered("2");
  expect(heard).toEqual(["d: 2"]);
  only.ask("e");
  only.answered("3");
  expect(heard).toEqual(["d: 2", "e: 3"]);
});

test("an answer that nobody asked for is not heard", () => {
  const { heard, only } = line();
  only.answered("0");
  expect(heard).toEqual([]);
});
