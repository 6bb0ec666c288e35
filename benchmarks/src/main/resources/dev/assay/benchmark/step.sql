known8_${k} AS (SELECT *,
  CASE WHEN ${low_moves} THEN list_transform(mixed, lambda p: (low_${before} - p.mu) * p.r) END
    AS l_${k},
  CASE WHEN ${high_moves} THEN list_transform(mixed, lambda p: (high_${before} - p.mu) * p.r) END
    AS h_${k}
  FROM known7_${before}),
known9_${k} AS (SELECT *,
  beyond_half(w0, l_${k}) - ${low} AS l0_${k}, slope(w1, l_${k}) * ${density} AS l1_${k},
  second(w2, l_${k}) * ${density} AS l2_${k}, third(w3, l_${k}) * ${density} AS l3_${k},
  beyond_half(w0, h_${k}) - ${high} AS h0_${k}, slope(w1, h_${k}) * ${density} AS h1_${k},
  second(w2, h_${k}) * ${density} AS h2_${k}, third(w3, h_${k}) * ${density} AS h3_${k}
  FROM known8_${k}),
known10_${k} AS (SELECT *,
  CASE WHEN l0_${k} < 0 THEN low_${before} ELSE low_from_${before} END AS low_from_${k},
  CASE WHEN l0_${k} >= 0 THEN low_${before} ELSE low_to_${before} END AS low_to_${k},
  low_${before} - step(l0_${k}, l1_${k}, l2_${k}, l3_${k}, ${longest} * width) AS low_next_${k},
  CASE WHEN h0_${k} < 0 THEN high_${before} ELSE high_from_${before} END AS high_from_${k},
  CASE WHEN h0_${k} >= 0 THEN high_${before} ELSE high_to_${before} END AS high_to_${k},
  high_${before} - step(h0_${k}, h1_${k}, h2_${k}, h3_${k}, ${longest} * width) AS high_next_${k}
  FROM known9_${k}),
known7_${k} AS (SELECT *,
  CASE WHEN NOT ${low_moves} THEN low_${before}
    WHEN low_next_${k} BETWEEN low_from_${k} AND low_to_${k} THEN low_next_${k}
    ELSE (low_from_${k} + low_to_${k}) / 2 END AS low_${k},
  CASE WHEN NOT ${high_moves} THEN high_${before}
    WHEN high_next_${k} BETWEEN high_from_${k} AND high_to_${k} THEN high_next_${k}
    ELSE (high_from_${k} + high_to_${k}) / 2 END AS high_${k}
  FROM known10_${k}),
