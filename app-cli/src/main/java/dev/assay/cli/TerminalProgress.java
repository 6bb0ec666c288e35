package dev.assay.cli;

import dev.assay.application.refresh.Progress;
import java.util.HashMap;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on the terminal for each long piece of work. */
final class TerminalProgress implements Progress, AutoCloseable {

  private final Map<String, ProgressBar> bars = new HashMap<>();

  @Override
  public synchronized void advanced(String what, long done, long total) {
    ProgressBar bar = bars.computeIfAbsent(what, TerminalProgress::bar);
    bar.maxHint(total);
    bar.stepTo(done);
  }

  private static ProgressBar bar(String what) {
    return new ProgressBarBuilder()
        .setTaskName(what)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .build();
  }

  @Override
  public synchronized void close() {
    bars.values().forEach(ProgressBar::close);
  }
}
