CREATE TABLE bodies AS
-- The rows as they come, divided: those of which H alone is known, nine of ten, and the others.
WITH raw AS MATERIALIZED (SELECT *,
  spec_B IS NULL AND spec_T IS NULL AND n_GM IS NULL AND n_H IS NOT NULL AND n_albedo IS NULL
    AND n_diameter IS NULL AND zone < ${distant} AND coalesce(n_H_sigma, 0) <= 2 AS alone
  FROM (SELECT *,
    CASE WHEN n_a * (1 - n_e) < 1.3E0 THEN 0 WHEN n_a < 2.0E0 THEN 1 WHEN n_a < 2.5E0 THEN 2
      WHEN n_a < 2.82E0 THEN 3 WHEN n_a < 3.27E0 THEN 4 WHEN n_a < 3.7E0 THEN 5
      WHEN n_a < 4.6E0 THEN 6 WHEN n_a < 5.5E0 THEN 7 ELSE 8 END AS zone
    FROM (${raw_rows}))),
others AS MATERIALIZED (SELECT * FROM raw WHERE NOT alone),
${alone_flights}
${other_flights}
-- H alone is known: scaled from constants.
alone0 AS (SELECT *,
  131 * (2 * zone + (n_H > ${faintest_large}[zone + 1])::INTEGER)
    + CASE WHEN n_H_sigma > 0 THEN floor(n_H_sigma * 64 - 0.5E0)::INTEGER + 1
      WHEN neo THEN 130 ELSE 129 END AS cell,
  CASE WHEN n_H_sigma > 0 THEN n_H_sigma * 64 - 0.5E0 - floor(n_H_sigma * 64 - 0.5E0) ELSE 0 END AS t,
  size * size * size AS volume,
  pow(${ln_per_mag} * coalesce(n_H_sigma, 0), 2) AS h_var
  FROM alone_flights),
alone AS (SELECT
  pdes, name, full_name, class, neo, pha, n_a, n_e, n_i, n_moid, n_H, n_H_sigma, n_diameter,
  n_albedo, n_GM, zone, perihelion, aphelion, ut2, impulse, dv, discount, dry, payload,
  d0 * size AS d, d_var + h_var AS d_var, 'h-class-albedo' AS d_source, NULL::VARCHAR AS spectral_type,
  likely, confidence, 'zone' AS class_source,
  m0 * volume AS mass, m_var + 9 * h_var AS m_var, v0 * volume AS usd,
  exp(((((l5 * t + l4) * t + l3) * t + l2) * t + l1) * t + l0) * volume AS low,
  exp(((((h5 * t + h4) * t + h3) * t + h2) * t + h1) * t + h0) * volume AS high,
  false AS typed, NULL::DOUBLE[] AS weights
  FROM alone0 JOIN scaled USING (cell)),

-- More is known: the classes that a body may have, as lists.
known0 AS (SELECT other_flights.*,
  spec_B IS NOT NULL OR spec_T IS NOT NULL AS typed,
  coalesce(n_albedo, CASE WHEN zone = ${distant} AND spec_B IS NULL AND spec_T IS NULL THEN
    exp(${distant_bright_ln} + ${distant_ln_span}
      * greatest(0, least(1, (n_H - ${distant_bright_h}) / ${distant_h_span}))) END) AS albedo
  FROM other_flights),
known1 AS (SELECT known0.*, types.* EXCLUDE (types),
  coalesce(n_diameter, 1329 / sqrt(albedo) * size) AS d,
  CASE WHEN n_diameter IS NOT NULL THEN
      CASE WHEN n_diameter_sigma > 0
        THEN ln_1_plus(n_diameter_sigma / n_diameter * (n_diameter_sigma / n_diameter))
        ELSE ${diameter_var} END
    WHEN n_H IS NOT NULL THEN pow(${ln_per_mag} * CASE WHEN n_H_sigma > 0 THEN n_H_sigma
        WHEN neo THEN ${sigma_h_near} ELSE ${sigma_h_other} END, 2)
      + CASE WHEN n_albedo IS NOT NULL THEN ${albedo_quarter_var}
        WHEN albedo IS NOT NULL THEN ${distant_quarter_var} ELSE 0 END END AS own_d_var
  FROM known0 LEFT JOIN types
    ON types = CASE WHEN typed THEN coalesce(spec_B, '') || '/' || coalesce(spec_T, '') END),
