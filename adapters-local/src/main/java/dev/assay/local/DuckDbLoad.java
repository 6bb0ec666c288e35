package dev.assay.local;

import dev.assay.ports.BodyBatch;
import dev.assay.ports.BodyTable;
import dev.assay.ports.Catalogue.Sealed;
import dev.assay.ports.PlanetEntry;
import dev.assay.ports.PlanetTable;
import dev.assay.ports.PortException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Fills one generation: a single statement creates the table from the rows that {@link #put} hands
 * over, as they come. This is the engine's bulk path; appending row by row takes about three times
 * as long, and nothing but a few batches is ever in memory.
 */
final class DuckDbLoad {

  /**
   * Compressions that cost more than they save here. Those for real numbers look for few decimals
   * and for common leading bits, which numbers of full precision do not have: a fifth of the file
   * (231 instead of 288 MB) and a tenth of the engine's processor time. Those for texts look for
   * texts and parts of them that come again, but {@link CodedColumns} leaves them designations and
   * names only: a tenth of the file (293 instead of 324 MB) and 8 % of the processor time of a
   * refresh.
   */
  private static final String WITHOUT_COSTLY_COMPRESSION =
      "SET disabled_compression_methods = 'alp,alprd,dict_fsst,fsst,dictionary,zstd'";

  /**
   * Each of the engine's threads ends with a group of rows that is not full. To merge such groups
   * the engine writes up to two full ones a second time, and leaves their first place in the file
   * empty: a third of the file of 300,000 or 500,000 bodies, and a tenth to a fifth of the time.
   */
  private static final String WITHOUT_MERGING = "SET max_vacuum_tasks = 0";

  /** The same is what gives back the room of rows that were removed. */
  private static final String MERGING_AGAIN = "RESET max_vacuum_tasks";

  private static final String BODIES = CodedColumns.TABLE;
  private static final String COUNT = "SELECT count(*) FROM " + BODIES;

  private final Path file;
  private final Connection connection;
  private final RowHandoff handoff = new RowHandoff();
  private final CodedColumns columns = new CodedColumns();
  private final SupersededRows superseded = new SupersededRows();
  private final Set<Integer> chunks = ConcurrentHashMap.newKeySet();
  private final AtomicLong rowsPut = new AtomicLong();
  private final CompletableFuture<Void> creation;
  private volatile List<PlanetEntry> planets = List.of();
  private volatile boolean ended;

  private DuckDbLoad(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
    this.creation = new CompletableFuture<>();
    Thread thread = new Thread(this::createTable, "catalogue-load");
    thread.setDaemon(true);
    thread.start();
  }

  static DuckDbLoad into(Path file, DuckDbSettings settings) {
    try {
      return new DuckDbLoad(file, DuckDbConnections.writable(file, settings));
    } catch (SQLException e) {
      throw DuckDbConnections.translate("create", file, e);
    }
  }

  private void createTable() {
    try (Statement statement = connection.createStatement()) {
      statement.execute(WITHOUT_COSTLY_COMPRESSION);
      statement.execute(WITHOUT_MERGING);
      BodiesFunction.register(connection, handoff, columns);
      statement.execute(
          "CREATE TABLE " + BODIES + " AS SELECT * FROM " + BodiesFunction.NAME + "()");
      creation.complete(null);
    } catch (SQLException | RuntimeException e) {
      creation.completeExceptionally(e);
      handoff.refuse();
    }
  }

  void put(BodyBatch batch) {
    if (ended) {
      if (!chunks.contains(batch.chunk())) {
        throw PortException.permanent(
            "generation " + batch.generation() + " is sealed and takes no new chunk");
      }
      return;
    }
    if (chunks.add(batch.chunk())) {
      BodyTable table = batch.table();
      superseded.note(table);
      for (int from = 0; from < table.size(); from += RowHandoff.MOST_ROWS) {
        int to = Math.min(table.size(), from + RowHandoff.MOST_ROWS);
        if (!handoff.offer(new RowHandoff.Rows(table, from, to))) {
          awaitCreation();
          throw PortException.permanent("loading " + file + " ended before all rows were put");
        }
      }
      rowsPut.addAndGet(table.size());
    }
  }

  /** Keeps them until the connection is free again, which it is not while rows come in. */
  void putPlanets(PlanetTable table) {
    if (ended) {
      throw PortException.permanent(
          "generation " + table.generation() + " is sealed and takes no planets");
    }
    planets = table.planets();
  }

  /** Seals a generation that rests on another, or one of its own if there is no layer. */
  Sealed seal(@Nullable DuckDbLayer layer) {
    ended = true;
    handoff.end();
    awaitCreation();
    try (Statement statement = connection.createStatement()) {
      requireAllRows(statement);
      if (layer != null) {
        layer.removeUnchanged(connection, statement);
      }
      Map<Integer, Long> counts = superseded.remove(connection);
      long own = number(statement, COUNT);
      statement.execute(columns.view());
      long rows = layer == null ? own : layer.rest(connection, statement, own);
      new DuckDbPlanets(connection).create(planets);
      planets = List.of();
      if (own < rowsPut.get()) {
        statement.execute(MERGING_AGAIN);
      }
      statement.execute("CHECKPOINT");
      connection.close();
      return new Sealed(rows, counts, own);
    } catch (SQLException e) {
      throw DuckDbConnections.translate("finish", file, e);
    }
  }

  /** In a layer the count of bodies does not tell: the base has another row about most of them. */
  private void requireAllRows(Statement statement) throws SQLException {
    long found = number(statement, COUNT);
    if (found != rowsPut.get()) {
      throw PortException.permanent(file + " holds " + found + " of " + rowsPut + " rows put");
    }
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  void abort() {
    ended = true;
    handoff.refuse();
    handoff.end();
    try {
      creation.handle((done, failure) -> true).join();
      connection.close();
    } catch (SQLException e) {
      throw DuckDbConnections.translate("close", file, e);
    }
  }

  private void awaitCreation() {
    try {
      creation.join();
    } catch (CompletionException e) {
      throw DuckDbConnections.translate("write", file, e);
    }
  }
}
