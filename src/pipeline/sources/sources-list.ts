import { artsCentres, communityCentres } from "./culture-map.ts";
import { foodBanks } from "./food-banks.ts";
import { libraries } from "./libraries.ts";
import { placesOfWorship } from "./places-of-worship.ts";
import type { OwnRow, RawRow } from "./rows.ts";
import { socialPrescribing } from "./social-prescribing.ts";
import type { SourceEntry } from "./source-entry.ts";
import { vcse } from "./vcse.ts";
import type { Words } from "./words.ts";

/** A source that ships: the raw file it is made from, how, and what `sources.json` says of it. */
export interface ShippedSource {
  /** In the folder of raw files. */
  readonly raw: string;
  readonly derive: (rows: readonly RawRow[], words: Words) => readonly OwnRow[];
  /** Whether incomes of the charity register are added to its rows; its credit must then name the register. */
  readonly withIncomes?: boolean;
  /** Rows and defaults are worked out from the rows themselves. */
  readonly entry: Omit<SourceEntry, "file" | "reader" | "rows" | "columns" | "defaults">;
}

const CC0 = { name: "CC0 1.0", url: "https://creativecommons.org/publicdomain/zero/1.0/" };
const OGL = {
  name: "Open Government Licence v3.0",
  url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
};
const OS_2014 =
  "Contains OS data © Crown copyright and database right 2014. Contains Royal Mail data © Royal Mail copyright and database right 2014. Contains National Statistics data © Crown copyright and database right 2014. Licensed under the Open Government Licence.";
const OS_2025 =
  "Contains OS data © Crown copyright and database right 2025. Contains Royal Mail data © Royal Mail copyright and database right 2025. Contains National Statistics data © Crown copyright and database right 2025.";
const GLA =
  "Contains public sector information licensed under the Open Government Licence v3.0. Source: Greater London Authority, Cultural Infrastructure Map. Contains OS data © Crown copyright and database rights.";
const NOT_CHECKED = "Nobody has phoned or visited to check these details. Look at the date of the source.";