known2 AS (SELECT known1.*, mixtures.*,
  CASE WHEN n_GM IS NOT NULL THEN n_GM / ${gravitation}
    ELSE ${sphere} * pow(coalesce(d, 1329 * size), 3) END AS base,
  CASE WHEN n_GM IS NOT NULL THEN ${gm_var} ELSE 9 * own_d_var END AS base_var,
  CASE WHEN n_albedo IS NULL OR zone = ${distant} THEN shares_alone
    ELSE list_transform(bayes,
      lambda k: k.share * exp(pow2((ln(n_albedo) - k.mu) * k.r) * -0.5E0)) END AS untyped
  FROM known1 JOIN mixtures
    ON mixture = (2 * zone + typed::INTEGER) * 6
      + CASE WHEN n_GM IS NOT NULL THEN CASE WHEN d IS NULL THEN 5 ELSE 4 END
        WHEN d IS NULL
        THEN 2 + coalesce((n_H > coalesce(faintest_large, ${faintest_large})[zone + 1])::INTEGER, 0)
        ELSE (d < ${small_limit})::INTEGER END),
known3 AS (SELECT *,
  CASE WHEN typed THEN list_transform(list_zip(type_weights, untyped),
      lambda k, i: quality * CASE WHEN type_weights[${x}] = 0
          OR untyped[${e}] + untyped[${m}] + untyped[${p}] = 0 THEN k[1]
        WHEN i = ${x} THEN 0
        WHEN i = ${e} OR i = ${m} OR i = ${p} THEN k[1] + type_weights[${x}] * k[2]
          / (untyped[${e}] + untyped[${m}] + untyped[${p}])
        ELSE k[1] END
      + (1 - quality) * k[2] / list_sum(untyped))
    ELSE untyped END AS weights
  FROM known2),
known4 AS (SELECT *, list_sum(weights) AS total, list_max(weights) AS highest FROM known3),
known5 AS (SELECT *,
  list_dot_product(weights, mass_mu) / total AS mass_mean,
  list_dot_product(weights, mass_square) / total AS mass_mean_square,
  list_dot_product(weights, value_mu) / total AS value_mean,
  list_dot_product(weights, value_square) / total AS value_mean_square,
  list_dot_product(weights, diameter_mu) / total AS diameter_mean,
  list_dot_product(weights, diameter_square) / total AS diameter_mean_square,
  list_dot_product(weights, usd) / total AS usd_per_base,
  CASE WHEN base_var IS NOT NULL THEN
    list_transform(list_filter(list_zip(weights, parts), lambda k: k[1] > 0),
      lambda k: {'w': k[1] / total, 'mu': k[2].mu, 'r': 1 / sqrt(base_var + k[2].var)}) END AS mixed
  FROM known4),
known6 AS (SELECT *, base * exp(mass_mean) AS mass,
  list_transform(mixed, lambda p: p.w) AS w0,
  list_transform(mixed, lambda p: p.w * p.r) AS w1,
  list_transform(mixed, lambda p: p.w * p.r * p.r) AS w2,
  list_transform(mixed, lambda p: p.w * p.r * p.r * p.r) AS w3,
  sqrt(base_var + value_mean_square - value_mean * value_mean) AS width
  FROM known5),
-- Quantiles of any distribution of this mean and width lie between these (Cantelli).
known7_0 AS (SELECT *, value_mean - width AS low_0, value_mean + width AS high_0,
  value_mean - ${farther} * width AS low_from_0, value_mean + ${nearer} * width AS low_to_0,
  value_mean - ${nearer} * width AS high_from_0, value_mean + ${farther} * width AS high_to_0,
  1E-3 / list_max(list_transform(mixed, lambda p: p.r)) AS last_step
  FROM known6),
