-- Shoemaker and Helin: U_t squared, U_c and U_r.
${of}_orbits AS NOT MATERIALIZED (SELECT *,
  n_a * (1 + n_e) AS aphelion,
  n_a * (1 - n_e) AS perihelion,
  2 * pow(sin(radians(n_i) / 4), 2) AS c,
  sqrt(1 - n_e) AS s,
  n_a < 1 AS aten
  FROM ${rows}),
${of}_ellipses AS NOT MATERIALIZED (SELECT *,
  aten OR perihelion <= 1 AS inner_orbit,
  sqrt(aphelion) AS root,
  sqrt(2 / (aphelion + 1)) AS x
  FROM ${of}_orbits),
${of}_speeds AS NOT MATERIALIZED (SELECT *,
  CASE WHEN aten
    THEN 2 * (aphelion - 1) * (aphelion - 1) / (1 + sqrt(aphelion * (2 - aphelion)))
      + 2 * sqrt(aphelion * (2 - aphelion)) * c
    ELSE (x * root - 1) * (x * root - 1) + 2 * x * root * c END AS ut2,
  abs(CASE WHEN aten THEN abs(sqrt(2 - aphelion) - 1)
      WHEN inner_orbit THEN abs(1 - x)
      ELSE sqrt((1 - x) * (1 - x) + 2 * x * c) END
    - sqrt((1 - s) * (1 - s) + CASE WHEN inner_orbit THEN 2 * s * c ELSE 0 END)) / root AS impulse
  FROM ${of}_ellipses),

-- The mission as far as it does not depend on the body.
${of}_reached AS NOT MATERIALIZED (SELECT *,
  30 * (sqrt(ut2 + ${two_u0_squared}) - ${u0} + impulse) + 0.5E0 AS dv,
  (1 + aphelion) / 2 * sqrt((1 + aphelion) / 2) + ${stay_years}
    + ${wait_share} * least(${longest_synodic}, 1 / abs(1 - 1 / (n_a * sqrt(n_a)))) AS years
  FROM ${of}_speeds),
${of}_departed AS NOT MATERIALIZED (SELECT *,
  ${ship_kg} * exp(dv / -${exhaust_speed}) AS arriving,
  exp(-${interest} * years) AS discount
  FROM ${of}_reached),
${of}_flights AS NOT MATERIALIZED (SELECT * EXCLUDE (c, s, aten, inner_orbit, root, x, years, arriving),
  ${dry_per_propellant} * (${ship_kg} - arriving) AS dry,
  arriving - ${dry_per_propellant} * (${ship_kg} - arriving) AS payload,
  exp(-${ln_per_mag} * n_H) AS size
  FROM ${of}_departed),
