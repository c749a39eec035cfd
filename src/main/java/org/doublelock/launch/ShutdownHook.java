package org.doublelock.launch;

import fish.payara.micro.BootstrapException;

/** What happens when the process is told to end: the server is stopped, its files are removed. */
record ShutdownHook(EmbeddedServer server, RuntimeDirectory directory) implements Runnable {

  private static final int TIMEOUT_MILLIS = 20_000;

  @Override
  public void run() {
    Thread stopping = new Thread(this::stop, "doublelock-stop");
    stopping.setDaemon(true);
    stopping.start();
    try {
      stopping.join(TIMEOUT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    directory.remove();
    if (stopping.isAlive()) {
      Runtime.getRuntime().halt(1);
    }
  }

  private void stop() {
    try {
      server.stop();
    } catch (BootstrapException | IllegalStateException e) {
      // It never ran, or its own hook was first: there is nothing left to stop.
      return;
    }
  }
}
