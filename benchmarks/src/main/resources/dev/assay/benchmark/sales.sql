${to}1 AS (SELECT *,
  CASE WHEN ${to}_fuel IS NULL THEN NULL
    WHEN weights IS NULL
    THEN list_filter(cargo, lambda k: mined * k.water > ${to}_fuel * dry AND k.w > 0)
    ELSE list_transform(
      list_filter(list_zip(weights, cargo),
        lambda k: mined * k[2].water > ${to}_fuel * dry AND k[1] > 0),
      lambda k: {'w': k[1], ${goods_of_rock}}) END AS ${to}_rocks
  FROM ${to}0),
${to}2 AS (SELECT *,
  list_transform(${to}_rocks, lambda k: {'w': k.w, 'alloy_kg': k.alloy_kg, ${series},
    'fuel': mined * k.water - ${to}_fuel * dry,
    'noble': taken(k.c0 - ${${to}_down_usd}, mined * k.noble_kg,
      mined * k.water - ${to}_fuel * dry, ${to}_fuel, ${${to}_water_usd})}) AS ${to}_nobles
  FROM ${to}1),
${to}3 AS (SELECT *,
  list_transform(${to}_nobles, lambda k: {'w': k.w, ${series},
    'fuel': k.fuel - k.noble * ${to}_fuel, 'noble': k.noble * ${${to}_arriving},
    'alloy': taken(${${to}_alloy_usd}, mined * k.alloy_kg, k.fuel - k.noble * ${to}_fuel,
      ${to}_fuel, ${${to}_water_usd})}) AS ${to}_alloys
  FROM ${to}2),
${to}_sold AS (SELECT *,
  coalesce(list_sum(list_transform(${to}_alloys, lambda k: k.w * (
    noble_usd(k, k.noble, ${${to}_down_usd}) + ${to}_alloy(k.alloy * ${${to}_arriving})
    + ${${to}_water_usd} * ${${to}_arriving}
      * greatest(0, k.fuel - k.alloy * ${to}_fuel) / (1 + ${to}_fuel)))), 0) AS ${to}_usd
  FROM ${to}3),