/** Every source that ships. A new one is one file with its `derive` and one entry here. */
export const SHIPPED = [
  {
    raw: "london-social-prescribing.csv",
    derive: socialPrescribing,
    entry: {
      id: "social-prescribing",
      layer: "services",
      title: "Social prescribing in London",
      publisher: "Compiled for this map from public pages",
      url: "",
      licence: CC0,
      credit: OS_2025,
      date: "2012 to 2026; each record has its own date where its page gives one",
      notes: [
        NOT_CHECKED,
        "Several borough schemes rest on a list of 2019, so who runs them may have changed.",
        "Phone numbers of community champions are from March 2018.",
        "Four pilots and programmes that have ended are in the file and are not published.",
        "Only six public directories could be found; most boroughs have one that is not here.",
      ],
    },
  },
  {
    raw: "london-vcse-facts.csv",
    derive: vcse,
    withIncomes: true,
    entry: {
      id: "vcse",
      layer: "services",
      title: "Community groups and charities in London",
      publisher: "Compiled for this map from public pages and the charity register",
      url: "",
      licence: CC0,
      credit: `${OS_2014} ${OS_2025} Contains information from the Charity Commission for England and Wales and OSCR licensed under the Open Government Licence v3.0. Classification: UK Charity Activity Tags (UK-CAT), CC BY 4.0. Contains material from CodeYourFuture Signposts, CC0.`,
      date: "2002 to 2026; each record has its own date where its page gives one",
      notes: [
        NOT_CHECKED,
        "Many pages are old, and some groups will have closed, moved or changed their name. Two that are known to have ended are in the file and are not published.",
        "Places that come from the charity register are rounded to about 1 km, because a contact address may be somebody's home.",
        "Services for people who face abuse or violence have no place on the map.",
        "Some organisations appear more than once, because they run several services or two sources describe them.",
        "Twelve spoken languages rest on one interpreting service in Tower Hamlets, which people reach through the NHS.",
        "Few groups are listed in Bexley, Kensington and Chelsea, Hammersmith and Fulham, the City of London, Hillingdon and Sutton. That says little about what there is.",
        "Incomes are those of a sample of the charity register, mostly of 2018 and 2019, and only some charities are in it.",
        "Rows with a charity number also come under the Open Government Licence v3.0 and CC BY 4.0.",
      ],
    },
  },
  {
    raw: "london-food-banks.csv",
    derive: foodBanks,
    entry: {
      id: "food-banks",
      layer: "services",
      title: "Food banks",
      publisher: "Give Food",
      url: "https://www.givefood.org.uk/",
      licence: { name: "Public domain (Unlicense)", url: "https://unlicense.org/" },
      credit: `Food bank data from Give Food (givefood.org.uk), public domain. ${OS_2025}`,
      date: "May to July 2024 (worked out; the file has no date)",
      notes: [
        NOT_CHECKED,
        "Each record is an organisation at its own address. Where and when it gives out food may differ: phone first.",
        "None is listed in Bexley or the City of London. Bexley's food bank has an address in Greenwich.",
        "Some phone numbers are mobiles, as the food banks publish them.",
      ],
    },
  },
  {
    raw: "london-libraries.csv",
    derive: libraries,
    entry: {
      id: "libraries",
      layer: "places",
      title: "Public libraries",
      publisher: "Arts Council England",
      url: "https://www.artscouncil.org.uk/",
      licence: OGL,
      credit: `Contains public sector information from Arts Council England licensed under the Open Government Licence v3.0. ${OS_2014}`,
      date: "2023",
      notes: [
        "Opening hours were joined from councils' own lists and have no date of their own. Check before you travel.",
        "Fifteen are archives or local history collections.",
        "Two are mobile libraries, which stop in different places; they are listed under their borough.",
      ],
    },
  },
  {
    raw: "gla-community-centres.csv",
    derive: communityCentres,
    entry: {
      id: "community-centres",
      layer: "places",
      title: "Community centres and halls",
      publisher: "Greater London Authority, Cultural Infrastructure Map",
      url: "https://data.london.gov.uk/",
      licence: OGL,
      credit: GLA,
      date: "First release, with the wards of 2018",
      notes: [
        "How many are listed depends on who answered the audit: 110 in Camden, 7 in Redbridge, 2 in the City of London. It says nothing about need.",
        "Almost none has a postcode and none has a phone number.",
        "One website is often shared by several halls of the same landlord.",
        "The licence of this first release was not printed with it; later releases are under the Open Government Licence.",
      ],
    },
  },
  {
    raw: "gla-arts-centres.csv",
    derive: artsCentres,
    entry: {
      id: "arts-centres",
      layer: "places",
      title: "Arts centres",
      publisher: "Greater London Authority, Cultural Infrastructure Map",
      url: "https://data.london.gov.uk/",
      licence: OGL,
      credit: GLA,
      date: "Audit of 2022",
      notes: [
        "None has a postcode or a phone number.",
        "The web address given for the ICA was another centre's, so it was left out.",
      ],
    },
  },
  {
    raw: "london-places-of-worship.csv",
    derive: placesOfWorship,
    entry: {
      id: "places-of-worship",
      layer: "places",
      title: "Places of worship",
      publisher: "OpenStreetMap contributors",
      url: "https://www.openstreetmap.org/copyright",
      licence: { name: "Open Database License 1.0", url: "https://opendatacommons.org/licenses/odbl/1-0/" },
      credit: "© OpenStreetMap contributors, available under the Open Database Licence (openstreetmap.org/copyright).",
      date: "28 October 2024",
      notes: [
        "Mosques are perhaps half of those in use. Many small synagogues, Black-majority churches and congregations in halls, shops and homes are missing.",
        "Do not read the number in a borough as what there is: Barnet shows 3 mosques and Hackney 10 synagogues.",
        "There are no Bahá'í, Zoroastrian, Rastafarian or multi-faith places, and one Jain temple.",
        "No address, phone number, web page or opening time is known. A place on the map may not run anything for its neighbours, or may not be in use.",
        "Sixty-one have no name in the source; they are called after what they are and the nearest postcode, which is not their own.",
        "This file stays apart from the others because of its licence: whoever passes it on must do so on the same terms.",
      ],
    },
  },
] as const satisfies readonly ShippedSource[];
