/**
 * Degrees (WGS84, longitude first) of a point of the British National Grid in metres, within about 5 m: the inverse
 * Transverse Mercator on Airy 1830, then the seven-parameter Helmert shift to GRS80. Formulas and constants from
 * Ordnance Survey, "A guide to coordinate systems in Great Britain", annexes B and C.
 */
export function fromNationalGrid(easting: number, northing: number): readonly [lon: number, lat: number] {
  const [a, b, f0] = [6377563.396, 6356256.909, 0.9996012717];
  const [lat0, lon0, n0, e0] = [(49 * Math.PI) / 180, (-2 * Math.PI) / 180, -100000, 400000];
  const e2 = 1 - (b * b) / (a * a);
  const n = (a - b) / (a + b);
  let lat = lat0;
  let m = 0;
  for (let turn = 0; turn < 12; turn++) {
    lat += (northing - n0 - m) / (a * f0);
    const [d, s] = [lat - lat0, lat + lat0];
    m =
      b *
      f0 *
      ((1 + n + 1.25 * n ** 2 + 1.25 * n ** 3) * d -
        (3 * n + 3 * n ** 2 + 2.625 * n ** 3) * Math.sin(d) * Math.cos(s) +
        (1.875 * n ** 2 + 1.875 * n ** 3) * Math.sin(2 * d) * Math.cos(2 * s) -
        (35 / 24) * n ** 3 * Math.sin(3 * d) * Math.cos(3 * s));
    if (Math.abs(northing - n0 - m) < 1e-5) break;
  }
  const sin2 = Math.sin(lat) ** 2;
  const nu = (a * f0) / Math.sqrt(1 - e2 * sin2);
  const rho = (a * f0 * (1 - e2)) / (1 - e2 * sin2) ** 1.5;
  const eta2 = nu / rho - 1;
  const t = Math.tan(lat);
  const sec = 1 / Math.cos(lat);
  const de = easting - e0;
  const phi =
    lat -
    (t / (2 * rho * nu)) * de ** 2 +
    (t / (24 * rho * nu ** 3)) * (5 + 3 * t ** 2 + eta2 - 9 * t ** 2 * eta2) * de ** 4 -
    (t / (720 * rho * nu ** 5)) * (61 + 90 * t ** 2 + 45 * t ** 4) * de ** 6;
  const lambda =
    lon0 +
    (sec / nu) * de -
    (sec / (6 * nu ** 3)) * (nu / rho + 2 * t ** 2) * de ** 3 +
    (sec / (120 * nu ** 5)) * (5 + 28 * t ** 2 + 24 * t ** 4) * de ** 5;
  return shifted(phi, lambda, a, e2);
}

/** From the Airy 1830 ellipsoid to WGS84: about 100 m in London. */
function shifted(phi: number, lambda: number, a: number, e2: number): readonly [number, number] {
  const nu = a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
  const x = nu * Math.cos(phi) * Math.cos(lambda);
  const y = nu * Math.cos(phi) * Math.sin(lambda);
  const z = (1 - e2) * nu * Math.sin(phi);
  const seconds = Math.PI / 180 / 3600;
  const [tx, ty, tz, s] = [446.448, -125.157, 542.06, -20.4894e-6];
  const [rx, ry, rz] = [0.1502 * seconds, 0.247 * seconds, 0.8421 * seconds];
  const x2 = tx + (1 + s) * x - rz * y + ry * z;
  const y2 = ty + rz * x + (1 + s) * y - rx * z;
  const z2 = tz - ry * x + rx * y + (1 + s) * z;
  const [a2, b2] = [6378137, 6356752.3141];
  const e22 = 1 - (b2 * b2) / (a2 * a2);
  const p = Math.hypot(x2, y2);
  let lat = Math.atan2(z2, p * (1 - e22));
  for (let turn = 0; turn < 6; turn++) {
    lat = Math.atan2(z2 + e22 * (a2 / Math.sqrt(1 - e22 * Math.sin(lat) ** 2)) * Math.sin(lat), p);
  }
  const degrees = 180 / Math.PI;
  const round = (value: number): number => Math.round(value * 1e6) / 1e6;
  return [round(Math.atan2(y2, x2) * degrees), round(lat * degrees)];
}
