package org.stance4j.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code stance compare}. */
@Command(name = "compare", mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
