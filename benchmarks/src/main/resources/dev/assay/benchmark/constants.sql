-- Hart's (1968) rational function, algorithm 5666: the tail of the normal distribution beyond x
-- is exp(-x*x/2) times this.
CREATE TEMP MACRO hart(x) AS
  ((((((3.52624965998911E-2 * x + 0.700383064443688E0) * x + 6.37396220353165E0) * x
    + 33.912866078383E0) * x + 112.079291497871E0) * x + 221.213596169931E0) * x
    + 220.206867912376E0)
  / (((((((8.83883476483184E-2 * x + 1.75566716318264E0) * x + 16.064177579207E0) * x
    + 86.7807322029461E0) * x + 296.564248779674E0) * x + 637.333633378831E0) * x
    + 793.826512519948E0) * x + 440.413735824752E0);

CREATE TEMP MACRO pow2(x) AS x * x;

-- ln(1 + x) without loss for the smallest x.
CREATE TEMP MACRO ln_1_plus(x) AS
  CASE WHEN 1 + x = 1 THEN x ELSE x * ln(1 + x) / (1 + x - 1) END;

-- F - 1/2 of a mixture, and the derivatives of F but for the factor of the normal density, from the
-- distance in sigma of each class and its weight over that power of sigma.
CREATE TEMP MACRO beyond_half(w0, zs) AS
  list_dot_product(w0, list_transform(zs,
    lambda z: sign(z) * (0.5E0 - exp(-0.5E0 * z * z) * hart(abs(z)))));
CREATE TEMP MACRO slope(w1, zs) AS
  list_dot_product(w1, list_transform(zs, lambda z: exp(-0.5E0 * z * z)));
CREATE TEMP MACRO second(w2, zs) AS
  list_dot_product(w2, list_transform(zs, lambda z: -z * exp(-0.5E0 * z * z)));
CREATE TEMP MACRO third(w3, zs) AS
  list_dot_product(w3, list_transform(zs, lambda z: (z * z - 1) * exp(-0.5E0 * z * z)));

-- Householder's step of order four, as in the domain's MixtureQuantiles, from F less what it is to
-- be and its derivatives, at most so long.
CREATE TEMP MACRO householder(newton, ar, br2) AS
  CASE WHEN abs(ar) < 0.5E0 AND abs(br2) < 0.5E0
    THEN newton * (1 - ar) / (1 - 2 * ar + br2) ELSE newton END;
CREATE TEMP MACRO step(f0, f1, f2, f3, longest) AS
  greatest(-longest, least(longest,
    householder(f0 / f1, f2 / (2 * f1) * (f0 / f1), f3 / (6 * f1) * (f0 / f1) * (f0 / f1))));

-- What an amount of precious metals or of alloy fetches: no mission brings so much that a series
-- does not give the power by which prices fall. Within lambdas there is no CASE and no struct in a
-- struct: with either they take several times as long.
CREATE TEMP MACRO noble_usd(k, kg, down_usd) AS
  greatest(0, kg * (k.c0 - down_usd + kg * (k.c1 + kg * (k.c2 + kg * (k.c3 + kg * k.c4)))));
CREATE TEMP MACRO moon_alloy(kg) AS ${moon_alloy};
CREATE TEMP MACRO earth_alloy(kg) AS ${earth_alloy};

-- How much of a good is loaded of what is there, as long as it earns more than its fuel as water.
CREATE TEMP MACRO taken(usd, there, fuel, fuel_per_kg, water_usd) AS
  least(there, fuel / fuel_per_kg)
    * (usd > 0 AND usd * (1 + fuel_per_kg) > water_usd * fuel_per_kg)::DOUBLE;

