import { createContext, useContext } from "react";

/** ISO date in London; handed in, so that tests and built pages can say which day it is. */
export const TodayContext = createContext("1970-01-01");

export function useToday(): string {
  return useContext(TodayContext);
}