${steps}
known AS (SELECT
  pdes, name, full_name, class, neo, pha, n_a, n_e, n_i, n_moid, n_H, n_H_sigma, n_diameter,
  n_albedo, n_GM, zone, perihelion, aphelion, ut2, impulse, dv, discount, dry, payload,
  coalesce(d, 1329 * size * exp(diameter_mean)) AS d,
  own_d_var + coalesce(diameter_mean_square - diameter_mean * diameter_mean, 0) AS d_var,
  CASE WHEN n_diameter IS NOT NULL THEN 'measured' WHEN n_H IS NULL THEN NULL
    WHEN n_albedo IS NOT NULL THEN 'h-albedo' ELSE 'h-class-albedo' END AS d_source,
  spectral_type, codes[list_position(weights, highest)] AS likely, highest / total AS confidence,
  CASE WHEN typed THEN 'spectral-type'
    WHEN n_albedo IS NOT NULL AND zone < ${distant} THEN 'zone-albedo' ELSE 'zone' END AS class_source,
  mass, base_var + mass_mean_square - mass_mean * mass_mean AS m_var, base * usd_per_base AS usd,
  base * exp(${last_low}) AS low, base * exp(${last_high}) AS high,
  typed, list_transform(weights, lambda w: w / total) AS weights
  FROM ${last_known}),

valued AS (FROM alone UNION ALL FROM known),

-- What the goods fetch, for the bodies that may have the water for the way home: first at the
-- Moon, then on Earth where it may be more there. Low orbit is never better than the Moon.
mined AS (SELECT *,
  least(${dug_per_payload} * payload, ${recoverable_share} * mass) AS mined
  FROM valued),
hopeful AS (SELECT mined.*, cargo
  FROM mined LEFT JOIN cargoes
    ON cargo_kind = CASE WHEN payload > 0 AND mined * CASE WHEN zone = ${distant}
        THEN ${icy_wettest_per_fuel} ELSE ${wettest_per_fuel} END > 29.784E0 * impulse * dry
      THEN 2 * zone + typed::INTEGER END),
to_moon AS (SELECT *,
  CASE WHEN cargo IS NOT NULL
    THEN (29.784E0 * impulse + sqrt(pow2(29.784E0) * ut2 + pow2(${escape_speed})) - ${cislunar_less})
      / ${exhaust_speed} END AS exponent
  FROM hopeful),
moon0 AS (SELECT *,
  CASE WHEN mined * CASE WHEN zone = ${distant} THEN ${icy_wettest} ELSE ${wettest} END
      > ${water_per_propellant} * exponent * dry
    THEN ${water_per_propellant} * (exp(exponent) - 1) END AS moon_fuel
  FROM to_moon),
${moon_sales}
earth0 AS (SELECT *,
  CASE WHEN cargo IS NOT NULL AND moon_usd < ${earth_ceiling} * mined
    THEN ${water_per_propellant} * (exp(29.784E0 * impulse / ${exhaust_speed}) - 1) END AS earth_fuel
  FROM moon_sold),
${earth_sales}
SELECT pdes AS designation, name, full_name, class AS orbit_class, neo, pha, n_a AS a_au,
  n_e AS e, n_i AS i_deg, perihelion AS q_au, aphelion AS q_aphelion_au, n_moid AS moid_au,
  n_H AS h_mag, d AS diameter_km, sqrt(d_var) AS diameter_sigma_ln, d_source AS diameter_source,
  n_albedo AS albedo, spectral_type, likely AS spectral_class, confidence AS class_confidence,
  mass AS mass_kg, sqrt(m_var) AS mass_sigma_ln,
  CASE WHEN n_GM IS NOT NULL THEN 'gm' WHEN mass IS NOT NULL THEN 'diameter-density' END
    AS mass_source,
  dv AS delta_v_km_s,
  CASE WHEN n_a >= 1 AND aphelion > 5.5E0 THEN 'not-practical'
    WHEN n_a >= 1 AND perihelion > 1.3E0 OR n_i > 90 THEN 'extrapolated'
    ELSE 'nominal' END AS delta_v_quality,
  usd AS value_usd, low AS value_low_usd, high AS value_high_usd,
  CASE WHEN payload > 0 AND mass IS NOT NULL
    THEN greatest(moon_usd, earth_usd) * discount - (${launch_usd}
      + ${development_usd} * payload + ${operations_usd} * ((1 - discount) / ${interest})) END
    AS profit_usd,
  exp(greatest(0, dv - ${lowest_delta_v}) / -4.4E0) AS accessibility, 'sql' AS model,
  CASE WHEN n_H IS NOT NULL THEN n_H_sigma END AS h_sigma_mag, class_source,
  n_GM AS gm_km3_s2, NULL::BIGINT AS mass_measurements,
  0 AS source_number, 0::BIGINT AS source_row
FROM earth_sold;
CHECKPOINT
