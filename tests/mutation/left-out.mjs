import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

const share = Number(process.env.MUTATION_SHARE ?? 100);
const seed = process.env.MUTATION_SEED ?? "1";

/** FNV-1a, 32 bits: the same seed draws the same functions on every machine. */
function hash(text) {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  // One more stir: without it, neighbouring numbers give neighbouring sums.
  sum = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d);
  return (sum ^ (sum >>> 13)) >>> 0;
}

const nameOf = ({ node }) => {
  const declared = node.declaration ?? node;
  return declared.id?.name ?? declared.key?.name ?? declared.declarations?.[0]?.id?.name ?? "";
};

/** What is drawn or passed over as one: a statement at the top of a file, or a member of a class. */
const isUnit = (path) => path.parentPath?.isProgram() || path.parentPath?.isClassBody();

const isDrawn = (path) =>
  hash(`${seed} ${path.hub?.file?.opts?.filename?.split("/src/").at(-1)} ${nameOf(path)}`) % 100 < share;

/** A sentence, or part of one: two words with a space between. Codes, ids, columns and addresses have none. */
const isWording = (text) => /\p{L}[^ ]* +[^ ]*\p{L}/u.test(text);

/**
 * What no mutant is made of, and why; the report shows each with its reason.
 * Stryker asks at each node on its way down, and leaves out all beneath a node that is turned away.
 */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "left-out", {
    shouldIgnore(path) {
      if (share < 100 && isUnit(path) && !path.isClassDeclaration() && !isDrawn(path)) return "Not in this sample.";
      if (path.isStringLiteral() && isWording(path.node.value)) return "Wording: a test that repeats it holds nothing.";
      if (path.isTemplateLiteral() && path.node.quasis.some(({ value }) => isWording(value.raw)))
        return "Wording: a test that repeats it holds nothing.";
      if (path.isThrowStatement()) return "A sentence for a fault of ours, which no input reaches.";
      return undefined;
    },
  }),
];
