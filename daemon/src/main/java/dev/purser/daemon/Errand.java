package dev.purser.daemon;

import io.dropwizard.lifecycle.Managed;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something to be done now and then, and soon after being woken; never twice at once. */
final class Errand implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(Errand.class);
  private static final int PERIOD_SECONDS = 1;

  /**
   * An errand under way, such as a call to the card, is let finish: an interrupt would doubt it.
   */
  private static final int LAST_ERRAND_SECONDS = 60;

  private final String name;
  private final Runnable task;
  private final AtomicBoolean woken = new AtomicBoolean();
  private final ScheduledExecutorService runner;

  Errand(String name, Runnable task) {
    this.name = name;
    this.task = task;
    this.runner =
        Executors.newSingleThreadScheduledExecutor(run -> new Thread(run, "errand-" + name));
  }

  void wake() {
    if (!runner.isShutdown() && woken.compareAndSet(false, true)) {
      runner.execute(this::run);
    }
  }

  @Override
  public void start() {
    var unused = runner.scheduleWithFixedDelay(this::run, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void stop() throws InterruptedException {
    runner.shutdown();
    if (!runner.awaitTermination(LAST_ERRAND_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("{} was still under way; it is taken up again at the next start", name);
    }
  }

  private void run() {
    woken.set(false);
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("{} did not work; trying again in {} s", name, PERIOD_SECONDS, e);
    }
  }
}
