import { type Chance, createZipf } from "./random.ts";

/** Letters of ten scripts in syllables, so that made-up words look and break like real ones. */
export const SCRIPTS = {
  bengali: ["আ", "বা", "লো", "মি", "তা", "ন", "র", "সু", "কি", "শা", "দে", "প্র", "গ্রা", "হো", "ন্দ"],
  arabic: ["ال", "نو", "ر", "سلا", "م", "با", "ح", "كر", "يم", "دا", "قل", "شم", "فر", "عا", "ها"],
  persian: ["پا", "رس", "گل", "می", "نو", "چش", "ما", "خا", "نه", "ژا", "له", "دو", "ست", "آر", "ام"],
  gurmukhi: ["ਸ", "ਤਿ", "ਨਾ", "ਮ", "ਕੌ", "ਰ", "ਗੁ", "ਦੁ", "ਆ", "ਰਾ", "ਪੰ", "ਜਾ", "ਬੀ", "ਲੋ", "ਕ"],
  gujarati: ["ગુ", "જ", "રા", "તી", "મં", "દિ", "ર", "સે", "વા", "કો", "મ", "લ", "શા", "ને", "હી"],
  tamil: ["த", "மி", "ழ்", "நா", "டு", "க", "லை", "வா", "ணி", "பா", "ர", "தி", "செ", "ல்", "வி"],
  cyrillic: ["ма", "ри", "но", "ва", "ло", "ст", "ра", "ду", "же", "ни", "ко", "зи", "ми", "ба", "ту"],
  greek: ["α", "λε", "ξα", "νδ", "ρο", "ς", "φι", "λι", "κο", "σμ", "ος", "θε", "μα", "ρι", "να"],
  ethiopic: ["ሰ", "ላ", "ም", "ኢ", "ት", "ዮ", "ጵ", "ያ", "አ", "ዲ", "ስ", "በ", "ባ", "ተ", "ክ"],
  han: ["中", "国", "文", "化", "社", "区", "中心", "华", "人", "健", "康", "友", "好", "老", "年"],
} as const;
export type ScriptId = keyof typeof SCRIPTS;
export const SCRIPT_IDS = Object.keys(SCRIPTS) as ScriptId[];

const ONSETS = [
  "b",
  "br",
  "c",
  "ch",
  "d",
  "f",
  "g",
  "gr",
  "h",
  "k",
  "l",
  "m",
  "n",
  "p",
  "r",
  "s",
  "sh",
  "st",
  "t",
  "th",
  "v",
  "w",
  "y",
  "z",
];
const VOWELS = ["a", "e", "i", "o", "u", "ee", "oo", "ai", "ia", "ey"];
const CODAS = ["", "", "n", "r", "l", "m", "s", "t", "nd", "ck", "sh"];

const TOPICS =
  "food advice lunch choir walking gardening sewing dementia carers youth language English Quran Bible yoga dance football cricket cooking debt housing benefits mental health wellbeing counselling bereavement stroke diabetes cancer autism deaf blind refugee asylum women men older parents toddler homework art drama music craft reading library allotment swimming cycling boxing volunteering befriending".split(
    " ",
  );
const FORMS =
  "group club project centre service society network association circle hub café drop-in trust forum collective".split(
    " ",
  );
const FILLERS =
  "we meet every week to talk share make learn and help each other with people who live nearby all are welcome come as you tea is free our team can support forms letters calls home visits hospital trips new friends exercise at your own pace".split(
    " ",
  );

export interface NameMaker {
  /** A name for a service: an invented proper noun, a topic, a form; one in eight in another script as well. */
  name(): { readonly text: string; readonly script: ScriptId | null };
  summary(): string;
  organisation(): string;
}

/**
 * Text with the skew of real registers: proper nouns follow Zipf over 60,000 inventions (a few are met everywhere,
 * most once), topics and forms follow Zipf over short lists, and fillers are the same fifty words again and again.
 */
export function createNames(chance: Chance, rows: number): NameMaker {
  const syllable = (): string => chance.pick(ONSETS) + chance.pick(VOWELS) + chance.pick(CODAS);
  const invented = (): string => {
    const word = Array.from({ length: 1 + chance.below(3) }, syllable).join("");
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
  const native = (script: ScriptId): string => {
    // Han words are short; the others have three to six letters or syllables.
    const length = script === "han" ? 2 + chance.below(3) : 3 + chance.below(4);
    return Array.from({ length }, () => chance.pick(SCRIPTS[script])).join("");
  };
  const nouns = Array.from({ length: Math.min(60_000, Math.max(500, Math.floor(rows * 0.6))) }, invented);
  const noun = createZipf(chance, nouns.length, 0.75);
  const topic = createZipf(chance, TOPICS.length, 0.7);
  const form = createZipf(chance, FORMS.length, 0.8);
  const filler = createZipf(chance, FILLERS.length, 0.6);
  const nounWord = () => nouns[noun()] as string;
  const topicWord = () => TOPICS[topic()] as string;
  return {
    name() {
      const text = `${nounWord()} ${topicWord()} ${FORMS[form()]}`;
      if (chance.next() >= 0.125) return { text, script: null };
      const script = chance.pick(SCRIPT_IDS);
      return { text: `${text} (${native(script)} ${native(script)})`, script };
    },
    summary() {
      const words = Array.from({ length: 6 + chance.below(8) }, () =>
        chance.next() < 0.15 ? topicWord() : chance.next() < 0.08 ? nounWord() : (FILLERS[filler()] as string),
      );
      return `${words.join(" ")}.`;
    },
    organisation: () => `${nounWord()} ${nounWord()} ${FORMS[form()]}`,
  };
}
