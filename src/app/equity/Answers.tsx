import { memo, useCallback, useState } from "react";
import type { BoroughCode } from "../../services/place.ts";
import type { Ready } from "../state/store.ts";
import { useToday } from "../state/today-context.tsx";
import { useWords } from "../words-context.tsx";
import { BoroughProfile } from "./BoroughProfile.tsx";
import { Caveats } from "./Caveats.tsx";
import { type EquityView, selectionOf } from "./equity-view.ts";
import { GapsSection } from "./GapsSection.tsx";
import { InShort } from "./InShort.tsx";
import { MapSection, pinOnArea } from "./MapSection.tsx";
import { Method } from "./Method.tsx";
import { NeedSection } from "./NeedSection.tsx";
import { ParitySection } from "./ParitySection.tsx";
import { ProfileDoor } from "./ProfileDoor.tsx";
import { NO_PIN, type PinHistory, putPin } from "./pin.ts";
import { ReachSection } from "./ReachSection.tsx";
import { useAnalysis, useSelection } from "./use-analysis.ts";
import type { EquityData } from "./use-equity-data.ts";
import { WhatIfSection } from "./WhatIfSection.tsx";

/**
 * All that is worked out of one view: the whole page, or one borough's profile. Its sections are drawn anew only when
 * what they show is other: the pin that somebody moves concerns the map alone.
 */
export const Answers = memo(function Answers(props: {
  readonly ready: Ready;
  readonly data: EquityData;
  readonly view: EquityView;
  readonly onProfile: (borough: BoroughCode | null) => void;
}) {
  const words = useWords();
  const today = useToday();
  const { ready, data, view, onProfile } = props;
  const { table } = data;
  const selection = useSelection(view, selectionOf);
  const answer = useAnalysis(ready, data, selection, view.metres, today);
  const [pins, setPins] = useState<PinHistory>(NO_PIN);
  const [borough, setBorough] = useState(-1);
  const showArea = useCallback(
    (area: number) => {
      setBorough(table.boroughs[area] ?? -1);
      setPins((before) => putPin(before, pinOnArea(table, area, view.metres)));
      document.getElementById("equity-map")?.focus();
    },
    [table, view.metres],
  );
  const { byId } = ready.vocabularies.borough;
  const boroughName = useCallback((code: string): string => byId.get(code)?.label ?? code, [byId]);
  if (answer === null) return <p role="status">{words.t("equity.loading")}</p>;
  const { analysis, line } = answer;
  // A new subject is compared with its own people, whatever was chosen for the last.
  const subject = view.subject.kind === "preset" ? view.subject.id : "mine";
  if (view.profile !== null && data.area.includes(view.profile)) {
    return (
      <>
        <Caveats />
        <BoroughProfile {...{ ready, data, analysis, boroughName, view, onProfile }} borough={view.profile} />
      </>
    );
  }
  return (
    <>
      <InShort analysis={analysis} />
      <Caveats />
      <ReachSection ready={ready} analysis={analysis} data={data} boroughName={boroughName} />
      <NeedSection key={subject} ready={ready} data={data} analysis={analysis} boroughName={boroughName} />
      <MapSection {...{ ready, data, analysis, boroughName, pins, borough }} onPins={setPins} onBorough={setBorough} />
      <GapsSection
        key={`${subject}-${analysis.metres}`}
        {...{ ready, table, analysis, boroughName }}
        onShow={showArea}
      />
      <WhatIfSection {...{ ready, table, analysis, line, boroughName }} />
      <ParitySection ready={ready} data={data} boroughName={boroughName} />
      <ProfileDoor area={data.area} boroughName={boroughName} onProfile={onProfile} />
      <Method ready={ready} data={data} />
    </>
  );
});
