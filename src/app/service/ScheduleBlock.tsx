import type { Schedule, Service } from "../../services/service.ts";
import { useWords } from "../words-context.tsx";

export function ScheduleBlock({ service }: { readonly service: Service }) {
  const words = useWords();
  const { schedule, scheduleText } = service;
  if (schedule.length === 0 && scheduleText === undefined)
    return <p className="hint">{words.t("service.notStated")}</p>;
  const line = ({ weekday, opens, closes, frequency }: Schedule) => {
    const hours = words.t("service.opens", { day: words.t(`day.${weekday}`), opens, closes });
    return frequency === "weekly" ? hours : `${hours}, ${words.t(`service.frequency.${frequency}`)}`;
  };
  return (
    <>
      {schedule.length > 0 && (
        <ul className="schedule">
          {schedule.map((entry) => (
            <li key={`${entry.weekday} ${entry.opens} ${entry.frequency}`}>{line(entry)}</li>
          ))}
        </ul>
      )}
      {scheduleText !== undefined && (
        <p lang="en" dir="auto">
          {scheduleText}
        </p>
      )}
    </>
  );
}
