package dev.assay.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.domain.body.Designation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The order of designations in the database is that of the domain. */
class DesignationOrderTest {

  private static final List<String> ASCENDING =
      Stream.of(
              "0",
              "1",
              "9",
              "10",
              "007",
              "433",
              "1450000",
              "9999999999999999",
              "00000000000000001",
              "10000000000000000",
              "100000000000000000",
              "100000000000000001",
              "1P",
              "2020 AB1",
              "A801 AA",
              "C/2020 F3",
              "P/2010 V1-B",
              "a",
              "\u00e9")
          .toList();

  private final Connection database;

  DesignationOrderTest() throws SQLException {
    database = DriverManager.getConnection("jdbc:duckdb:");
  }

  @BeforeEach
  void putThemInAnyOrder() throws SQLException {
    List<String> shuffled = new ArrayList<>(ASCENDING);
    Collections.shuffle(shuffled, new Random(7));
    try (Statement statement = database.createStatement()) {
      statement.execute(
          "CREATE TABLE bodies (designation VARCHAR, " + DesignationOrder.COLUMN + " BIGINT)");
    }
    try (PreparedStatement insert = database.prepareStatement("INSERT INTO bodies VALUES (?, ?)")) {
      for (String designation : shuffled) {
        insert.setString(1, designation);
        insert.setLong(2, DesignationOrder.of(designation));
        insert.execute();
      }
    }
  }

  private List<String> ask(String conditions, String... parameters) throws SQLException {
    List<String> found = new ArrayList<>();
    try (PreparedStatement query =
        database.prepareStatement("SELECT designation FROM bodies " + conditions)) {
      for (int i = 0; i < parameters.length; i++) {
        query.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
    }
    return found;
  }

  @Test
  void by_anyDesignations_isTheOrderOfTheDomain() throws SQLException {
    assertThat(ASCENDING.stream().map(Designation::new).sorted().map(Designation::value))
        .containsExactlyElementsOf(ASCENDING);
    assertThat(ask("ORDER BY " + DesignationOrder.BY)).isEqualTo(ASCENDING);
  }

  @Test
  void before_each_findsThoseBelowIt() throws SQLException {
    for (int i = 0; i < ASCENDING.size(); i++) {
      String designation = ASCENDING.get(i);
      String below = "WHERE " + DesignationOrder.before(designation);
      assertThat(ask(below + " ORDER BY " + DesignationOrder.BY, designation))
          .as(designation)
          .isEqualTo(ASCENDING.subList(0, i));
    }
  }
}
