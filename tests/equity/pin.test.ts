import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DIRECTIONS,
  movedPoint,
  NO_PIN,
  type Pin,
  type PinHistory,
  putPin,
  undoPin,
} from "../../src/app/equity/pin.ts";
import { distanceMetres } from "../../src/services/place.ts";
import { point } from "./small-london.ts";

const pinAt = (lon: number, lat: number): Pin => ({ point: point(lon, lat), area: null, view: null });
const anyPin = fc.oneof(
  fc.constant(null),
  fc
    .record({
      lon: fc.double({ min: -0.3, max: 0.1, noNaN: true }),
      lat: fc.double({ min: 51.4, max: 51.6, noNaN: true }),
    })
    .map(({ lon, lat }) => pinAt(lon, lat)),
);

describe("the pin", () => {
  test("comes back by undo, step by step, to where it was", () => {
    fc.assert(
      fc.property(fc.array(anyPin, { maxLength: 30 }), (pins) => {
        let history: PinHistory = NO_PIN;
        const seen: (Pin | null)[] = [];
        for (const pin of pins) {
          seen.push(history.now);
          history = putPin(history, pin);
          expect(history.now).toBe(pin);
        }
        for (const before of seen.reverse()) {
          history = undoPin(history);
          expect(history.now).toBe(before);
        }
        expect(undoPin(history)).toEqual(NO_PIN);
      }),
    );
  });

  test("moves as far as it says, whichever way, and not out of London", () => {
    const from = point(-0.1, 51.5);
    for (const direction of DIRECTIONS) {
      const to = movedPoint(from, direction, 100);
      expect(distanceMetres(from[0], from[1], to?.[0] ?? 0, to?.[1] ?? 0), direction).toBeCloseTo(100, 1);
    }
    expect(movedPoint(from, "north", 500_000)).toBeNull();
  });
});
