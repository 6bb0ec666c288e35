package dev.assay.ports;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Runs tasks in threads that start at the same moment. */
public final class Together {

  private static final long PATIENCE_SECONDS = 60;

  private Together() {}

  /** Runs a task once per number from 0 to {@code count - 1} and gives what each returned. */
  public static <T> List<T> run(int count, IntFunction<T> task) {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      CountDownLatch start = new CountDownLatch(count);
      List<Future<T>> results = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        results.add(
            threads.submit(
                () -> {
                  start.countDown();
                  start.await();
                  return task.apply(number);
                }));
      }
      return results.stream().map(Together::result).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  /** Starts a task in a thread of its own. */
  public static <T> Future<T> start(Callable<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(task.call());
              } catch (Throwable e) {
                result.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  /** Waits for what a task gives; a task that never ends fails the test. */
  public static <T> T result(Future<T> task) {
    try {
      return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("a task failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("a task did not end", e);
    }
  }
}