-- Of the bodies of which H alone is known: constants to scale by, and the ends of the interval as
-- polynomials (six-point Lagrange) in the distance from the node before, in steps of 1/64 mag.
CREATE TEMP TABLE scaled AS
  WITH nodes AS (
    SELECT kind, generate_subscripts(ln_low, 1) - 4 AS node, unnest(ln_low) AS ln_low,
      unnest(ln_high) AS ln_high
    FROM ends),
  cells AS (
    SELECT kind, node,
      lag(ln_low, 2) OVER w AS a1, lag(ln_low, 1) OVER w AS a2, ln_low AS a3,
      lead(ln_low, 1) OVER w AS a4, lead(ln_low, 2) OVER w AS a5, lead(ln_low, 3) OVER w AS a6,
      lag(ln_high, 2) OVER w AS b1, lag(ln_high, 1) OVER w AS b2, ln_high AS b3,
      lead(ln_high, 1) OVER w AS b4, lead(ln_high, 2) OVER w AS b5, lead(ln_high, 3) OVER w AS b6
    FROM nodes WINDOW w AS (PARTITION BY kind ORDER BY node)),
  polynomials AS (
    SELECT kind, kind * 131 + node + 1 AS cell, 0E0 AS assumed_sigma,
      a3 AS l0, (6*a1 - 60*a2 - 40*a3 + 120*a4 - 30*a5 + 4*a6) / 120 AS l1,
      (-5*a1 + 80*a2 - 150*a3 + 80*a4 - 5*a5) / 120 AS l2,
      (-5*a1 - 5*a2 + 50*a3 - 70*a4 + 35*a5 - 5*a6) / 120 AS l3,
      (5*a1 - 20*a2 + 30*a3 - 20*a4 + 5*a5) / 120 AS l4,
      (-a1 + 5*a2 - 10*a3 + 10*a4 - 5*a5 + a6) / 120 AS l5,
      b3 AS h0, (6*b1 - 60*b2 - 40*b3 + 120*b4 - 30*b5 + 4*b6) / 120 AS h1,
      (-5*b1 + 80*b2 - 150*b3 + 80*b4 - 5*b5) / 120 AS h2,
      (-5*b1 - 5*b2 + 50*b3 - 70*b4 + 35*b5 - 5*b6) / 120 AS h3,
      (5*b1 - 20*b2 + 30*b3 - 20*b4 + 5*b5) / 120 AS h4,
      (-b1 + 5*b2 - 10*b3 + 10*b4 - 5*b5 + b6) / 120 AS h5
    FROM cells WHERE node BETWEEN -1 AND 127
    UNION ALL
    SELECT kind, kind * 131 + 129, ${sigma_h_other}, other_low, 0, 0, 0, 0, 0,
      other_high, 0, 0, 0, 0, 0
    FROM ends
    UNION ALL
    SELECT kind, kind * 131 + 130, ${sigma_h_near}, near_low, 0, 0, 0, 0, 0,
      near_high, 0, 0, 0, 0, 0
    FROM ends)
  SELECT polynomials.* EXCLUDE (assumed_sigma, kind), kinds.* EXCLUDE (kind, d_var, m_var),
    d_var + pow(${ln_per_mag} * assumed_sigma, 2) AS d_var,
    m_var + 9 * pow(${ln_per_mag} * assumed_sigma, 2) AS m_var
  FROM polynomials JOIN kinds USING (kind);

-- The classes that a body may have by its zone, or all if a type may name any.
CREATE TEMP TABLE members AS
  SELECT zone, typed, shares.* EXCLUDE (zone), classes.* EXCLUDE (class),
    CASE WHEN typed THEN albedo_mu ELSE alone_mu END AS own_mu,
    CASE WHEN typed THEN albedo_sigma ELSE alone_sigma END AS own_sigma
  FROM shares JOIN classes USING (class), (VALUES (false), (true)) AS either(typed)
  WHERE icy = (zone = ${distant}) AND (typed OR share > 0);

-- Lists over these classes. Way: large or small of one diameter (0, 1), large or small of a
-- diameter that depends on the class (2, 3), of a known GM and one diameter or that (4, 5). All
-- of ln x is relative to the body's own base.
CREATE TEMP TABLE mixtures AS
  WITH ways AS (
    SELECT zone, typed, way, members.* EXCLUDE (zone, typed),
      CASE WHEN way >= 4 THEN 0E0 ELSE 1E0 END AS by_density,
      CASE WHEN way IN (2, 3) THEN 1E0 ELSE 0E0 END AS by_albedo
    FROM members, range(6) AS all_ways(way)),
  masses AS (
    SELECT *,
      by_density * CASE WHEN way % 2 = 0 THEN large_mu ELSE small_mu END - by_albedo * 1.5E0 * own_mu
        AS mass_mu,
      by_density * density_sigma * density_sigma + by_albedo * 2.25E0 * own_sigma * own_sigma
        AS mass_var
    FROM ways)
  SELECT (zone * 2 + typed::INTEGER) * 6 + way AS mixture,
    list(code ORDER BY class) AS codes,
    list({'share': share / albedo_sigma, 'mu': albedo_mu, 'r': 1 / albedo_sigma} ORDER BY class)
      AS bayes,
    list(alone ORDER BY class) AS shares_alone,
    list(mass_mu ORDER BY class) AS mass_mu,
    list(mass_mu * mass_mu + mass_var ORDER BY class) AS mass_square,
    list({'mu': mass_mu + unit_mu, 'var': mass_var + unit_sigma * unit_sigma} ORDER BY class)
      AS parts,
    list(mass_mu + unit_mu ORDER BY class) AS value_mu,
    list(pow(mass_mu + unit_mu, 2) + mass_var + unit_sigma * unit_sigma ORDER BY class)
      AS value_square,
    list(exp(mass_mu + unit_mu) ORDER BY class) AS usd,
    list(-own_mu / 2 ORDER BY class) FILTER (WHERE way IN (2, 3, 5)) AS diameter_mu,
    list((own_mu * own_mu + own_sigma * own_sigma) / 4 ORDER BY class) FILTER (WHERE way IN (2, 3, 5))
      AS diameter_square
  FROM masses GROUP BY zone, typed, way;

-- What such bodies yield, class by class.
CREATE TEMP TABLE cargoes AS
  SELECT zone * 2 + typed::INTEGER AS cargo_kind,
    list({'w': alone, ${goods_of_row}} ORDER BY class) AS cargo
  FROM members JOIN yields USING (icy, class) GROUP BY zone, typed;

